using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SourcingBot.Host.Storage;

/// <summary>Sets up each SQLite connection: what is acknowledged must survive a killed process and a power cut.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>A writer waits for another in steps of milliseconds; without the time-out the driver itself waits 150 ms at a time.</summary>
    private const string EachConnection = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000;";

    /// <summary>The one interceptor; it keeps no state.</summary>
    public static SqlitePragmas Instance { get; } = new();

    /// <summary>Turns the write-ahead log on, so that readers do not wait for a writer. The file remembers it.</summary>
    /// <param name="db">The database; the file is made if it is missing.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task UseWriteAheadLogAsync(DbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL;";
        await command.ExecuteNonQueryAsync(cancellationToken);
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>Opens a connection beside those of the contexts, set up in the same way.</summary>
    /// <param name="connectionString">The connection.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<SqliteConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new SqliteCommand(EachConnection, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = EachConnection;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = EachConnection;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
