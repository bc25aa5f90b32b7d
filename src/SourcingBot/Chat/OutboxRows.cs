using System.Text.Json;
using NodaTime;

namespace SourcingBot.Chat;

/// <summary>Makes rows of what is to be sent.</summary>
internal static class OutboxRows
{
    /// <summary>The row of an answer.</summary>
    /// <param name="inbox">The event that it answers.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="n">Which of the turn's replies.</param>
    /// <param name="now">The time.</param>
    public static OutboxRow Answer(InboxRow inbox, Turn turn, int n, Instant now) => new()
    {
        MessageId = Guid.CreateVersion7(),
        Platform = inbox.Platform,
        ConversationKey = StorableKey.OfConversation(turn.Event.Conversation),
        DedupeKey = $"answer/{inbox.Id}/{n}",
        AnswerKey = AnswerKeyOf(turn, n) is { } key ? StorableKey.Of(inbox.Platform, key) : null,
        Conversation = JsonSerializer.Serialize(turn.Event.Conversation, ChatJson.Default.ConversationRef),
        Asker = JsonSerializer.Serialize(turn.Event.From, ChatJson.Default.ChatUser),
        Message = JsonSerializer.Serialize(turn.Replies[n].Message, ChatJson.Default.OutgoingMessage),
        CreatedAt = now,
        NotBefore = now,
    };

    /// <summary>An edited message's answer replaces the earlier answer; a card with a name replaces the one of that name.</summary>
    private static string? AnswerKeyOf(Turn turn, int n) =>
        turn.Replies[n].CardKey ?? (n == 0 ? (turn.Event as IncomingMessage)?.AnswerKey : null);
}
