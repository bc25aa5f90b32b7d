using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Data;
using SourcingBot.Reminders;

namespace SourcingBot.Host.Storage;

/// <summary>
/// Moves due reminders on SQLite: two statements in a transaction that holds the write lock from its start, so both see the same
/// rows. Each transaction waits for the disk once, so a step is larger than on PostgreSQL.
/// </summary>
internal sealed class SqliteDueReminders : IDueReminders
{
    private const string Due = """
        FROM reminders WHERE "Status" = 0 AND "DueAt" >= $from AND "DueAt" <= $now ORDER BY "DueAt", "Id" LIMIT 1000
        """;

    // A random id in the form in which the provider keeps a Guid: capitals, version 4.
    private const string Statements = $"""
        INSERT INTO outbox (
            "TeamId", "Platform", "ConversationKey", "Status", "Version", "Attempts", "CreatedAt", "NotBefore", "LockedUntil",
            "MessageId", "DedupeKey", "AnswerKey", "Conversation", "Asker", "Message")
        SELECT
            "TeamId", "Platform", "ConversationKey", 0, 0, 0, $now, $now, 0,
            hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-A' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)),
            'reminder/' || "Id" || '/' || "DueAt", "Platform" || char(31) || "Token",
            "Conversation", "Person", "Message"
        {Due}
        ON CONFLICT ("DedupeKey") DO NOTHING;
        UPDATE reminders SET "Status" = 1 WHERE "Id" IN (SELECT "Id" {Due});
        SELECT changes();
        """;

    /// <inheritdoc/>
    public int MostAtOnce => 1000;

    /// <inheritdoc/>
    public async Task<int> MoveAsync(SourcingDbContext db, Instant from, Instant now, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            await using var transaction = connection.BeginTransaction(deferred: false);
            await using var command = new SqliteCommand(Statements, connection, transaction);
            command.Parameters.AddWithValue("$from", from.ToUnixTimeTicks());
            command.Parameters.AddWithValue("$now", now.ToUnixTimeTicks());
            var moved = (int)(long)(await command.ExecuteScalarAsync(cancellationToken))!;
            await transaction.CommitAsync(cancellationToken);
            return moved;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
