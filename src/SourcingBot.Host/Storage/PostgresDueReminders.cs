using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using SourcingBot.Data;
using SourcingBot.Reminders;

namespace SourcingBot.Host.Storage;

/// <summary>Moves due reminders on PostgreSQL: one statement a step. What another host is about to move is passed over, not waited for.</summary>
internal sealed class PostgresDueReminders : IDueReminders
{
    private const string Statement = """
        WITH due AS (
            SELECT "Id" FROM reminders
            WHERE "Status" = 0 AND "DueAt" >= $1 AND "DueAt" <= $2
            ORDER BY "DueAt" LIMIT 100
            FOR UPDATE SKIP LOCKED),
        moved AS (
            UPDATE reminders SET "Status" = 1 FROM due WHERE reminders."Id" = due."Id"
            RETURNING reminders."Id", "TeamId", "Platform", "ConversationKey", "DueAt", "Token", "Conversation", "Person", "Message"),
        added AS (
            INSERT INTO outbox (
                "TeamId", "Platform", "ConversationKey", "Status", "Version", "Attempts", "CreatedAt", "NotBefore", "LockedUntil",
                "MessageId", "DedupeKey", "AnswerKey", "Conversation", "Asker", "Message")
            SELECT
                "TeamId", "Platform", "ConversationKey", 0, 0, 0, $2, $2, TIMESTAMPTZ 'epoch',
                gen_random_uuid(), 'reminder/' || "Id" || '/' || (EXTRACT(EPOCH FROM "DueAt") * 10000000)::bigint, "Platform" || chr(31) || "Token",
                "Conversation", "Person", "Message"
            FROM moved ORDER BY "DueAt", "Id"
            ON CONFLICT ("DedupeKey") DO NOTHING)
        SELECT COUNT(*) FROM moved
        """;

    /// <inheritdoc/>
    public int MostAtOnce => 100;

    /// <inheritdoc/>
    public async Task<int> MoveAsync(SourcingDbContext db, Instant from, Instant now, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand(Statement, (NpgsqlConnection)db.Database.GetDbConnection());
            command.Parameters.AddWithValue(from.ToDateTimeUtc());
            command.Parameters.AddWithValue(now.ToDateTimeUtc());

            // Planning takes as long as moving; a connection keeps what it prepared.
            await command.PrepareAsync(cancellationToken);
            return (int)(long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
