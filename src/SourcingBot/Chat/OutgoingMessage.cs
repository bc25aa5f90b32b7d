namespace SourcingBot.Chat;

/// <summary>Who sees an answer.</summary>
public enum Audience
{
    /// <summary>Everybody in the conversation or thread.</summary>
    Conversation,

    /// <summary>The person who asked, alone.</summary>
    AskerOnly,

    /// <summary>The person it is addressed to, in the personal chat with the bot: for what the bot says uninvited.</summary>
    Direct,
}

/// <summary>A message of the bot.</summary>
/// <param name="Text">Plain words that say the same as the card, for notifications and screen readers; never empty.</param>
/// <param name="Card">The designed form, or null for plain words.</param>
/// <param name="Audience">Who sees it.</param>
/// <param name="File">A file that goes with it, or null. The words then go with the file, without the card.</param>
public sealed record OutgoingMessage(string Text, Card? Card, Audience Audience, FileToSend? File = null);
