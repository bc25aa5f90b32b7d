using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>Sends stored messages: in order within a conversation, at the platform's pace, again after a passing fault.</summary>
/// <param name="scopes">Gives each message a context of its own.</param>
/// <param name="platforms">The chat platforms; those that are off keep their messages waiting.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Where faults go; never the words of a message.</param>
internal sealed partial class OutboxSender(IServiceScopeFactory scopes, IEnumerable<IChatPlatform> platforms, IClock clock, ILogger<OutboxSender> logger)
{
    private const int MostAtOnce = 32;

    /// <summary>With the delays of <see cref="RetryDelay"/> this is about two hours of trying.</summary>
    private const int MostAttempts = 16;

    /// <summary>How long a message waits that the platform refuses for want of a permission, while others go out.</summary>
    private static readonly Duration PauseOfOne = Duration.FromMinutes(1);

    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(p => p.Id.Value, StringComparer.Ordinal);

    /// <summary>Sends all that is due now.</summary>
    /// <param name="cancellationToken">Ends the round.</param>
    /// <returns>How many messages were taken.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var enabled = _platforms.Values.Where(p => p.IsEnabled && p.Trouble is not { StopsSending: true }).Select(p => p.Id.Value).ToList();
        if (enabled.Count == 0) return 0;
        List<OutboxRow> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
            due = await QueueClaims.CandidatesAsync<OutboxRow>(db, clock.GetCurrentInstant(), enabled, MostAtOnce, inOrder: true, cancellationToken);
        }

        var taken = 0;
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (row, token) =>
        {
            if (await TakeAsync(row, token)) Interlocked.Increment(ref taken);
        });
        return taken;
    }

    private async Task<bool> TakeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTeam>().Id = row.TeamId;
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        var mayStand = SendDoubt.IsIn(row);
        if (!await QueueClaims.TryClaimAsync(db, row, clock.GetCurrentInstant(), cancellationToken)) return false;

        using var beat = Heartbeat.Start(scopes, row, clock, cancellationToken);
        var platform = _platforms[row.Platform];
        var delivery = new Delivery(
            row.MessageId, JsonSerializer.Deserialize(row.Conversation, ChatJson.Default.ConversationRef)!,
            JsonSerializer.Deserialize(row.Asker, ChatJson.Default.ChatUser)!, JsonSerializer.Deserialize(row.Message, ChatJson.Default.OutgoingMessage)!,
            row.CreatedAt, mayStand);
        var result = await SendAsync(db, platform, row, delivery, beat.Lost);
        cancellationToken.ThrowIfCancellationRequested();
        await SettleAsync(db, platform, row, delivery, result, cancellationToken);
        return true;
    }

    private async Task<SendResult> SendAsync(
        SourcingDbContext db, IChatPlatform platform, OutboxRow row, Delivery delivery, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(LongestSend);
        try
        {
            return await EarlierAnswerAsync(db, row, limited.Token) is { } earlier
                ? await platform.UpdateAsync(delivery, earlier, limited.Token)
                : await platform.SendAsync(delivery, limited.Token);
        }
        catch (OperationCanceledException)
        {
            return new SendResult.RetryAfter(null, "timeout") { InDoubt = true };
        }
        catch (Exception fault)
        {
            // Adapters return their failures; what they throw is a defect, and the message is tried again.
            Threw(row.Id, platform.Id.Value, fault);
            return new SendResult.RetryAfter(null, fault.GetType().Name) { InDoubt = true };
        }
    }

    /// <summary>Where the answer to an earlier wording of the same message stands.</summary>
    private static async Task<SentMessageRef?> EarlierAnswerAsync(SourcingDbContext db, OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.AnswerKey is null || OutboxRows.IsAlwaysNew(row)) return null;
        var sent = await db.Outbox.AsNoTracking()
            .Where(o => o.Platform == row.Platform && o.AnswerKey == row.AnswerKey && o.Id < row.Id && o.Status == QueueStatus.Done && o.SentMessage != null)
            .OrderByDescending(o => o.Id).Select(o => o.SentMessage).FirstOrDefaultAsync(cancellationToken);
        var earlier = sent is null ? null : JsonSerializer.Deserialize(sent, ChatJson.Default.SentMessageRef);
        return earlier?.MessageId is null ? null : earlier;
    }

    private async Task SettleAsync(
        SourcingDbContext db, IChatPlatform platform, OutboxRow row, Delivery delivery, SendResult result, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        switch (result)
        {
            case SendResult.Sent(var message):
                var sent = JsonSerializer.Serialize(message, ChatJson.Default.SentMessageRef);
                await QueueClaims.Same(db, row).ExecuteUpdateAsync(
                    set => set.SetProperty(r => r.Status, QueueStatus.Done).SetProperty(r => r.Version, r => r.Version + 1)
                        .SetProperty(r => r.SentMessage, sent).SetProperty(r => r.SentAt, now).SetProperty(r => r.Fault, (string?)null),
                    cancellationToken);
                await RestAsync(db, row.ConversationKey, now + platform.Pace, cancellationToken);
                break;
            case SendResult.RetryAfter(var told, var reason) again when row.Attempts < MostAttempts || (told is not null && !again.InDoubt):
                Waits(row.Id, platform.Id.Value, reason, row.Attempts);
                var next = now + (told is { } delay ? RetryDelay.AsTold(delay) : RetryDelay.After(row.Attempts));
                await ReleaseAsync(db, row, QueueStatus.Ready, next, SendDoubt.Mark(reason, delivery.MayStand || again.InDoubt), row.Attempts, cancellationToken);
                await RestAsync(db, row.ConversationKey, next, cancellationToken);
                break;
            case SendResult.Paused(var reason):
                Waits(row.Id, platform.Id.Value, reason, row.Attempts);
                var resume = platform.Trouble is { StopsSending: true } ? now : now + PauseOfOne;
                await ReleaseAsync(db, row, QueueStatus.Ready, resume, SendDoubt.Mark(reason, delivery.MayStand), row.Attempts - 1, cancellationToken);
                break;
            case SendResult.RetryAfter(_, var reason):
                await BuryAsync(db, platform, row, reason, cancellationToken);
                break;
            case SendResult.Gone(var reason):
                await Conversations.CloseAsync(db, delivery.Conversation, now, cancellationToken);
                await BuryAsync(db, platform, row, reason, cancellationToken);
                break;
            case SendResult.Rejected(var reason):
                await BuryAsync(db, platform, row, reason, cancellationToken);
                break;
        }
    }

    /// <summary>Nothing more into this conversation before then.</summary>
    private static Task<int> RestAsync(SourcingDbContext db, string conversationKey, Instant until, CancellationToken cancellationToken) =>
        db.Outbox.Where(o => o.ConversationKey == conversationKey && o.Status == QueueStatus.Ready && o.NotBefore < until)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.NotBefore, until), cancellationToken);

    private async Task BuryAsync(SourcingDbContext db, IChatPlatform platform, OutboxRow row, string reason, CancellationToken cancellationToken)
    {
        GivenUp(row.Id, platform.Id.Value, reason);
        await ReleaseAsync(db, row, QueueStatus.Dead, row.NotBefore, reason, row.Attempts, cancellationToken);
    }

    private static Task<int> ReleaseAsync(
        SourcingDbContext db, OutboxRow row, QueueStatus status, Instant notBefore, string reason, int attempts, CancellationToken cancellationToken) =>
        QueueClaims.Same(db, row).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, status).SetProperty(r => r.Version, r => r.Version + 1)
                .SetProperty(r => r.Attempts, attempts).SetProperty(r => r.NotBefore, notBefore).SetProperty(r => r.Fault, reason),
            cancellationToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {OutboxId} to {Platform} waits ({Reason}, attempt {Attempt}).")]
    private partial void Waits(long outboxId, string platform, string reason, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {OutboxId} to {Platform} could not be sent ({Reason}) and rests in the outbox.")]
    private partial void GivenUp(long outboxId, string platform, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending message {OutboxId} to {Platform} failed unexpectedly.")]
    private partial void Threw(long outboxId, string platform, Exception fault);
}
