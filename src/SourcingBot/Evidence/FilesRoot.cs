using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Data;

namespace SourcingBot.Evidence;

/// <summary>
/// Knows whether the folder of files is the one that belongs to the database: a marker in the folder holds the same random id as a row
/// of the database. A host with another folder, or with a share that is not mounted, is found out before a file goes astray.
/// </summary>
/// <param name="scopes">Gives a context.</param>
/// <param name="options">The folder.</param>
internal sealed class FilesRoot(IServiceScopeFactory scopes, EvidenceOptions options)
{
    /// <summary>The marker's name in the folder.</summary>
    public const string Marker = "sourcingbot-files.id";

    private const string Setting = "files-root";

    private string? _known;

    /// <summary>What is wrong with the folder, in words for whoever operates the bot; null where nothing is.</summary>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            _known ??= await KnownAsync(cancellationToken);
            if (_known is null) return "Files:Root names a folder that holds the files of another database. Name an empty folder, or give this program that database.";
            return await MarkedAsync(cancellationToken) == _known ? null
                : "Files:Root names another folder than the one that holds this database's files, or its disk is not mounted. Every host needs the same folder.";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "The folder that Files:Root names cannot be used (" + fault.GetType().Name + "). Let the program's user read and write there.";
        }
    }

    /// <summary>The database's id of the folder, chosen at the first use; null where the folder belongs to another database.</summary>
    private async Task<string?> KnownAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        var settings = db.TeamSettings.IgnoreQueryFilters().AsNoTracking().Where(s => s.TeamId == TeamId.Only && s.Name == Setting).Select(s => s.Value);
        if (await settings.FirstOrDefaultAsync(cancellationToken) is { } known) return known;
        if (await MarkAsync(cancellationToken) is not { } marked) return null;
        try
        {
            db.TeamSettings.Add(new TeamSettingRow { TeamId = TeamId.Only, Name = Setting, Value = marked });
            await db.SaveChangesAsync(cancellationToken);
            return marked;
        }
        catch (DbUpdateException fault) when (db.FaultOf(fault) == DatabaseFault.Duplicate)
        {
            // Another host was first; its folder is the right one.
            return await settings.FirstAsync(cancellationToken);
        }
    }

    /// <summary>Marks an empty folder, or reads the mark that another host, or this one before a crash, has made there.</summary>
    private async Task<string?> MarkAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.Root);
        var path = Path.Combine(options.Root, Marker);
        if (!File.Exists(path))
        {
            var own = Path.Combine(options.Root, Guid.NewGuid().ToString("N") + FileStore.Unfinished);
            await File.WriteAllTextAsync(own, Guid.NewGuid().ToString("N"), Encoding.ASCII, cancellationToken);
            try
            {
                File.Move(own, path);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(own);
            }
        }

        return Directory.EnumerateDirectories(options.Root).Any() ? null : await MarkedAsync(cancellationToken);
    }

    private async Task<string?> MarkedAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(options.Root, Marker);
        return File.Exists(path) ? (await File.ReadAllTextAsync(path, cancellationToken)).Trim() : null;
    }
}
