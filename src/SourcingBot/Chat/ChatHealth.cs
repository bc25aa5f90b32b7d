using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>How the queues stand, over all teams.</summary>
/// <param name="InboxWaiting">Events that wait for an answer.</param>
/// <param name="InboxOldest">How long the oldest has waited; zero when none waits.</param>
/// <param name="OutboxWaiting">Messages that wait to be sent.</param>
/// <param name="OutboxOldest">How long the oldest has waited, also where its platform told it to wait.</param>
/// <param name="OutboxOverdue">How long a message that may be sent now has waited for somebody to send it; zero when none does.</param>
/// <param name="DeadEvents">Events that were given up.</param>
/// <param name="DeadMessages">Messages that were given up.</param>
public sealed record ChatHealth(
    int InboxWaiting, Duration InboxOldest, int OutboxWaiting, Duration OutboxOldest, Duration OutboxOverdue, int DeadEvents, int DeadMessages)
{
    /// <summary>Looks.</summary>
    /// <param name="db">The database.</param>
    /// <param name="enabledPlatforms">Messages of other platforms wait without being late.</param>
    /// <param name="sendingPlatforms">Those of them that a person need not mend first: only their messages can be overdue.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public static async Task<ChatHealth> OfAsync(
        SourcingDbContext db, IReadOnlyList<string> enabledPlatforms, IReadOnlyList<string> sendingPlatforms, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var inbox = await WaitingAsync(db.Inbox.IgnoreQueryFilters(), now, cancellationToken);
        var outbox = await WaitingAsync(db.Outbox.IgnoreQueryFilters().Where(o => enabledPlatforms.Contains(o.Platform)), now, cancellationToken);
        var overdue = await QueueClaims.Due<OutboxRow>(db, now, sendingPlatforms, inOrder: true).MinAsync(o => (Instant?)o.NotBefore, cancellationToken);
        return new ChatHealth(
            inbox.Count, inbox.Oldest, outbox.Count, outbox.Oldest, now - (overdue ?? now),
            await db.Inbox.IgnoreQueryFilters().CountAsync(r => r.Status == QueueStatus.Dead, cancellationToken),
            await db.Outbox.IgnoreQueryFilters().CountAsync(r => r.Status == QueueStatus.Dead, cancellationToken));
    }

    private static async Task<(int Count, Duration Oldest)> WaitingAsync<T>(IQueryable<T> rows, Instant now, CancellationToken cancellationToken)
        where T : QueueRow
    {
        var waiting = rows.Where(r => r.Status == QueueStatus.Ready || r.Status == QueueStatus.InFlight);
        var count = await waiting.CountAsync(cancellationToken);
        var oldest = await waiting.OrderBy(r => r.Id).Select(r => (Instant?)r.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        return (count, oldest is { } since ? now - since : Duration.Zero);
    }
}
