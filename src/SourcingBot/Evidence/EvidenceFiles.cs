using Microsoft.EntityFrameworkCore;
using SourcingBot.Data;

namespace SourcingBot.Evidence;

/// <summary>The stored files of a team.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="store">Their bytes.</param>
public sealed class EvidenceFiles(SourcingDbContext db, FileStore store)
{
    /// <summary>The files of a case, in the order in which they came.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<StoredFileRow>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken) =>
        await db.StoredFiles.AsNoTracking().Where(f => f.CaseId == caseId).OrderBy(f => f.SentAt).ThenBy(f => f.EventKey).ThenBy(f => f.Position).ToListAsync(cancellationToken);

    /// <summary>A file and its bytes; null where the team has none of this id.</summary>
    /// <param name="id">The file.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<(StoredFileRow Row, Stream Content)?> OpenAsync(Guid id, CancellationToken cancellationToken) =>
        await db.StoredFiles.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, cancellationToken) is { } row && store.Open(row.TeamId, id) is { } content ? (row, content) : null;

    /// <summary>
    /// Deletes the files of a case, at once and for good: the rows first, then the bytes. Bytes that a crash leaves between the two go with
    /// the daily clean-up. Not to be called inside a transaction that may still be taken back.
    /// </summary>
    /// <param name="caseId">The case.</param>
    /// <param name="cancellationToken">Ends the deletion; what is deleted stays so.</param>
    /// <returns>How many files.</returns>
    public async Task<int> DeleteOfCaseAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var files = await db.StoredFiles.Where(f => f.CaseId == caseId).Select(f => f.Id).ToListAsync(cancellationToken);
        var deleted = await db.StoredFiles.Where(f => files.Contains(f.Id)).ExecuteDeleteAsync(cancellationToken);
        foreach (var id in files) store.Delete(db.TeamId, id);
        return deleted;
    }
}
