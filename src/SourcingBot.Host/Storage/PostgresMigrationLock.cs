using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace SourcingBot.Host.Storage;

/// <summary>Lets one host at a time change the tables of a PostgreSQL database, and lets go when that host dies.</summary>
/// <remarks>EF Core locks the table of its migrations, which is not there yet when two hosts start on an empty database: both would make every table.</remarks>
internal static class PostgresMigrationLock
{
    /// <summary>Any number that nothing else in the database locks: "SourcBot" in ASCII.</summary>
    private const long Key = 0x536F757263426F74;

    /// <summary>Makes the database where it is missing, and waits until no other host migrates it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="connectionString">Its connection; secret.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lock; disposing of it lets the next one in.</returns>
    public static async Task<IAsyncDisposable> TakeAsync(DbContext db, string connectionString, CancellationToken cancellationToken)
    {
        await CreateAsync(db.GetService<IRelationalDatabaseCreator>(), cancellationToken);

        // A session of its own: PostgreSQL lets go when it ends, and a pool would keep it.
        var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ToString());
        try
        {
            await session.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", session) { Parameters = { new() { Value = Key } } };
            await command.ExecuteNonQueryAsync(cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private static async Task CreateAsync(IRelationalDatabaseCreator creator, CancellationToken cancellationToken)
    {
        if (await creator.ExistsAsync(cancellationToken)) return;
        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another host made it in the meantime.
        }
    }
}
