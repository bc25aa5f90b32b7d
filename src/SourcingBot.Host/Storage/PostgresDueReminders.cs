using NodaTime;
using NodaTime.Extensions;
using Npgsql;
using SourcingBot.Reminders;

namespace SourcingBot.Host.Storage;

/// <summary>Moves due reminders on PostgreSQL: one statement a step. What another host is about to move is passed over, not waited for.</summary>
internal sealed class PostgresDueReminders : IDueReminders, IAsyncDisposable
{
    private const string Next = """
        SELECT "DueAt" FROM waiting_reminders ORDER BY "DueAt" LIMIT 1
        """;

    // Rows are found again by their place in the table (ctid), which the lock keeps, instead of by their key.
    private const string Move = """
        WITH moved AS (
            DELETE FROM waiting_reminders WHERE ctid = ANY (ARRAY (
                SELECT ctid FROM waiting_reminders
                WHERE "DueAt" >= $1 AND "DueAt" <= $2
                ORDER BY "DueAt", "Token" LIMIT 100
                FOR UPDATE SKIP LOCKED))
            RETURNING *),
        added AS (
            INSERT INTO outbox (
                "TeamId", "Platform", "ConversationKey", "Status", "Version", "Attempts", "CreatedAt", "NotBefore", "LockedUntil",
                "MessageId", "DedupeKey", "Conversation", "Asker", "Message")
            SELECT
                "TeamId", "Platform", "ConversationKey", 0, 0, 0, $2, $2, TIMESTAMPTZ 'epoch',
                gen_random_uuid(), 'reminder/' || (EXTRACT(EPOCH FROM "DueAt") * 10000000)::bigint || '/' || "Token", '', '', ''
            FROM moved ORDER BY "DueAt", "Token"
            ON CONFLICT ("DedupeKey") DO NOTHING)
        SELECT COUNT(*) FROM moved
        """;

    private readonly NpgsqlDataSource _database;

    /// <summary>A pool of its own: its statements leave nothing behind in a session, so that none has to be cleaned.</summary>
    /// <param name="storage">Which database.</param>
    public PostgresDueReminders(StorageSettings storage) =>
        _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(storage.ConnectionString) { NoResetOnClose = true });

    /// <inheritdoc/>
    public int MostAtOnce => 100;

    /// <inheritdoc/>
    public async Task<Instant?> NextAsync(CancellationToken cancellationToken) =>
        (await AskAsync(Next, [], cancellationToken) as DateTime?)?.ToInstant();

    /// <inheritdoc/>
    public async Task<int> MoveAsync(Instant from, Instant now, CancellationToken cancellationToken) =>
        (int)(long)(await AskAsync(Move, [from.ToDateTimeUtc(), now.ToDateTimeUtc()], cancellationToken))!;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<object?> AskAsync(string statement, DateTime[] values, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        foreach (var value in values) command.Parameters.AddWithValue(value);

        // Planning takes as long as moving; a connection keeps what it prepared.
        await command.PrepareAsync(cancellationToken);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
