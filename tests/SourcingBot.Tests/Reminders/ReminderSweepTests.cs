using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Reminders;
using SourcingBot.Testing;
using SourcingBot.Tests.Chat;
using SourcingBot.Tests.Orders;

namespace SourcingBot.Tests.Reminders;

public class SqliteReminderSweepTests : ReminderSweepTests
{
    internal override bool OnPostgres => false;

    [Fact] public Task Due() => What_is_due_is_sent_once_and_what_is_not_waits();
    [Fact] public Task Mapping() => A_moved_row_is_the_one_that_the_program_would_write();
    [Fact] public Task Order() => Many_are_moved_in_batches_the_earliest_first();
    [Fact] public Task Dies() => A_step_that_dies_leaves_all_waiting();
    [Fact] public Task Meanwhile() => What_is_put_off_or_deleted_before_it_is_sent_is_not_sent();
    [Fact] public Task Kept() => The_clean_up_keeps_what_waits_and_what_is_not_sent_yet();
    [Fact] public Task Snoozed() => One_that_was_put_off_comes_again_as_a_new_message();
    [Fact] public Task Moot() => What_was_cancelled_or_answered_is_not_sent();
    [Fact] public Task Teams() => Each_row_keeps_its_team();
    [Fact] public Task Signal() => The_sweep_learns_when_the_next_is_due();
    [Fact] public Task Hosts() => Two_that_sweep_at_once_never_double();
}

public class PostgresReminderSweepTests : ReminderSweepTests
{
    internal override bool OnPostgres => true;

    [PostgresFact] public Task Due() => What_is_due_is_sent_once_and_what_is_not_waits();
    [PostgresFact] public Task Mapping() => A_moved_row_is_the_one_that_the_program_would_write();
    [PostgresFact] public Task Order() => Many_are_moved_in_batches_the_earliest_first();
    [PostgresFact] public Task Dies() => A_step_that_dies_leaves_all_waiting();
    [PostgresFact] public Task Meanwhile() => What_is_put_off_or_deleted_before_it_is_sent_is_not_sent();
    [PostgresFact] public Task Kept() => The_clean_up_keeps_what_waits_and_what_is_not_sent_yet();
    [PostgresFact] public Task Snoozed() => One_that_was_put_off_comes_again_as_a_new_message();
    [PostgresFact] public Task Moot() => What_was_cancelled_or_answered_is_not_sent();
    [PostgresFact] public Task Teams() => Each_row_keeps_its_team();
    [PostgresFact] public Task Signal() => The_sweep_learns_when_the_next_is_due();
    [PostgresFact] public Task Hosts() => Two_that_sweep_at_once_never_double();
}

/// <summary>What the sweep promises, on either database.</summary>
public abstract class ReminderSweepTests
{
    internal abstract bool OnPostgres { get; }

    internal async Task What_is_due_is_sent_once_and_what_is_not_waits()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        var order = await store.OrderAsync(new TestOrder());
        await store.RemindAsync(order, store.Now, "now");
        await store.RemindAsync(order, store.Now + Duration.FromSeconds(1), "soon");

        Assert.Equal(1, await store.SweepAsync());
        Assert.Equal(0, await store.SweepAsync());
        await store.Chat.SendAsync();
        Assert.Equal(["send C1: now"], store.Seen);
        Assert.Equal(["sent", "waits"], await store.StatusesAsync());

