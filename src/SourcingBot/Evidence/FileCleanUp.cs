using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Evidence;

/// <summary>Deletes bytes that no row tells of, of turns that a crash cut off and of cases that were deleted, and files whose time (<see cref="EvidenceOptions.Keep"/>) is over. Their names stay in the case until it is deleted.</summary>
/// <param name="root">Tells whether the folder is the right one.</param>
/// <param name="options">The folder.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Where the outcome goes.</param>
internal sealed partial class FileCleanUp(FilesRoot root, EvidenceOptions options, IClock clock, ILogger<FileCleanUp> logger)
{
    /// <summary>The row of younger bytes may still be on its way.</summary>
    public static readonly Duration Youth = Duration.FromDays(1);

    private const int MostAtOnce = 500;

    /// <summary>Looks through the folder once.</summary>
    /// <param name="db">The database, every team's rows.</param>
    /// <param name="cancellationToken">Ends the round.</param>
    /// <returns>How many files were deleted.</returns>
    public async Task<int> RunOnceAsync(SourcingDbContext db, CancellationToken cancellationToken)
    {
        // In the wrong folder every file would look forgotten.
        if (await root.ProblemAsync(cancellationToken) is { } problem)
        {
            NotCleaned(problem);
            return 0;
        }

        await ForgetAsync(db, cancellationToken);
        var before = (clock.GetCurrentInstant() - Youth).ToDateTimeUtc();
        var deleted = 0;
        foreach (var batch in Directory.EnumerateDirectories(options.Root).SelectMany(Directory.EnumerateFiles).Where(f => File.GetLastWriteTimeUtc(f) < before).Chunk(MostAtOnce))
        {
            var ids = batch.Select(IdOf).OfType<Guid>().ToList();
            var kept = await KeptAsync(db, ids, cancellationToken);
            foreach (var file in batch.Where(f => IsOurs(f) && !(IdOf(f) is { } id && kept.Contains(id))))
            {
                File.Delete(file);
                deleted++;
            }
        }

        if (deleted > 0) Deleted(deleted);
        return deleted;
    }

    /// <summary>Drops the rows of files whose time is over, so that they take no room from the team; their bytes have no row then. A case still names them.</summary>
    private async Task ForgetAsync(SourcingDbContext db, CancellationToken cancellationToken)
    {
        if (options.Keep is not { } keep) return;
        var before = clock.GetCurrentInstant() - keep;
        await db.StoredFiles.IgnoreQueryFilters()
            .Where(f => f.CaseId == null ? f.SentAt <= before : db.Cases.IgnoreQueryFilters().Any(c => c.Id == f.CaseId && c.ClosedAt != null && c.ClosedAt <= before))
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static Task<HashSet<Guid>> KeptAsync(SourcingDbContext db, List<Guid> ids, CancellationToken cancellationToken) =>
        db.StoredFiles.IgnoreQueryFilters().Where(f => ids.Contains(f.Id)).Select(f => f.Id).ToHashSetAsync(cancellationToken);

    /// <summary>The id of finished bytes.</summary>
    private static Guid? IdOf(string path) => Guid.TryParseExact(Path.GetFileName(path), "N", out var id) ? id : null;

    /// <summary>What somebody else has put there is left alone.</summary>
    private static bool IsOurs(string path) =>
        IdOf(path) is not null || (Path.GetExtension(path) == FileStore.Unfinished && Guid.TryParseExact(Path.GetFileNameWithoutExtension(path), "N", out _));

    [LoggerMessage(Level = LogLevel.Error, Message = "Old files were not cleaned up. {Problem}")]
    private partial void NotCleaned(string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} files that no case needs any more were deleted.")]
    private partial void Deleted(int count);
}
