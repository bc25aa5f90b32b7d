using System.Security.Cryptography;
using System.Text;

namespace SourcingBot.Chat;

/// <summary>Makes keys of words that came from outside: no NUL or broken character that a database refuses, and never too long.</summary>
internal static class StorableKey
{
    private const char Separator = '\u001f';

    /// <summary>Joins parts into one key.</summary>
    /// <param name="parts">The parts; null ones count as empty.</param>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var key = Clean(string.Join(Separator, parts));
        if (key.Length <= QueueTables.KeyLength) return key;
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return string.Concat(Clean(key[..(QueueTables.KeyLength - hash.Length - 1)]), "#", hash);
    }

    /// <summary>The key of a conversation and thread.</summary>
    /// <param name="conversation">The conversation.</param>
    public static string OfThread(ConversationRef conversation) =>
        Of(conversation.Platform.Value, conversation.Workspace, conversation.Conversation, conversation.Thread);

    /// <summary>The key of a conversation with all its threads.</summary>
    /// <param name="conversation">The conversation.</param>
    public static string OfConversation(ConversationRef conversation) =>
        Of(conversation.Platform.Value, conversation.Workspace, conversation.Conversation);

    /// <summary>A text that every database takes.</summary>
    private static string Clean(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\ufffd');
}