        store.Now += Duration.FromSeconds(1);
        Assert.Equal(1, await store.SweepAsync());
        await store.SendAllAsync();
        Assert.Equal(["send C1: now", "send C1: soon"], store.Seen);
    }

    internal async Task A_moved_row_is_the_one_that_the_program_would_write()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        var team = new TeamId(Guid.NewGuid());

        // PostgreSQL keeps microseconds, so the odd tick is not asked for.
        store.Now += Duration.FromTicks(12_345_670);
        var row = await store.RemindAsync(await store.OrderAsync(new TestOrder(), team), store.Now, team: team);
        await store.SweepAsync();

        var moved = Assert.Single(await store.OutboxAsync());
        var wanted = OutboxRows.Reminder(row, store.Now);
        Assert.NotEqual(Guid.Empty, moved.MessageId);
        wanted.MessageId = moved.MessageId;
        wanted.Id = moved.Id;
        Assert.Equivalent(wanted, moved, strict: true);
        Assert.Equal(wanted.LockedUntil, moved.LockedUntil);
    }

    internal async Task Many_are_moved_in_batches_the_earliest_first()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        var order = await store.OrderAsync(new TestOrder());
        var most = store.Chat.Services.GetRequiredService<IDueReminders>().MostAtOnce;
        var template = await store.RemindAsync(order, store.Now);
        await store.PlanAsync(null, [.. Enumerable.Range(1, most * 2).Select(n => Copy(template, n))]);

        Assert.Equal((most * 2) + 1, await store.SweepAsync());

        var moved = (await store.OutboxAsync()).ConvertAll(o => o.DedupeKey.Split('/')[2]);
        var planned = await store.Chat.ReadAsync(db => db.Reminders.OrderBy(r => r.DueAt).ThenBy(r => r.Id).Select(r => r.Token).ToListAsync());
        Assert.Equal((most * 2) + 1, planned.Count);
        Assert.Equal(planned, moved);
    }

    internal async Task A_step_that_dies_leaves_all_waiting()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        var order = await store.OrderAsync(new TestOrder());
        await store.RemindAsync(order, store.Now - Duration.FromMinutes(1), "fits", "C2");
        var broken = await store.RemindAsync(order, store.Now, "does not fit");

        // The second row's conversation stands in the outbox already, under a constraint that refuses it in the middle of the step.
        await store.Chat.ReadAsync(db => db.Database.ExecuteSqlRawAsync("CREATE UNIQUE INDEX ix_test ON outbox (\"ConversationKey\")"));
        await store.WriteAsync(null, db => db.Outbox.Add(OutboxRows.Reminder(broken, store.Now - Duration.FromDays(1))));
        await store.Chat.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE outbox SET \"DedupeKey\" = 'other'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.SweepAsync());

        Assert.Single(await store.OutboxAsync());
        Assert.Equal(["waits", "waits"], await store.StatusesAsync());

        await store.Chat.ReadAsync(db => db.Database.ExecuteSqlRawAsync("DROP INDEX ix_test"));
        Assert.Equal(2, await store.SweepAsync());
    }

    internal async Task The_clean_up_keeps_what_waits_and_what_is_not_sent_yet()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        var order = await store.OrderAsync(new TestOrder());
        await store.RemindAsync(order, store.Now, "sent", "C1");
        await store.SweepAsync();
        await store.SendAllAsync();
        await store.RemindAsync(order, store.Now, "handed over", "C2");
        await store.SweepAsync();
        await store.RemindAsync(order, store.Now, "waits", "C3");
        Assert.Equal(["sent", "sent", "waits"], await store.StatusesAsync());

        store.Now += CleanUp.KeepReminders + Duration.FromDays(1);
        await store.Chat.Services.GetRequiredService<CleanUp>().RunOnceAsync(CancellationToken.None);

        Assert.Equal(["sent", "waits"], await store.StatusesAsync());
        await store.SendAllAsync();
        Assert.Equal(["send C1: sent", "send C2: handed over"], store.Seen);
    }

    internal async Task One_that_was_put_off_comes_again_as_a_new_message()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        var row = await store.RemindAsync(await store.OrderAsync(new TestOrder()), store.Now, "act");
        await store.SweepAsync();
        await store.SendAllAsync();

        var later = store.Now + Duration.FromHours(3);
        await store.PutOffAsync(row.Token, later);
        Assert.Equal(0, await store.SweepAsync());
        store.Now = later;
        Assert.Equal(1, await store.SweepAsync());
        await store.SendAllAsync();

        Assert.Equal(["send C1: act", "send C1: act"], store.Seen);
        Assert.Equal(2, (await store.OutboxAsync()).Count(o => o.AnswerKey == StorableKey.Of(row.Platform, row.Token)));
    }

    internal async Task What_is_put_off_or_deleted_before_it_is_sent_is_not_sent()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        var order = await store.OrderAsync(new TestOrder());
        var later = store.Now + Duration.FromHours(3);
        var putOff = await store.RemindAsync(order, store.Now, "put off", "C1");
        var deleted = await store.RemindAsync(order, store.Now, "deleted", "C2");
        await store.RemindAsync(order, store.Now, "sent", "C3");
        Assert.Equal(3, await store.SweepAsync());

        await store.PutOffAsync(putOff.Token, later);
        await store.Chat.ReadAsync(db => db.Reminders.Where(r => r.Token == deleted.Token).ExecuteDeleteAsync());
        await store.SendAllAsync();
        Assert.Equal(["send C3: sent"], store.Seen);
        Assert.Single(await store.OutboxAsync());

        store.Now = later;
        Assert.Equal(1, await store.SweepAsync());
        await store.SendAllAsync();
        Assert.Equal(["send C3: sent", "send C1: put off"], store.Seen);
    }

    internal async Task What_was_cancelled_or_answered_is_not_sent()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        var order = await store.OrderAsync(new TestOrder());
        foreach (var outcome in Enum.GetValues<ReminderOutcome>())
        {
            var row = await store.RemindAsync(order, store.Now);
            await store.ChangeAsync(row.Token, (timetable, reminder) => timetable.End(reminder, outcome));
            Assert.Equal(0, await store.SweepAsync());
        }

        Assert.Empty(await store.OutboxAsync());
    }

    internal async Task Each_row_keeps_its_team()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        var teams = new[] { TeamId.Only, new TeamId(Guid.NewGuid()) };
        foreach (var team in teams) await store.RemindAsync(await store.OrderAsync(new TestOrder(), team), store.Now, team: team);

        Assert.Equal(2, await store.SweepAsync());

        Assert.Equal(teams, (await store.OutboxAsync()).Select(o => o.TeamId));
    }

    internal async Task The_sweep_learns_when_the_next_is_due()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        var signal = store.Chat.Services.GetRequiredService<ReminderSignal>();
        var order = await store.OrderAsync(new TestOrder());
        await store.SweepAsync();
        Assert.Null(signal.Next);

        var later = store.Now + Duration.FromHours(2);
        await store.RemindAsync(order, store.Now);
        await store.RemindAsync(order, later);
        await store.SweepAsync();
        Assert.Equal(later, signal.Next);
        Assert.False(signal.Take(later - Duration.Epsilon));
        Assert.True(signal.Take(later));
        Assert.Null(signal.Next);

        await store.SweepAsync();
        Assert.Equal(later, signal.Next);
    }

    internal async Task Two_that_sweep_at_once_never_double()
    {
        await using var store = await ReminderStore.CreateAsync(OnPostgres);
        await using var second = store.Chat.Build();
        var template = await store.RemindAsync(await store.OrderAsync(new TestOrder()), store.Now);
        await store.PlanAsync(null, [.. Enumerable.Range(1, 2999).Select(n => Copy(template, n % 50))]);

        var moved = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => store.SweepAsync(n % 2 == 0 ? null : second))));

        Assert.Equal(3000, moved.Sum());
        Assert.Equal(3000, (await store.OutboxAsync()).Count);
        Assert.DoesNotContain("waits", await store.StatusesAsync());
    }

    private static ReminderRow Copy(ReminderRow row, int n) => new()
    {
        OrderId = row.OrderId,
        Key = Guid.NewGuid().ToString(),
        DeadlineKey = row.DeadlineKey,
        DueAt = row.DueAt - Duration.FromMilliseconds(n),
        DeadlineAt = row.DeadlineAt,
        Token = CardTokens.CreateInOrder(row.DueAt, n),
        Platform = row.Platform,
        ConversationKey = row.ConversationKey + n,
        Conversation = row.Conversation,
        Person = row.Person,
        Message = row.Message,
    };
}
