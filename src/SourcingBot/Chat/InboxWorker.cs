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
    /// <param name="stopping">Ends the round; events in work go back.</param>
    /// <returns>How many events were taken.</returns>
    public async Task<int> RunOnceAsync(CancellationToken stopping)
    {
        List<InboxRow> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
            due = await QueueClaims.CandidatesAsync<InboxRow>(db, clock.GetCurrentInstant(), null, MostAtOnce, inOrder: false, stopping);
        }

        var taken = 0;
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = stopping }, async (row, _) =>
        {
            try
            {
                if (await TakeAsync(row, stopping)) Interlocked.Increment(ref taken);
            }
            catch (Exception fault)
            {
                // One row's fault must not end its neighbours' turns. Where the row is still claimed its lock runs out.
                RowFailed(row.Id, fault);
            }
        });
        return taken;
    }

    private async Task<bool> TakeAsync(InboxRow row, CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested) return false;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTeam>().Id = row.TeamId;
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        if (!await QueueClaims.TryClaimAsync(db, row, clock.GetCurrentInstant(), CancellationToken.None)) return false;

        using var beat = Heartbeat.Start(scopes, row, clock, logger, stopping);
        IncomingEvent? incoming = null;
        try
        {
            incoming = JsonSerializer.Deserialize(row.Payload, ChatJson.Default.IncomingEvent) ?? throw new JsonException();
            if (row.Attempts > MostAttempts) throw new InvalidOperationException("Every attempt at this event ended without a word: it may have brought the program down.");
            await Conversations.RememberAsync(db, incoming, clock.GetCurrentInstant(), beat.Lost);
            var turn = new Turn(incoming, row.Id, isLastAttempt: row.Attempts >= MostAttempts, receivedAt: row.CreatedAt);
            await scope.ServiceProvider.GetRequiredService<TurnDispatcher>().DispatchAsync(turn, beat.Lost);
            await FinishAsync(db, row, turn, QueueStatus.Done, null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await QueueClaims.GiveBackAsync(db, row, clock.GetCurrentInstant());
            return false;
        }
        catch (Exception fault)
        {
            await FailAsync(row, incoming, fault);
        }

        return true;
    }

    /// <summary>Answer, the handler's rows and "done" in one transaction, or none of them. Short, and not ended by a stop: its outcome would be unknown.</summary>
    private async Task FinishAsync(SourcingDbContext db, InboxRow row, Turn? turn, QueueStatus status, string? fault)
    {
        var now = clock.GetCurrentInstant();
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var mine = await QueueClaims.Same(db, row).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, status).SetProperty(r => r.Version, r => r.Version + 1).SetProperty(r => r.Fault, fault),
            CancellationToken.None);
        if (mine == 0) return; // The lock ran out and another worker has the event; its answer counts.
        if (turn is { IsKeptOnlyIfAnswered: true, Replies.Count: 0 })
            await db.Inbox.Where(r => r.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Payload, string.Empty), CancellationToken.None);

        List<OutboxRow> answers = turn is null ? [] : await OutboxRows.AnswersAsync(db, row, turn, now);
        db.Outbox.AddRange(answers);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        if (answers.Count > 0) outboxSignal.Set();
        reminderSignal.SetFor(db);
    }

    private async Task FailAsync(InboxRow row, IncomingEvent? incoming, Exception fault)
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
                CancellationToken.None);
            return;
        }

        GivenUp(row.Id, fault);
        await FinishAsync(db, row, Apology(row, incoming), QueueStatus.Dead, kind);
    }

    /// <summary>Nobody is left without an answer: the last failure says so, with a number that an operator can find. Null where nobody waits or can be told.</summary>
    private static Turn? Apology(InboxRow row, IncomingEvent? incoming)
    {
        if (incoming is not (IncomingMessage { Addressing: not Addressing.Overheard } or IncomingAction)) return null;
        var sentence = string.Format(CultureInfo.InvariantCulture, Words.FailedText, row.Id.ToString(CultureInfo.InvariantCulture));
        var apology = new Turn(incoming, row.Id);
        apology.Reply(CheckAnswer.Plain(Tone.Neutral, Words.FailedTitle, AnswerAudience.Of(incoming), [sentence]));
        return apology;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Event {InboxId} failed at attempt {Attempt} and will be tried again.")]
    private partial void Failed(long inboxId, int attempt, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {InboxId} failed too often and rests in the inbox.")]
    private partial void GivenUp(long inboxId, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {InboxId} could not be handled and is taken up again.")]
    private partial void RowFailed(long inboxId, Exception fault);
}
