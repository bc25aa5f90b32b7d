using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Host.Storage;
using SourcingBot.Testing;
using SourcingBot.Tests.Chat;
using SourcingBot.Tests.Orders;

namespace SourcingBot.Tests.Reminders;

/// <summary>A database in which reminders wait from before they had a timetable.</summary>
public class OlderRemindersTests
{
    /// <summary>The last version in which the reminders themselves said whether they wait.</summary>
    private const string Before = "Cases";

    [Fact]
    public Task On_SQLite_what_waited_is_sent_at_its_time_and_what_was_sent_is_not_sent_again() => Check(postgres: false);

    [PostgresFact]
    public Task On_PostgreSQL_what_waited_is_sent_at_its_time_and_what_was_sent_is_not_sent_again() => Check(postgres: true);

    private static async Task Check(bool postgres)
    {
        await using var store = await ReminderStore.CreateAsync(postgres);
        await store.Chat.ReadAsync(async db =>
        {
            await db.Database.EnsureDeletedAsync();
            await db.GetService<IMigrator>().MigrateAsync(Before);
            return 0;
        });
        var order = await store.OrderAsync(new TestOrder());
        var tomorrow = store.Now + Duration.FromDays(1);
        await AddAsync("due", 0, store.Now);
        await AddAsync("tomorrow", 0, tomorrow);
        await AddAsync("sent", 1, store.Now - Duration.FromMinutes(1));
        await AddAsync("cancelled", 4, store.Now);
        await store.WriteAsync(null, db => db.Outbox.Add(new OutboxRow
        {
            MessageId = Guid.NewGuid(),
            Platform = WatchedPlatform.Name.Value,
            ConversationKey = "k",
            DedupeKey = "reminder/9/17000000000000000",
            AnswerKey = "a",
            Conversation = Conversation("C9"),
            Asker = JsonSerializer.Serialize(new ChatUser("U1"), ChatJson.Default.ChatUser),
            Message = Message("handed over"),
            CreatedAt = store.Now,
            NotBefore = store.Now,
        }));

        await store.Chat.Services.MigrateAsync(CancellationToken.None);

        Assert.Equal(["waits", "waits", "sent", "Cancelled"], await store.StatusesAsync());
        Assert.Equal(1, await store.SweepAsync());
        await store.SendAllAsync();
        Assert.Equal(["send C1: due", "send C9: handed over"], store.Seen.Order(StringComparer.Ordinal));
        store.Now = tomorrow;
        Assert.Equal(1, await store.SweepAsync());
        await store.SendAllAsync();
        Assert.Equal("send C1: tomorrow", store.Seen[2]);

        Task<int> AddAsync(string text, int status, Instant due)
        {
            var at = postgres ? $"TIMESTAMPTZ '{due.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}'" : due.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture);
            var no = postgres ? "FALSE" : "0";
            var statement = $$"""
                INSERT INTO reminders (
                    "TeamId", "OrderId", "Key", "DeadlineKey", "Target", "Kind", "DueAt", "DeadlineAt", "IsSnoozed", "Status",
                    "Token", "Platform", "ConversationKey", "Conversation", "Person", "Message")
                SELECT "TeamId", "Id", '{{text}}', 'd', 0, 0, {{at}}, {{at}}, {{no}}, {{status}}, 'token-of-{{text}}', {0}, {1}, {2}, {3}, {4} FROM orders WHERE "Id" = {5}
                """;
            return store.Chat.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
                statement, WatchedPlatform.Name.Value, StorableKey.OfConversation(Place("C1")), Conversation("C1"),
                JsonSerializer.Serialize(new ChatUser("U1"), ChatJson.Default.ChatUser), Message(text), order));
        }
    }

    private static ConversationRef Place(string conversation) => new(WatchedPlatform.Name, "W1", conversation, null, "{}");

    private static string Conversation(string conversation) => JsonSerializer.Serialize(Place(conversation), ChatJson.Default.ConversationRef);

    private static string Message(string text) => JsonSerializer.Serialize(new OutgoingMessage(text, null, Audience.Conversation), ChatJson.Default.OutgoingMessage);
}
