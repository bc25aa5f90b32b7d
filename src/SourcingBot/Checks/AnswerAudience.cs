using SourcingBot.Chat;

namespace SourcingBot.Checks;

/// <summary>Decides who sees an answer: a warning about a supplier is not for the supplier to read.</summary>
internal static class AnswerAudience
{
    /// <summary>The asker alone where outsiders read along or only the asker can have meant it; else everybody there.</summary>
    /// <param name="incoming">What is answered.</param>
    public static Audience Of(IncomingEvent incoming) =>
        incoming.OutsidersReadAlong || incoming is IncomingAction or IncomingMessage { Addressing: Addressing.Command or Addressing.MessageShortcut }
            ? Audience.AskerOnly
            : Audience.Conversation;
}
