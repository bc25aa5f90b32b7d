using SourcingBot.Chat;
using SourcingBot.Orders;

namespace SourcingBot.Watching;

/// <summary>"watch", "watch high", "watch caution" or "watch off", said to the bot.</summary>
/// <param name="Level">What is to be watched for; null with <see cref="IsOff"/> false asks how it stands.</param>
/// <param name="IsOff">Whether watching is to end.</param>
/// <param name="IsUnknown">Whether the word after "watch" is none of these.</param>
internal sealed record WatchRequest(WatchLevel? Level, bool IsOff, bool IsUnknown)
{
    /// <summary>Takes a message apart; null where it is about something else.</summary>
    /// <param name="message">The message.</param>
    public static WatchRequest? Of(IncomingMessage message)
    {
        if (message.Addressing is Addressing.MessageShortcut or Addressing.Form or Addressing.Overheard) return null;
        var words = Word.Of(message.Text);
        if (words.Count is 0 or > 3 || words[0].Text is not ("watch" or "watching")) return null;
        var rest = string.Join(' ', words.Skip(1).Select(w => w.Text));
        return rest switch
        {
            "" => new WatchRequest(null, false, false),
            "high" => new WatchRequest(WatchLevel.High, false, false),
            "caution" => new WatchRequest(WatchLevel.Caution, false, false),
            "off" or "stop" => new WatchRequest(null, true, false),
            _ => new WatchRequest(null, false, true),
        };
    }
}
