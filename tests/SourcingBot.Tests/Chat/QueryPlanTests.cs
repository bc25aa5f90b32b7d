using Microsoft.EntityFrameworkCore;
using SourcingBot.Chat;

namespace SourcingBot.Tests.Chat;

/// <summary>Queries on tables that only grow go by an index.</summary>
public class QueryPlanTests
{
    [Fact]
    public async Task Known_events_are_found_by_the_unique_indexes()
    {
        await using var store = await ChatStore.CreateAsync();
        InboxRow[] rows =
        [
            .. Enumerable.Range(0, 3).Select(n => new InboxRow { Platform = "watched", EventId = $"e{n}", DedupeKey = $"d{n}", ConversationKey = "c", Payload = "{}" }),
        ];

        var plan = await store.ReadAsync(db => PlanAsync(Inbox.Known(db, rows)));

        Assert.Contains("IX_inbox_Platform_EventId (Platform=? AND EventId=?)", plan, StringComparison.Ordinal);
        Assert.Contains("IX_inbox_Platform_DedupeKey (Platform=? AND DedupeKey=?)", plan, StringComparison.Ordinal);
    }

    private static async Task<string> PlanAsync<T>(IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await command.Connection!.OpenAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(reader.GetOrdinal("detail")));
        return string.Join('\n', lines) + "\n";
    }
}
