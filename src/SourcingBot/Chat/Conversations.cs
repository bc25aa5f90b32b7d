using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>Keeps the latest way to each conversation.</summary>
internal static class Conversations
{
    /// <summary>Refreshes the conversation of an event: being there opens it, being removed closes it.</summary>
    /// <param name="db">The database of the event's team.</param>
    /// <param name="incoming">The event.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task RememberAsync(SourcingDbContext db, IncomingEvent incoming, Instant now, CancellationToken cancellationToken)
    {
        var key = StorableKey.OfConversation(incoming.Conversation);
        var reference = JsonSerializer.Serialize(incoming.Conversation, ChatJson.Default.ConversationRef);
        Instant? gone = incoming is BotRemoved ? now : null;
        var known = await db.Conversations.Where(c => c.Key == key).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Reference, reference).SetProperty(c => c.SeenAt, now).SetProperty(c => c.GoneAt, gone), cancellationToken);
        if (known > 0) return;
        try
        {
            db.Conversations.Add(new ConversationRow { Key = key, Reference = reference, SeenAt = now, GoneAt = gone });
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (db.FaultOf(fault) == DatabaseFault.Duplicate)
        {
            // Another event of the same conversation was first; its reference is as good.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Marks a conversation as closed to the bot.</summary>
    /// <param name="db">The database.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static Task<int> CloseAsync(SourcingDbContext db, ConversationRef conversation, Instant now, CancellationToken cancellationToken)
    {
        var key = StorableKey.OfConversation(conversation);
        return db.Conversations.Where(c => c.Key == key).ExecuteUpdateAsync(set => set.SetProperty(c => c.GoneAt, now), cancellationToken);
    }
}
