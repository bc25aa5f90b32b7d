using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Orders;
using SourcingBot.Reminders;
using SourcingBot.Testing;
using SourcingBot.Tests.Chat;
using SourcingBot.Tests.Orders;
using static SourcingBot.Tests.Orders.TestOrder;

namespace SourcingBot.Tests.Reminders;

public class SqliteMissedRemindersTests : MissedRemindersTests
{
    internal override bool OnPostgres => false;

    [Fact] public Task Downtime() => After_three_days_of_downtime_there_is_one_message_with_the_most_urgent_first();
    [Fact] public Task Backup() => Each_reader_gets_one_and_an_escalation_is_in_the_backups();
    [Fact] public Task Alone() => The_last_reminder_of_a_running_deadline_keeps_its_buttons_when_it_is_the_only_one();
    [Fact] public Task Done() => What_is_done_by_now_is_not_told();
    [Fact] public Task Hosts() => Two_that_start_at_once_tell_it_once();
    [Fact] public Task Broken() => A_reader_whose_order_cannot_be_read_does_not_keep_the_others_waiting();
}

public class PostgresMissedRemindersTests : MissedRemindersTests
{
    internal override bool OnPostgres => true;

    [PostgresFact] public Task Downtime() => After_three_days_of_downtime_there_is_one_message_with_the_most_urgent_first();
    [PostgresFact] public Task Backup() => Each_reader_gets_one_and_an_escalation_is_in_the_backups();
    [PostgresFact] public Task Alone() => The_last_reminder_of_a_running_deadline_keeps_its_buttons_when_it_is_the_only_one();
    [PostgresFact] public Task Done() => What_is_done_by_now_is_not_told();
    [PostgresFact] public Task Hosts() => Two_that_start_at_once_tell_it_once();
    [PostgresFact] public Task Broken() => A_reader_whose_order_cannot_be_read_does_not_keep_the_others_waiting();
}

/// <summary>What is told after the program was down, on either database.</summary>
public abstract class MissedRemindersTests
{
    internal abstract bool OnPostgres { get; }

    internal async Task After_three_days_of_downtime_there_is_one_message_with_the_most_urgent_first()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        var late = await AddAsync(store, "300", "2026-05-13"); // the window is over on 12 June
        var near = await AddAsync(store, "200", "2026-05-16"); // 15 June
        var far = await AddAsync(store, "100", "2026-05-23"); // 22 June
        store.Now = At("2026-06-10T09:00Z");
        foreach (var (order, deadline, offsets) in new[] { (late, Window, 3), (far, Window, 1), (near, Window, 2) })
        {
            for (var n = 0; n < offsets; n++) await store.RemindAsync(order, store.Now + Duration.FromDays(n), deadline: deadline);
        }

        await store.RemindAsync(near, At("2026-06-13T08:30Z"), "in time", deadline: Window);
        store.Now = At("2026-06-13T09:00Z");

        Assert.Equal(7, await store.SweepAsync());
        Assert.Equal(0, await store.SweepAsync());
        await store.SendAllAsync();

