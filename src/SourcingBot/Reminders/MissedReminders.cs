using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Orders;

namespace SourcingBot.Reminders;

/// <summary>Tells in one message for each reader what could not be told in time because the program was down.</summary>
/// <param name="scopes">Gives each message a context of its own.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Where faults go.</param>
internal sealed partial class MissedReminders(IServiceScopeFactory scopes, IClock clock, ILogger<MissedReminders> logger)
{
    /// <summary>Tells all that was missed.</summary>
    /// <param name="before">What was due before then was missed.</param>
    /// <param name="cancellationToken">Ends the round; what is told by then stays told.</param>
    /// <returns>How many reminders were dealt with.</returns>
    public async Task<int> TellAsync(Instant before, CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var reader in await ReadersAsync(before, cancellationToken))
        {
            try
            {
                told += await TellAsync(reader.Key, [.. reader], cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // The other readers must not go without because of one.
                NotTold(reader.Count(), fault);
            }
        }

        return told;
    }

    private async Task<List<IGrouping<Reader, long>>> ReadersAsync(Instant before, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        var waiting = db.WaitingReminders.IgnoreQueryFilters().Where(w => w.DueAt < before);
        var missed = await waiting.Join(db.Reminders.IgnoreQueryFilters(), w => w.Token, r => r.Token, (_, r) => r).OrderBy(r => r.DueAt).Select(r => new { r.Id, r.TeamId, r.ConversationKey, r.Target, r.Person }).ToListAsync(cancellationToken);
        return [.. missed.GroupBy(r => new Reader(r.TeamId, r.ConversationKey, r.Target == ReminderTarget.Conversation ? null : PersonOf(r.Person)), r => r.Id)];
    }

    /// <summary>The message and the end of its reminders' waiting in one transaction, or none of them.</summary>
    private async Task<int> TellAsync(Reader reader, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTeam>().Id = reader.Team;
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        var timetable = scope.ServiceProvider.GetRequiredService<Timetable>();
        var rows = (await timetable.ReadAsync(r => ids.Contains(r.Id), cancellationToken)).FindAll(r => r.Waiting is not null);
        if (rows.Count == 0) return 0;

        var now = clock.GetCurrentInstant();
        var orderIds = rows.Select(r => r.OrderId).Distinct().ToList();
        var known = (await scope.ServiceProvider.GetRequiredService<OrderBook>().PlannedAsync(orderIds, cancellationToken)).ToDictionary(o => o.Id);
        var missed = rows.Select(row => (Row: row, Missed: MissedOf(row, known))).Where(m => m.Missed is not null).ToList();
        var told = MissedSummary.Sort(missed.Select(m => m.Missed!));

        // The last reminder of one deadline, and nothing else: it goes as it was written, with its buttons.
        var asItIs = told is [var only] && IsWorthItself(only) ? missed.Find(m => ReferenceEquals(m.Missed, only)).Row : null;
        if (asItIs is not null) db.Outbox.Add(OutboxRows.Reminder(asItIs, now));
        else if (told.Count > 0) db.Outbox.Add(SummaryOf(reader, rows, told, now));

        // What belongs to a deadline that is done or gone is not told.
        var spoken = told.Select(m => (m.Order.Number, m.Order.Supplier, m.Deadline.Key)).ToHashSet();
        var inSummary = missed.Where(m => spoken.Contains((m.Missed!.Order.Number, m.Missed.Order.Supplier, m.Missed.Deadline.Key))).Select(m => m.Row).ToHashSet();
        foreach (var row in rows)
            timetable.End(row, row == asItIs ? ReminderOutcome.None : inSummary.Contains(row) ? ReminderOutcome.Summarised : ReminderOutcome.Cancelled);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another host or a change of an order was first: nothing of this is kept, and the next sweep looks again.
            return 0;
        }

        return rows.Count;
    }

    private static MissedReminder? MissedOf(ReminderRow row, Dictionary<Guid, PlannedOrder> known) =>
        known.TryGetValue(row.OrderId, out var order) && order.Deadlines.FirstOrDefault(d => d.Key == row.DeadlineKey) is { } deadline
            ? new MissedReminder(order.State.Order, deadline, new PlannedReminder { Key = row.Key, DeadlineKey = row.DeadlineKey, At = row.DueAt, Kind = row.Kind, DaysBefore = 0 })
            : null;

    private static bool IsWorthItself(MissedReminder missed) => missed.Reminder.Kind switch
    {
        ReminderKind.Last => missed.Deadline.Status is DeadlineStatus.Running or DeadlineStatus.Open,
        ReminderKind.Late => true,
        _ => false,
    };

    private static OutboxRow SummaryOf(Reader reader, List<ReminderRow> rows, IReadOnlyList<MissedReminder> told, Instant now)
    {
        var (first, last) = (rows[0], rows[^1]);
        var audience = reader.Person is not null ? Audience.Direct : JsonSerializer.Deserialize(last.Message, ChatJson.Default.OutgoingMessage)!.Audience;
        return new OutboxRow
        {
            MessageId = Guid.CreateVersion7(),
            Platform = last.Platform,
            ConversationKey = last.ConversationKey,

            // A reminder is in one summary only, unless it was put off afterwards; then its time is another.
            DedupeKey = string.Create(CultureInfo.InvariantCulture, $"missed/{first.Id}/{first.DueAt.ToUnixTimeTicks()}"),
            Conversation = last.Conversation,
            Asker = last.Person,
            Message = JsonSerializer.Serialize(MissedCard.Build(told, audience), ChatJson.Default.OutgoingMessage),
            CreatedAt = now,
            NotBefore = now,
        };
    }

    private static string PersonOf(string json) => JsonSerializer.Deserialize(json, ChatJson.Default.ChatUser)!.Id;

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} missed reminders of one reader could not be told and will be tried again.")]
    private partial void NotTold(int count, Exception fault);

    /// <summary>Who gets one message: a conversation of a team, or a person in private.</summary>
    private readonly record struct Reader(TeamId Team, string ConversationKey, string? Person);
}
