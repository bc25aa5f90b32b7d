using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>Takes rows of a queue and lets them go again. The same statements run on every database.</summary>
internal static class QueueClaims
{
    /// <summary>How long a claim holds without a heartbeat; a row whose worker died is free after it.</summary>
    public static readonly Duration LockTime = Duration.FromSeconds(10);

    /// <summary>Rows that may be taken now, the oldest first, at most one per conversation.</summary>
    /// <param name="db">The database, every team's rows.</param>
    /// <param name="now">The time.</param>
    /// <param name="platforms">Only rows of these platforms, or null for all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="inOrder">Whether a row waits for the earlier ones of its conversation, even while they rest until a later time.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public static async Task<List<T>> CandidatesAsync<T>(
        SourcingDbContext db, Instant now, IReadOnlyList<string>? platforms, int most, bool inOrder, CancellationToken cancellationToken)
        where T : QueueRow =>
        await Due<T>(db, now, platforms, inOrder).OrderBy(r => r.Id).Take(most).ToListAsync(cancellationToken);

    /// <summary>The same rows, as a query.</summary>
    /// <param name="db">The database, every team's rows.</param>
    /// <param name="now">The time.</param>
    /// <param name="platforms">Only rows of these platforms, or null for all.</param>
    /// <param name="inOrder">Whether a row waits for the earlier ones of its conversation, even while they rest until a later time.</param>
    public static IQueryable<T> Due<T>(SourcingDbContext db, Instant now, IReadOnlyList<string>? platforms, bool inOrder)
        where T : QueueRow
    {
        var rows = db.Set<T>().IgnoreQueryFilters().AsNoTracking();
        var due = rows.Where(r => (r.Status == QueueStatus.Ready && r.NotBefore <= now) || (r.Status == QueueStatus.InFlight && r.LockedUntil < now));
        if (platforms is not null) due = due.Where(r => platforms.Contains(r.Platform));
        return inOrder
            ? due.Where(r => !rows.Any(o => o.ConversationKey == r.ConversationKey && o.Id < r.Id && (o.Status == QueueStatus.Ready || o.Status == QueueStatus.InFlight)))
            : due.Where(r => !rows.Any(o => o.ConversationKey == r.ConversationKey && o.Id != r.Id
                && ((o.Status == QueueStatus.InFlight && o.LockedUntil >= now) || (o.Id < r.Id && o.Status == QueueStatus.Ready && o.NotBefore <= now))));
    }

    /// <summary>Takes a row if nobody else has taken it or its conversation in the meantime.</summary>
    /// <param name="db">The database.</param>
    /// <param name="row">The row as it was read; on success its fields are those of the claim.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>False where somebody else was first. A database that cannot be asked is an exception.</returns>
    public static async Task<bool> TryClaimAsync<T>(SourcingDbContext db, T row, Instant now, CancellationToken cancellationToken)
        where T : QueueRow
    {
        var until = now + LockTime;
        try
        {
            var taken = await Same(db, row).ExecuteUpdateAsync(
                set => set.SetProperty(r => r.Status, QueueStatus.InFlight).SetProperty(r => r.Version, r => r.Version + 1)
                    .SetProperty(r => r.Attempts, r => r.Attempts + 1).SetProperty(r => r.LockedUntil, until),
                cancellationToken);
            if (taken == 0) return false;
        }
        catch (Exception fault) when (db.FaultOf(fault) is DatabaseFault.Duplicate or DatabaseFault.Busy)
        {
            // The index on conversations in flight: another worker took an earlier row of this conversation.
            return false;
        }

        row.Status = QueueStatus.InFlight;
        row.Version++;
        row.Attempts++;
        row.LockedUntil = until;
        return true;
    }

    /// <summary>Holds a claim for longer. False when it was lost.</summary>
    /// <param name="db">The database.</param>
    /// <param name="row">The claimed row.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<bool> ExtendAsync<T>(SourcingDbContext db, T row, Instant now, CancellationToken cancellationToken)
        where T : QueueRow =>
        await Same(db, row).ExecuteUpdateAsync(set => set.SetProperty(r => r.LockedUntil, now + LockTime), cancellationToken) == 1;

    /// <summary>Lets a claimed row go as if it had not been taken, for the next host to take at once.</summary>
    /// <param name="db">The database.</param>
    /// <param name="row">The claimed row.</param>
    /// <param name="now">The time.</param>
    public static Task<int> GiveBackAsync<T>(SourcingDbContext db, T row, Instant now)
        where T : QueueRow =>
        Same(db, row).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, QueueStatus.Ready).SetProperty(r => r.Version, r => r.Version + 1)
                .SetProperty(r => r.Attempts, r => r.Attempts - 1).SetProperty(r => r.NotBefore, now),
            CancellationToken.None);

    /// <summary>The row while its version is the one that was read: each statement on it is conditional on that.</summary>
    /// <param name="db">The database.</param>
    /// <param name="row">The row.</param>
    public static IQueryable<T> Same<T>(SourcingDbContext db, T row)
        where T : QueueRow
    {
        var (id, version) = (row.Id, row.Version);
        Expression<Func<T, bool>> same = r => r.Id == id && r.Version == version;
        return db.Set<T>().IgnoreQueryFilters().Where(same);
    }
}
