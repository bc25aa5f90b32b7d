using NodaTime;
using SourcingBot.Cases;
using SourcingBot.Data;
using SourcingBot.Evidence;
using SourcingBot.Flows;

namespace SourcingBot.Packs;

/// <summary>The evidence packs of the team's cases. It reads and changes nothing.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="book">The cases.</param>
/// <param name="orders">Their orders.</param>
/// <param name="files">Their files.</param>
/// <param name="store">The bytes of the files.</param>
/// <param name="clock">The time.</param>
internal sealed class CasePacks(SourcingDbContext db, CaseBook book, CaseOrders orders, EvidenceFiles files, FileStore store, IClock clock)
{
    /// <summary>A case by its name or id, as a person types it; null where the team has none.</summary>
    /// <param name="nameOrId">As "D-7KQ2", "d-7kq2" or an id.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<StoredCase?> FindAsync(string nameOrId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(nameOrId);
        return Guid.TryParse(nameOrId, out var id) ? book.FindAsync(id, cancellationToken)
            : CaseNames.In(nameOrId) is { } name ? book.FindAsync(name, cancellationToken)
            : Task.FromResult<StoredCase?>(null);
    }

    /// <summary>Whether a case has a pack: disputes alone do.</summary>
    /// <param name="stored">The case.</param>
    public static bool HasPack(StoredCase stored) => stored.Row.Kind == FlowKind.Dispute;

    /// <summary>The name of a case's pack: "D-7KQ2 evidence.zip".</summary>
    /// <param name="stored">The case.</param>
    public static string NameOf(StoredCase stored) => stored.Row.Name + " evidence.zip";

    /// <summary>Writes the pack of a case.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="zip">Where it goes: seekable and empty. It stays open.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="IOException">The stream cannot be written, or a file changed meanwhile; what was written is of no use.</exception>
    public async Task<PackReport> WriteAsync(StoredCase stored, Stream zip, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return await EvidencePack.WriteAsync(await FileOfAsync(stored, cancellationToken), zip, Open, cancellationToken);

        Task<Stream?> Open(ExhibitFile file, CancellationToken _) => Task.FromResult(store.Open(db.TeamId, file.FileId));
    }

    /// <summary>What there is to know of a case's pack before it is written.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<PackReport> ForeseeAsync(StoredCase stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return EvidencePack.Foresee(await FileOfAsync(stored, cancellationToken));
    }

    /// <summary>Writes the pack of a case to a temporary file that goes when it is closed.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The file, at its beginning.</returns>
    /// <exception cref="IOException">The disk does not take it, or a file changed meanwhile.</exception>
    public async Task<Stream> OpenAsync(StoredCase stored, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), "sourcingbot-pack-" + Guid.NewGuid().ToString("N"));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var zip = new FileStream(path, options);
        try
        {
            await WriteAsync(stored, zip, cancellationToken);
            zip.Position = 0;
            return zip;
        }
        catch
        {
            await zip.DisposeAsync();
            throw;
        }
    }

    private async Task<CaseFile> FileOfAsync(StoredCase stored, CancellationToken cancellationToken)
    {
        var order = await orders.OfAsync(stored, cancellationToken);
        return CaseFileBuilder.Build(new CaseMaterial(
            stored, order?.State(clock.GetCurrentInstant()), await book.HistoryAsync(stored.Row.Id, cancellationToken), await files.OfCaseAsync(stored.Row.Id, cancellationToken)));
    }
}
