using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Reminders;
using SourcingBot.Resources;

namespace SourcingBot.Chat;

/// <summary>Answers stored events, several conversations at once and one event at a time in each.</summary>
/// <param name="scopes">Gives each event a context of its own.</param>
/// <param name="outboxSignal">Wakes the sender.</param>
/// <param name="reminderSignal">Learns of reminders that an answer planned.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Where faults go; never the words of a message.</param>
internal sealed partial class InboxWorker(
    IServiceScopeFactory scopes, OutboxSignal outboxSignal, ReminderSignal reminderSignal, IClock clock, ILogger<InboxWorker> logger)
{
    private const int MostAtOnce = 16;
    private const int MostAttempts = 5;

    /// <summary>Answers all that is due now.</summary>
    /// <param name="cancellationToken">Ends the round; events in work go back.</param>
    /// <returns>How many events were taken.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        List<InboxRow> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
            due = await QueueClaims.CandidatesAsync<InboxRow>(db, clock.GetCurrentInstant(), null, MostAtOnce, inOrder: false, cancellationToken);
        }

        var taken = 0;
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, async (row, token) =>
        {
            if (await TakeAsync(row, token)) Interlocked.Increment(ref taken);
        });
        return taken;
    }

    private async Task<bool> TakeAsync(InboxRow row, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTeam>().Id = row.TeamId;
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        if (!await QueueClaims.TryClaimAsync(db, row, clock.GetCurrentInstant(), cancellationToken)) return false;

        using var beat = Heartbeat.Start(scopes, row, clock, cancellationToken);
        var incoming = JsonSerializer.Deserialize(row.Payload, ChatJson.Default.IncomingEvent)!;
        try
        {
            await Conversations.RememberAsync(db, incoming, clock.GetCurrentInstant(), beat.Lost);
            var turn = new Turn(incoming);
            await scope.ServiceProvider.GetRequiredService<TurnDispatcher>().DispatchAsync(turn, beat.Lost);
            await FinishAsync(db, row, turn, QueueStatus.Done, null, beat.Lost);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            await FailAsync(row, incoming, fault, cancellationToken);
        }

        return true;
    }

    /// <summary>Answer, findings and "done" in one transaction, or none of them.</summary>
    private async Task FinishAsync(SourcingDbContext db, InboxRow row, Turn turn, QueueStatus status, string? fault, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var mine = await QueueClaims.Same(db, row).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, status).SetProperty(r => r.Version, r => r.Version + 1).SetProperty(r => r.Fault, fault),
            cancellationToken);
        if (mine == 0) return; // The lock ran out and another worker has the event; its answer counts.

        if (turn.Report is { } report)
        {
            IReadOnlyList<StoredFinding> findings = [.. report.Findings.Select(f => new StoredFinding(f.RuleId, f.Evidence))];
            db.Checks.Add(new CheckRow
            {
                InboxId = row.Id,
                CheckedAt = now,
                Verdict = report.Verdict,
                Findings = JsonSerializer.Serialize(findings, ChatJson.Default.IReadOnlyListStoredFinding),
            });
        }

        for (var n = 0; n < turn.Replies.Count; n++) db.Outbox.Add(OutboxRows.Answer(row, turn, n, now));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (turn.Replies.Count > 0) outboxSignal.Set();
        reminderSignal.SetFor(db);
    }

    private async Task FailAsync(InboxRow row, IncomingEvent incoming, Exception fault, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTeam>().Id = row.TeamId;
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        var kind = fault.GetType().Name;
        if (row.Attempts < MostAttempts)
        {
            Failed(row.Id, row.Attempts, fault);
            var next = clock.GetCurrentInstant() + RetryDelay.After(row.Attempts);
            await QueueClaims.Same(db, row).ExecuteUpdateAsync(
                set => set.SetProperty(r => r.Status, QueueStatus.Ready).SetProperty(r => r.Version, r => r.Version + 1)
                    .SetProperty(r => r.NotBefore, next).SetProperty(r => r.Fault, kind),
                cancellationToken);
            return;
        }

        // Nobody is left without an answer: the last failure says so, with a number that an operator can find.
        GivenUp(row.Id, fault);
        var apology = new Turn(incoming);
        if (incoming is IncomingMessage or IncomingAction)
        {
            var number = row.Id.ToString(CultureInfo.InvariantCulture);
            var sentence = string.Format(CultureInfo.InvariantCulture, Words.FailedText, number);
            apology.Reply(CheckAnswer.Plain(Tone.Neutral, Words.FailedTitle, AnswerAudience.Of(incoming), [sentence]));
        }

        await FinishAsync(db, row, apology, QueueStatus.Dead, kind, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Event {InboxId} failed at attempt {Attempt} and will be tried again.")]
    private partial void Failed(long inboxId, int attempt, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {InboxId} failed too often and rests in the inbox.")]
    private partial void GivenUp(long inboxId, Exception fault);
}
