using SourcingBot.Chat;

namespace SourcingBot.Checks;

/// <summary>What a person wants from the bot.</summary>
internal enum Wish
{
    /// <summary>Have a text checked.</summary>
    Check,

    /// <summary>Learn how to ask.</summary>
    Help,

    /// <summary>Nothing was said.</summary>
    Nothing,

    /// <summary>A word of command that the bot does not have.</summary>
    UnknownCommand,
}

/// <summary>A message to the bot, taken apart into the wish and the words it is about.</summary>
/// <param name="Wish">What is wanted.</param>
/// <param name="Text">The words to check; empty for any other wish.</param>
internal readonly record struct Request(Wish Wish, string Text)
{
    /// <summary>A command is at most this many words; anything longer is a message that somebody pasted without the word "check".</summary>
    private const int LongestCommand = 3;

    private static readonly string[] HelpWords = ["help", "?", "hi", "hello", "hey", "start", "hola", "bonjour", "ayuda", "aide", "你好", "帮助"];

    /// <summary>Takes a message apart.</summary>
    /// <param name="message">The message.</param>
    public static Request Of(IncomingMessage message)
    {
        var text = message.Text.Trim();
        if (text.Length == 0) return new Request(Wish.Nothing, string.Empty);

        // Somebody else's words, chosen as a whole: "help" in them is not for the bot.
        if (message.Addressing is Addressing.MessageShortcut or Addressing.Form) return new Request(Wish.Check, text);

        if (HelpWords.Contains(text.TrimEnd('!', '.', '?') is { Length: > 0 } word ? word : text, StringComparer.OrdinalIgnoreCase))
            return new Request(Wish.Help, string.Empty);
        if (AfterCheck(text) is { } rest) return rest.Length == 0 ? new Request(Wish.Nothing, string.Empty) : new Request(Wish.Check, rest);
        return message.Addressing == Addressing.Command && IsShort(text)
            ? new Request(Wish.UnknownCommand, string.Empty)
            : new Request(Wish.Check, text);
    }

    /// <summary>What follows the word "check", or null where the message does not begin with it as a command.</summary>
    private static string? AfterCheck(string text)
    {
        const string Command = "check";
        if (!text.StartsWith(Command, StringComparison.OrdinalIgnoreCase)) return null;
        if (text.Length == Command.Length) return string.Empty;
        var next = text[Command.Length];
        return next == ':' || char.IsWhiteSpace(next) ? text[(Command.Length + 1)..].Trim() : null;
    }

    private static bool IsShort(string text) =>
        text.Length <= 40 && text.Split((char[]?)null, LongestCommand + 1, StringSplitOptions.RemoveEmptyEntries).Length <= LongestCommand
        && text.All(char.IsAscii);
}