        Assert.Equal(2, store.Seen.Count);
        var message = store.Chat.Platform.Seen[0].Delivery.Message;
        Assert.Equal("You missed 3 reminders, because I was not running", message.Card!.Title);
        Assert.Equal(Audience.Conversation, message.Audience);
        var lists = message.Card.Parts.OfType<BulletList>().ToList();
        Assert.Equal(2, lists.Count);
        Assert.Equal(["order 200", "order 100"], lists[0].Items.Select(Which));
        Assert.Contains("15 Jun 2026", lists[0].Items[0], StringComparison.Ordinal);
        Assert.Contains("in 2 days", lists[0].Items[0], StringComparison.Ordinal);
        Assert.Equal(["order 300"], lists[1].Items.Select(Which));
        Assert.Contains("Fri 12 Jun 2026", lists[1].Items[0], StringComparison.Ordinal);
        Assert.All(lists.SelectMany(l => l.Items), line => Assert.Contains(line, message.Text, StringComparison.Ordinal));
        Assert.Equal("send C1: in time", store.Seen[1]);
        Assert.Equal(6, (await store.StatusesAsync()).Count(s => s == "Summarised"));
    }

    internal async Task Each_reader_gets_one_and_an_escalation_is_in_the_backups()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        var order = await AddAsync(store, "200", "2026-05-16");
        var due = At("2026-06-11T09:00Z");
        await store.RemindAsync(order, due, deadline: Window);
        await store.RemindAsync(order, due, deadline: Window, conversation: "C2");
        await store.RemindAsync(order, due, deadline: Window, target: ReminderTarget.Owner, person: "UOWNER");
        await store.RemindAsync(order, due, deadline: Window, target: ReminderTarget.Backup, person: "UBACKUP", kind: ReminderKind.Escalation);
        store.Now = At("2026-06-13T09:00Z");

        Assert.Equal(4, await store.SweepAsync());
        await store.SendAllAsync();

        Assert.Equal(
            [("C1", "U1", Audience.Conversation), ("C1", "UBACKUP", Audience.Direct), ("C1", "UOWNER", Audience.Direct), ("C2", "U1", Audience.Conversation)],
            store.Chat.Platform.Seen.Select(s => (s.Delivery.Conversation.Conversation, s.Delivery.Asker.Id, s.Delivery.Message.Audience)).Order());
        Assert.All(store.Chat.Platform.Seen, s => Assert.Contains("Order 200", s.Delivery.Message.Text, StringComparison.Ordinal));
    }

    internal async Task The_last_reminder_of_a_running_deadline_keeps_its_buttons_when_it_is_the_only_one()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        var order = await AddAsync(store, "200", "2026-05-16");
        await store.RemindAsync(order, At("2026-06-13T09:00Z"), "earlier", deadline: Window);
        var last = await store.RemindAsync(order, At("2026-06-14T09:00Z"), "last", deadline: Window, kind: ReminderKind.Last);
        store.Now = At("2026-06-14T12:00Z");

        Assert.Equal(2, await store.SweepAsync());
        await store.SendAllAsync();

        Assert.Equal(["send C1: last"], store.Seen);
        Assert.Equal(StorableKey.Of(last.Platform, last.Token), Assert.Single(await store.OutboxAsync()).AnswerKey);
        Assert.Equal(["Summarised", "sent"], await store.StatusesAsync());
    }

    internal async Task What_is_done_by_now_is_not_told()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        var order = await store.OrderAsync(Delivered("200", "2026-05-16").With(OrderEventKind.RefundAsked, "2026-06-01"));
        await store.RemindAsync(order, At("2026-06-01T09:00Z"), deadline: Window);
        await store.RemindAsync(order, At("2026-06-01T09:00Z"), deadline: "no-such/deadline");
        store.Now = At("2026-06-04T09:00Z");

        await store.SweepAsync();

        Assert.Empty(await store.OutboxAsync());
        Assert.Equal(["Cancelled", "Cancelled"], await store.StatusesAsync());
    }

    internal async Task Two_that_start_at_once_tell_it_once()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        await using var second = store.Chat.Build();
        var order = await AddAsync(store, "200", "2026-05-16");
        for (var n = 0; n < 20; n++) await store.RemindAsync(order, At("2026-06-10T09:00Z"), conversation: $"C{n % 4}", deadline: Window);
        store.Now = At("2026-06-13T09:00Z");

        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => store.SweepAsync(n % 2 == 0 ? null : second))));

        Assert.Equal(20, told.Sum());
        Assert.Equal(4, (await store.OutboxAsync()).Count);
    }

    internal async Task A_reader_whose_order_cannot_be_read_does_not_keep_the_others_waiting()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        var good = await AddAsync(store, "200", "2026-05-16");
        var bad = await AddAsync(store, "300", "2026-05-16");
        await store.WriteAsync(null, db => db.Orders.Single(o => o.Id == bad).Facts = "{");
        await store.RemindAsync(bad, At("2026-06-10T09:00Z"), conversation: "C1", deadline: Window);
        await store.RemindAsync(good, At("2026-06-11T09:00Z"), conversation: "C2", deadline: Window);
        await store.RemindAsync(good, At("2026-06-13T09:00Z"), "in time", conversation: "C3", deadline: Window);
        store.Now = At("2026-06-13T09:00Z");

        Assert.Equal(2, await store.SweepAsync());
        await store.SendAllAsync();

        Assert.Equal(["C2", "C3"], store.Chat.Platform.Seen.Select(s => s.Delivery.Conversation.Conversation).Order());
        Assert.Equal(["waits", "Summarised", "sent"], await store.StatusesAsync());
    }

    private const string Window = "alibaba-trade-assurance/refund-window";

    private static TestOrder Delivered(string number, string on)
    {
        var order = new TestOrder().With(OrderEventKind.BalancePaid, "2026-04-01").With(OrderEventKind.Shipped, "2026-04-10").With(OrderEventKind.Delivered, on);
        order.Order = order.Order with { Number = number };
        return order;
    }

    private static Task<Guid> AddAsync(ReminderStore store, string number, string delivered) => store.OrderAsync(Delivered(number, delivered));

    private static string Which(string line) => "order " + Array.Find(["100", "200", "300"], n => line.Contains(n, StringComparison.Ordinal));
}
