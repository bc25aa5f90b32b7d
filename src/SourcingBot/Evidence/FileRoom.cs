using Microsoft.EntityFrameworkCore;
using SourcingBot.Data;

namespace SourcingBot.Evidence;

/// <summary>How much room the scope's team has for files.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="options">The limits.</param>
internal sealed class FileRoom(SourcingDbContext db, EvidenceOptions options)
{
    /// <summary>Bytes that the team may still store; 0 or less where the room is used up.</summary>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<long> LeftAsync(CancellationToken cancellationToken) => options.QuotaBytes - await db.StoredFiles.SumAsync(f => f.Size, cancellationToken);
}
