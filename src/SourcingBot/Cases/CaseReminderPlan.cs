using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Data;
using SourcingBot.Flows;

namespace SourcingBot.Cases;

/// <summary>Plans the reminders of a case anew after a change: to finish it while its window is open, and to do its steps in time. Changes rows and saves nothing.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="orders">Knows the window.</param>
/// <param name="clock">The time.</param>
internal sealed class CaseReminderPlan(SourcingDbContext db, CaseOrders orders, IClock clock)
{
    /// <summary>The key of the reminder to finish.</summary>
    public const string Finish = "finish";

    /// <summary>What the key of a step's reminder begins with.</summary>
    public const string Step = "step/";

    /// <summary>Nobody is pressed sooner.</summary>
    private static readonly Duration Rest = Duration.FromDays(2);

    /// <summary>So much is left to hand it in after the reminder.</summary>
    private static readonly Duration TimeToFile = Duration.FromDays(2);

    /// <summary>Soon, where the better moment is over.</summary>
    private static readonly Duration Soon = Duration.FromHours(3);

    /// <summary>Plans.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task PlanAsync(StoredCase stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var rows = await db.CaseReminders.Where(r => r.CaseId == stored.Row.Id).ToListAsync(cancellationToken);
        var wanted = await WantedAsync(stored, rows, cancellationToken);
        foreach (var row in rows.Where(r => !wanted.ContainsKey(r.Key))) db.CaseReminders.Remove(row);
        foreach (var (key, due) in wanted)
        {
            var row = rows.Find(r => r.Key == key);
            if (row is null) db.CaseReminders.Add(row = new CaseReminderRow { Id = Guid.CreateVersion7(), CaseId = stored.Row.Id, Key = key });
            if (row.DueAt == due) continue;
            if (row.SentAt is not null && due <= clock.GetCurrentInstant()) continue;
            row.DueAt = due;
            row.SentAt = null;
        }
    }

    private async Task<Dictionary<string, Instant>> WantedAsync(StoredCase stored, List<CaseReminderRow> rows, CancellationToken cancellationToken)
    {
        var wanted = new Dictionary<string, Instant>(StringComparer.Ordinal);
        if (stored.Row.Stage == CaseStage.Closed) return wanted;
        var now = clock.GetCurrentInstant();
        var facts = await orders.FactsAsync(stored, cancellationToken);
        if (stored.Row is { Kind: FlowKind.Dispute, Stage: CaseStage.Collecting })
        {
            var rested = now + Rest;
            var latest = facts.Window is { Status: Orders.DeadlineStatus.Running } window ? window.Due - TimeToFile : Instant.MaxValue;
            wanted[Finish] = rested <= latest ? rested : Instant.Max(latest, now + Soon);
        }

        var place = 0;
        foreach (var step in FlowEngine.Steps(stored.Flow, stored.Answers).Where(s => s.RemindHoursBefore is not null))
        {
            place++;
            var key = Step + step.Id;
            var planned = rows.Find(r => r.Key == key);
            if (step.After is null)
            {
                // Counts from when the questions first had answers: a later change does not move it. Of two that come at once the earlier step is first.
                if (planned is not null) wanted[key] = planned.DueAt;
                else if (step.Hours is { } hours && FlowEngine.Open(stored.Flow, stored.Answers).Count == 0) wanted[key] = now + Duration.FromHours(hours - step.RemindHoursBefore!.Value) + Duration.FromMilliseconds(place);
                continue;
            }

            // One that is due and only waits for the morning is not lost by an answer in the night.
            if (CaseClock.EndOf(step, stored, facts.Zone) is { } end && end - Duration.FromHours(step.RemindHoursBefore!.Value) is var at && (at > now || planned is not null)) wanted[key] = at;
        }

        return wanted;
    }
}
