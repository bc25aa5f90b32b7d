using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>Looks answers up where they are stored.</summary>
public static class Answers
{
    /// <summary>What was answered in a thread, the oldest first; empty while nothing was.</summary>
    /// <param name="db">The database of the asker's team.</param>
    /// <param name="conversation">The conversation and thread.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public static async Task<IReadOnlyList<OutgoingMessage>> InAsync(SourcingDbContext db, ConversationRef conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var key = StorableKey.OfConversation(conversation);
        var rows = await db.Outbox.AsNoTracking().Where(o => o.ConversationKey == key).OrderBy(o => o.Id).Select(o => o.Message).ToListAsync(cancellationToken);
        return rows.ConvertAll(m => JsonSerializer.Deserialize(m, ChatJson.Default.OutgoingMessage)!);
    }
}
