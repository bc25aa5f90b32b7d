using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Flows;
using SourcingBot.Reminders;

namespace SourcingBot.Cases;

/// <summary>Sends the reminders of cases, in person, at a decent hour; one whose deadline is near at any hour.</summary>
/// <param name="scopes">Gives each reminder a context of its own.</param>
/// <param name="options">Quiet hours, and the zone where none is known.</param>
/// <param name="outbox">Woken when there is something to send.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Where faults go.</param>
internal sealed partial class CaseReminders(IServiceScopeFactory scopes, ReminderOptions options, OutboxSignal outbox, IClock clock, ILogger<CaseReminders> logger)
{
    private const int Most = 5000;

    /// <summary>Sends what is due and may be sent now.</summary>
    /// <param name="cancellationToken">Ends the round.</param>
    /// <returns>How many reminders were handed to the outbox.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        List<CaseReminderRow> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            due = await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().CaseReminders.IgnoreQueryFilters().AsNoTracking()
                .Where(r => r.SentAt == null && r.DueAt <= now).OrderBy(r => r.DueAt).Take(Most).ToListAsync(cancellationToken);
        }

        var sent = 0;
        foreach (var row in due)
        {
            try
            {
                if (await SendAsync(row.TeamId, row.Id, now, cancellationToken)) sent++;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // The other cases must not go without because of one; it is tried again at the next look.
                NotSent(fault);
            }
        }

        if (sent > 0) outbox.Set();
        return sent;
    }

    private async Task<bool> SendAsync(TeamId team, Guid id, Instant now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTeam>().Id = team;
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        if (await db.CaseReminders.FirstOrDefaultAsync(r => r.Id == id && r.SentAt == null && r.DueAt <= now, cancellationToken) is not { } row) return false;
        if (await scope.ServiceProvider.GetRequiredService<CaseBook>().FindAsync(row.CaseId, cancellationToken) is not { } stored) return false;
        var orders = scope.ServiceProvider.GetRequiredService<CaseOrders>();
        await orders.CatchUpAsync(stored, cancellationToken);
        var facts = await orders.FactsAsync(stored, cancellationToken);
        var step = row.Key.StartsWith(CaseReminderPlan.Step, StringComparison.Ordinal) ? stored.Flow.Steps.FirstOrDefault(s => CaseReminderPlan.Step + s.Id == row.Key) : null;
        if (row.Key == CaseReminderPlan.Finish ? stored.Row.Stage != CaseStage.Collecting : step is null)
        {
            // It was handed in meanwhile, or the step went with an older version of the flow.
            db.CaseReminders.Remove(row);
            await db.SaveChangesAsync(cancellationToken);
            return false;
        }

        var end = step is null ? facts.Window?.Due : CaseClock.EndOf(step, stored, facts.Zone);
        if (options.QuietHours.Contains(now.InZone(facts.Zone).TimeOfDay) && (end is null || end > now + Duration.FromHours(14))) return false;
        var conversation = stored.Conversation;
        var token = CardTokens.Create();
        var key = "card/" + token;
        db.CardTokens.Add(CardTokens.Row(token, conversation, stored.Person.Id, new CaseSubject(stored.Row.Id, key, null).ToJson(), now));
        db.Outbox.Add(new OutboxRow
        {
            MessageId = Guid.CreateVersion7(),
            Platform = conversation.Platform.Value,
            ConversationKey = StorableKey.OfConversation(conversation),

            // Two hosts that look at once write one.
            DedupeKey = string.Create(CultureInfo.InvariantCulture, $"case/{row.Id}/{row.DueAt.ToUnixTimeTicks()}"),
            AnswerKey = StorableKey.Of(conversation.Platform.Value, key),
            Conversation = stored.Row.Conversation,
            Asker = stored.Row.Person,
            Message = JsonSerializer.Serialize(CaseReminderCard.Build(stored, step, facts, token), ChatJson.Default.OutgoingMessage),
            CreatedAt = now,
            NotBefore = now,
        });
        row.SentAt = now;
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A reminder of a case could not be written and will be tried again.")]
    private partial void NotSent(Exception fault);
}
