using Microsoft.EntityFrameworkCore;

namespace SourcingBot.Host.Storage;

/// <summary>Lets one program at a time change the tables of a SQLite file, and lets go when that program dies.</summary>
/// <remarks>
/// EF Core marks a migration by a row in the file. A program that is killed leaves the row behind, and the next one waits for it
/// for ever (learn.microsoft.com/ef/core/providers/sqlite/limitations, "Concurrent migrations protection"). The operating system
/// lets go of a locked file by itself: whoever holds it knows that nobody migrates, so that a row that is there was left behind.
/// </remarks>
internal static partial class MigrationLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until no other program migrates the file.</summary>
    /// <param name="file">The database's file; its folder exists.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lock; disposing of it lets the next one in.</returns>
    public static async Task<IAsyncDisposable> TakeAsync(string file, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(file + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException fault) when (IsHeld(fault))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    /// <summary>Takes away the row of a program that was killed. Only for the holder of the lock.</summary>
    /// <param name="db">The database.</param>
    /// <param name="loggers">Where it is told.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task ClearLeftOverAsync(DbContext db, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var tables = await db.Database.SqlQuery<int>($"""SELECT COUNT(*) AS "Value" FROM sqlite_master WHERE name = '__EFMigrationsLock'""").SingleAsync(cancellationToken);
        if (tables == 0) return;
        if (await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" """, cancellationToken) > 0) LeftOver(loggers.CreateLogger(typeof(MigrationLock)));
    }

    /// <summary>Another program has the file open: EWOULDBLOCK on Linux (11) and macOS (35), a sharing violation on Windows.</summary>
    private static bool IsHeld(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A start was killed while it brought the database to its version; this one goes on from there.")]
    private static partial void LeftOver(ILogger logger);
}
