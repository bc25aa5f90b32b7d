using SourcingBot.Chat;

namespace SourcingBot.Watching;

/// <summary>Names a channel and its threads.</summary>
internal static class WatchedPlace
{
    /// <summary>The channel, with all its threads.</summary>
    /// <param name="incoming">Something that was said there.</param>
    public static string KeyOf(IncomingEvent incoming) => incoming.Channel is { } channel
        ? StorableKey.Of(incoming.Conversation.Platform.Value, incoming.Conversation.Workspace, channel)
        : StorableKey.OfConversation(incoming.Conversation);

    /// <summary>The thread; the conversation itself where it has none.</summary>
    /// <param name="incoming">Something that was said there.</param>
    public static string ThreadOf(IncomingEvent incoming) => StorableKey.OfThread(incoming.Conversation);

    /// <summary>Whether it was said in a thread. A conversation without threads is one long thread of many subjects.</summary>
    /// <param name="incoming">Something that was said.</param>
    public static bool HasThread(IncomingEvent incoming) => incoming.Channel is not null || incoming.Conversation.Thread is not null;
}
