using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Orders;
using SourcingBot.Reminders;
using SourcingBot.Tests.Chat;
using SourcingBot.Tests.Orders;

namespace SourcingBot.Tests.Reminders;

/// <summary>Orders and reminders for tests of the sweep, on a database of their own.</summary>
internal sealed class ReminderStore : IAsyncDisposable
{
    private int _count;

    private ReminderStore(ChatStore chat) => Chat = chat;

    public ChatStore Chat { get; }

    public Instant Now
    {
        get => Chat.Clock.Now;
        set => Chat.Clock.Now = value;
    }

    /// <summary>What people saw: "send"/"update", conversation, text.</summary>
    public IReadOnlyList<string> Seen => [.. Chat.Platform.Seen.Select(s => $"{s.Kind} {s.Delivery.Conversation.Conversation}: {s.Delivery.Message.Text}")];

    public static async Task<ReminderStore> CreateAsync(bool postgres) => new(await ChatStore.CreateAsync(postgres));

    public Task<int> SweepAsync(IServiceProvider? host = null) => (host ?? Chat.Services).GetRequiredService<ReminderSweep>().RunOnceAsync(CancellationToken.None);

    /// <summary>Sends until nothing waits, moving the clock on by the pace.</summary>
    public async Task SendAllAsync()
    {
        while (await Chat.SendAsync() > 0) Now += Duration.FromSeconds(1);
    }

    public async Task<Guid> OrderAsync(TestOrder order, TeamId? team = null)
    {
        var id = Guid.NewGuid();
        await WriteAsync(team, db =>
        {
            var row = new OrderRow
            {
                Id = id,
                NumberKey = OrderNumbers.Key(order.Order.Number),
                Facts = JsonSerializer.Serialize(order.Order, OrderJson.Default.Order),
                Conversation = "{}",
                ThreadKey = "t",
                CreatedAt = Now,
            };
            row.Events.AddRange(order.Events.Select(e => new OrderEventRow
            {
                Id = Guid.NewGuid(),
                OrderId = id,
                TeamId = team ?? TeamId.Only,
                Entry = JsonSerializer.Serialize(e, OrderJson.Default.OrderEvent),
                RecordedAt = e.RecordedAt,
            }));
            db.Orders.Add(row);
        });
        return id;
    }

    public async Task<ReminderRow> RemindAsync(
        Guid order, Instant due, string text = "reminder", string conversation = "C1", string deadline = "d", ReminderKind kind = ReminderKind.Gentle,
        ReminderTarget target = ReminderTarget.Conversation, string person = "U1", TeamId? team = null)
    {
        var reference = new ConversationRef(WatchedPlatform.Name, "W1", conversation, null, "{}");
        var message = new OutgoingMessage(text, null, target == ReminderTarget.Conversation ? Audience.Conversation : Audience.Direct);
        var row = new ReminderRow
        {
            OrderId = order,
            Key = $"{deadline}/{_count++}",
            DeadlineKey = deadline,
            Target = target,
            Kind = kind,
            DueAt = due,
            DeadlineAt = due,
            Token = CardTokens.CreateInOrder(Now, _count),
            Platform = WatchedPlatform.Name.Value,
            ConversationKey = StorableKey.OfConversation(reference),
            Conversation = JsonSerializer.Serialize(reference, ChatJson.Default.ConversationRef),
            Person = JsonSerializer.Serialize(new ChatUser(person), ChatJson.Default.ChatUser),
            Message = JsonSerializer.Serialize(message, ChatJson.Default.OutgoingMessage),
        };
        await PlanAsync(team, [row]);
        return row;
    }

    /// <summary>Writes reminders that wait.</summary>
    public Task PlanAsync(TeamId? team, IReadOnlyCollection<ReminderRow> rows) => WriteAsync(team, db =>
    {
        foreach (var row in rows) row.TeamId = team ?? TeamId.Only;
        db.Reminders.AddRange(rows);
        foreach (var row in rows) new Timetable(db).Wait(row, row.DueAt);
    });

    /// <summary>Puts a reminder off.</summary>
    public Task PutOffAsync(string token, Instant until) => ChangeAsync(token, (timetable, reminder) =>
    {
        timetable.Wait(reminder, until);
        reminder.IsSnoozed = true;
    });

    /// <summary>Changes a reminder in the timetable.</summary>
    public async Task ChangeAsync(string token, Action<Timetable, ReminderRow> change)
    {
        await using var scope = Chat.Services.CreateAsyncScope();
        var timetable = scope.ServiceProvider.GetRequiredService<Timetable>();
        change(timetable, Assert.Single(await timetable.ReadAsync(r => r.Token == token, CancellationToken.None)));
        await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().SaveChangesAsync();
    }

    /// <summary>Where the reminders stand: "waits", "sent", or what else became of them.</summary>
    public async Task<List<string>> StatusesAsync()
    {
        var waiting = (await Chat.ReadAsync(db => Timetable.Waiting(db.WaitingReminders.IgnoreQueryFilters(), db.Reminders.IgnoreQueryFilters()).Select(w => w.Token).ToListAsync())).ToHashSet();
        var all = await Chat.ReadAsync(db => db.Reminders.IgnoreQueryFilters().AsNoTracking().OrderBy(r => r.Id).ToListAsync());
        return all.ConvertAll(r => r.Outcome == ReminderOutcome.None ? waiting.Contains(r.Token) ? "waits" : "sent" : r.Outcome.ToString());
    }

    public Task<List<OutboxRow>> OutboxAsync() => Chat.ReadAsync(db => db.Outbox.IgnoreQueryFilters().AsNoTracking().OrderBy(r => r.Id).ToListAsync());

    public async Task WriteAsync(TeamId? team, Action<SourcingDbContext> write)
    {
        await using var scope = Chat.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTeam>().Id = team ?? TeamId.Only;
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        write(db);
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => Chat.DisposeAsync();
}
