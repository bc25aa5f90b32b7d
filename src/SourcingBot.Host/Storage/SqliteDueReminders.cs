using Microsoft.Data.Sqlite;
using NodaTime;
using SourcingBot.Reminders;

namespace SourcingBot.Host.Storage;

/// <summary>
/// Moves due reminders on SQLite: two statements in a transaction that holds the write lock from its start, so both see the same
/// rows. Each transaction waits for the disk once, so a step is larger than on PostgreSQL.
/// </summary>
/// <param name="storage">Which database.</param>
internal sealed class SqliteDueReminders(StorageSettings storage) : IDueReminders
{
    private const string Next = """
        SELECT "DueAt" FROM waiting_reminders ORDER BY "DueAt" LIMIT 1
        """;

    private const string Due = """
        FROM waiting_reminders WHERE "DueAt" >= $from AND "DueAt" <= $now ORDER BY "DueAt", "Token" LIMIT 1000
        """;

    // A random id in the form in which the provider keeps a Guid: capitals, version 4.
    private const string Move = $"""
        INSERT INTO outbox (
            "TeamId", "Platform", "ConversationKey", "Status", "Version", "Attempts", "CreatedAt", "NotBefore", "LockedUntil",
            "MessageId", "DedupeKey", "Conversation", "Asker", "Message")
        SELECT
            "TeamId", "Platform", "ConversationKey", 0, 0, 0, $now, $now, 0,
            hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-A' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)),
            'reminder/' || "DueAt" || '/' || "Token", '', '', ''
        {Due}
        ON CONFLICT ("DedupeKey") DO NOTHING;
        DELETE FROM waiting_reminders WHERE ("DueAt", "Token") IN (SELECT "DueAt", "Token" {Due});
        SELECT changes();
        """;

    /// <inheritdoc/>
    public int MostAtOnce => 1000;

    /// <inheritdoc/>
    public async Task<Instant?> NextAsync(CancellationToken cancellationToken)
    {
        await using var connection = await SqlitePragmas.OpenAsync(storage.ConnectionString, cancellationToken);
        await using var command = new SqliteCommand(Next, connection);
        return await command.ExecuteScalarAsync(cancellationToken) is long ticks ? Instant.FromUnixTimeTicks(ticks) : null;
    }

    /// <inheritdoc/>
    public async Task<int> MoveAsync(Instant from, Instant now, CancellationToken cancellationToken)
    {
        await using var connection = await SqlitePragmas.OpenAsync(storage.ConnectionString, cancellationToken);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await using var command = new SqliteCommand(Move, connection, transaction);
        command.Parameters.AddWithValue("$from", from.ToUnixTimeTicks());
        command.Parameters.AddWithValue("$now", now.ToUnixTimeTicks());
        var moved = (int)(long)(await command.ExecuteScalarAsync(cancellationToken))!;
        await transaction.CommitAsync(cancellationToken);
        return moved;
    }
}
