using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SourcingBot.Data;
using SourcingBot.Reminders;

namespace SourcingBot.Chat;

/// <summary>Sends stored messages: in order within a conversation, at the platform's pace, again after a passing fault.</summary>
/// <param name="scopes">Gives each message a context of its own.</param>
/// <param name="platforms">The chat platforms; those that are off keep their messages waiting.</param>
/// <param name="deliverer">Hands a message over.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Where faults go; never the words of a message.</param>
internal sealed partial class OutboxSender(
    IServiceScopeFactory scopes, IEnumerable<IChatPlatform> platforms, Deliverer deliverer, IClock clock, ILogger<OutboxSender> logger)
{
    private const int MostAtOnce = 32;

    /// <summary>With the delays of <see cref="RetryDelay"/> this is about two hours of trying.</summary>
    private const int MostAttempts = 16;

    /// <summary>A row that cannot be read holds its conversation up for about two minutes, in which a newer host may read it.</summary>
    private const int MostReadings = 8;

    /// <summary>How long a message waits that the platform refuses for want of a permission, while others go out.</summary>
    private static readonly Duration PauseOfOne = Duration.FromMinutes(1);

    private static readonly TimeSpan MarkAgain = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(p => p.Id.Value, StringComparer.Ordinal);

    /// <summary>Sends all that is due now, to every platform.</summary>
    /// <param name="stopping">Ends the round; sends that run may end.</param>
    /// <returns>How many messages were taken.</returns>
    public async Task<int> RunOnceAsync(CancellationToken stopping)
    {
        var taken = 0;
        foreach (var platform in _platforms.Values) taken += await RunOnceAsync(platform, stopping);
        return taken;
    }

    /// <summary>Sends all that is due now to one platform, so that one that hangs holds up no other.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="stopping">Ends the round; sends that run may end.</param>
    /// <returns>How many messages were taken.</returns>
    public async Task<int> RunOnceAsync(IChatPlatform platform, CancellationToken stopping)
    {
        if (!platform.IsEnabled || platform.Trouble is { StopsSending: true }) return 0;
        List<OutboxRow> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
            due = await QueueClaims.CandidatesAsync<OutboxRow>(db, clock.GetCurrentInstant(), [platform.Id.Value], MostAtOnce, inOrder: true, stopping);
        }

        var taken = 0;
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stopping }, async (row, _) =>
        {
            try
            {
                if (await TakeAsync(platform, row, stopping)) Interlocked.Increment(ref taken);
            }
            catch (Exception fault)
            {
                // One row's fault must not end its neighbours' sends. Where the row is still claimed its lock runs out.
                RowFailed(row.Id, platform.Id.Value, fault);
            }
        });
        return taken;
    }

    private async Task<bool> TakeAsync(IChatPlatform platform, OutboxRow row, CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested) return false;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTeam>().Id = row.TeamId;
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        var mayStand = SendDoubt.IsIn(row);
        if (!await QueueClaims.TryClaimAsync(db, row, clock.GetCurrentInstant(), CancellationToken.None)) return false;
        if (stopping.IsCancellationRequested)
        {
            await ReleaseAsync(db, row, QueueStatus.Ready, clock.GetCurrentInstant(), SendDoubt.Mark("stopped", mayStand), row.Attempts - 1);
            return false;
        }

        if (ReminderWords.AreMissing(row) && !await ReminderWords.TakeAsync(db, row)) return true;
        using var beat = Heartbeat.Start(scopes, row, clock, logger, CancellationToken.None);
        var delivery = deliverer.Read(row, mayStand);
        if (delivery?.Message.File is { } file) delivery = delivery with { OpenFile = ended => FileSources.OpenAsync(scope.ServiceProvider, file.Reference, ended) };
        var result = delivery is not null ? await deliverer.DeliverAsync(db, platform, row, delivery, stopping, beat.Lost)
            : row.Attempts < MostReadings ? new SendResult.RetryAfter(null, Deliverer.Unreadable) : new SendResult.Rejected(Deliverer.Unreadable);

        // Whatever became of the message is written down even while the program stops: it would be sent again otherwise.
        if (result is SendResult.Sent(var message))
        {
            await MarkSentAsync(db, row, JsonSerializer.Serialize(message, ChatJson.Default.SentMessageRef), clock.GetCurrentInstant(), platform.Pace, beat.Lost);
            return true;
        }

        // A message for one person may go to that person's own chat: a closed one says nothing of the conversation it came from.
        if (result is SendResult.Gone && delivery is { Message.Audience: Audience.Conversation })
            await Conversations.CloseAsync(db, delivery.Conversation, clock.GetCurrentInstant(), CancellationToken.None);
        await SettleAsync(db, platform, row, result, mayStand, stopping.IsCancellationRequested);
        return true;
    }

    /// <summary>Lets a message go that was not sent.</summary>
    private async Task SettleAsync(SourcingDbContext db, IChatPlatform platform, OutboxRow row, SendResult result, bool mayStand, bool isStopping)
    {
        var now = clock.GetCurrentInstant();
        switch (result)
        {
            case SendResult.RetryAfter(null, var reason) again when isStopping:
                await ReleaseAsync(db, row, QueueStatus.Ready, now, SendDoubt.Mark(reason, mayStand || again.InDoubt), row.Attempts);
                break;
            case SendResult.RetryAfter(var told, var reason) again when row.Attempts < MostAttempts || (told is not null && !again.InDoubt):
                Waits(row.Id, platform.Id.Value, reason, row.Attempts);
                var next = now + (told is { } delay ? RetryDelay.AsTold(delay) : RetryDelay.After(row.Attempts));
                await ReleaseAsync(db, row, QueueStatus.Ready, next, SendDoubt.Mark(reason, mayStand || again.InDoubt), row.Attempts);
                await RestAsync(db, row.ConversationKey, next);
                break;
            case SendResult.Paused(var reason):
                Waits(row.Id, platform.Id.Value, reason, row.Attempts);
                var resume = platform.Trouble is { StopsSending: true } ? now : now + PauseOfOne;
                await ReleaseAsync(db, row, QueueStatus.Ready, resume, SendDoubt.Mark(reason, mayStand), row.Attempts - 1);
                break;
            case SendResult.RetryAfter(_, var reason):
                await BuryAsync(db, platform, row, reason);
                break;
            case SendResult.Gone(var reason):
                await BuryAsync(db, platform, row, reason);
                break;
            case SendResult.Rejected(var reason):
                await BuryAsync(db, platform, row, reason);
                break;
        }
    }

    /// <summary>
    /// Writes down that a message was sent; again and again while the database is away, for as long as the row is this worker's.
    /// The conversation rests first: another host takes its next message as soon as this one is written down.
    /// </summary>
    private async Task MarkSentAsync(SourcingDbContext db, OutboxRow row, string sent, Instant now, Duration pace, CancellationToken lost)
    {
        while (true)
        {
            try
            {
                await RestAsync(db, row.ConversationKey, now + pace);
                await QueueClaims.Same(db, row).ExecuteUpdateAsync(
                    set => set.SetProperty(r => r.Status, QueueStatus.Done).SetProperty(r => r.Version, r => r.Version + 1)
                        .SetProperty(r => r.SentMessage, sent).SetProperty(r => r.SentAt, now).SetProperty(r => r.Fault, (string?)null),
                    CancellationToken.None);
                return;
            }
            catch (Exception fault) when (!lost.IsCancellationRequested)
            {
                NotMarked(row.Id, fault);
                await Task.Delay(MarkAgain, lost);
            }
        }
    }

    /// <summary>Nothing more into this conversation before then.</summary>
    private static Task<int> RestAsync(SourcingDbContext db, string conversationKey, Instant until) =>
        db.Outbox.Where(o => o.ConversationKey == conversationKey && o.Status == QueueStatus.Ready && o.NotBefore < until)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.NotBefore, until), CancellationToken.None);

    private async Task BuryAsync(SourcingDbContext db, IChatPlatform platform, OutboxRow row, string reason)
    {
        GivenUp(row.Id, platform.Id.Value, reason);
        await ReleaseAsync(db, row, QueueStatus.Dead, row.NotBefore, reason, row.Attempts);
    }

    private static Task<int> ReleaseAsync(SourcingDbContext db, OutboxRow row, QueueStatus status, Instant notBefore, string reason, int attempts) =>
        QueueClaims.Same(db, row).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, status).SetProperty(r => r.Version, r => r.Version + 1)
                .SetProperty(r => r.Attempts, attempts).SetProperty(r => r.NotBefore, notBefore).SetProperty(r => r.Fault, reason),
            CancellationToken.None);

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {OutboxId} to {Platform} waits ({Reason}, attempt {Attempt}).")]
    private partial void Waits(long outboxId, string platform, string reason, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {OutboxId} to {Platform} could not be sent ({Reason}) and rests in the outbox.")]
    private partial void GivenUp(long outboxId, string platform, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {OutboxId} to {Platform} could not be handled and is taken up again.")]
    private partial void RowFailed(long outboxId, string platform, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {OutboxId} was sent, but that could not be written down yet.")]
    private partial void NotMarked(long outboxId, Exception fault);
}
