using SourcingBot.Chat;

namespace SourcingBot.Orders;

/// <summary>What a message wants of the orders.</summary>
internal enum OrderWish
{
    /// <summary>Nothing: it is for somebody else.</summary>
    None,

    /// <summary>List the orders.</summary>
    List,

    /// <summary>Show the team's deadlines.</summary>
    Deadlines,

    /// <summary>Track, change or show an order, or tell what happened to one.</summary>
    About,

    /// <summary>Take the last entry of an order back.</summary>
    Undo,

    /// <summary>Stop following an order that was followed by mistake.</summary>
    Forget,

    /// <summary>Tell one's zone.</summary>
    Zone,

    /// <summary>Turn the weekly digest on or off.</summary>
    Digest,

    /// <summary>Set or show the length of a deadline.</summary>
    Length,

    /// <summary>A sampling plan.</summary>
    Aql,

    /// <summary>The link of the team's calendar.</summary>
    Calendar,
}

/// <summary>A message taken apart into the wish and the words it is about.</summary>
/// <param name="Wish">What is wanted.</param>
/// <param name="Rest">What follows the word of command; for <see cref="OrderWish.About"/> the whole message.</param>
/// <param name="IsCommand">Whether it was said as a command, so that it is answered even if no order is found.</param>
internal readonly record struct OrderRequest(OrderWish Wish, string Rest, bool IsCommand)
{
    /// <summary>More words than this are a message that somebody pasted, not something told.</summary>
    private const int LongestTold = 40;

    /// <summary>Suppliers write so, colleagues do not.</summary>
    private static readonly HashSet<string> SupplierWords = new(StringComparer.Ordinal)
        { "please", "pls", "plz", "kindly", "dear", "friend", "sir", "madam", "your", "you", "hi", "hello", "regards", "sincerely", "thanks" };

    /// <summary>Takes a message apart.</summary>
    /// <param name="message">The message.</param>
    public static OrderRequest Of(IncomingMessage message)
    {
        var text = message.Text.Trim();

        // Somebody else's words, chosen as a whole, are never a command.
        if (text.Length == 0 || message.Addressing is Addressing.MessageShortcut or Addressing.Form) return default;
        var words = Word.Of(text);
        if (words.Count == 0) return default;
        var isCommand = message.Addressing == Addressing.Command;
        var rest = text[words[0].Span.End..].TrimStart(':', ' ');
        switch (words[0].Text)
        {
            case "orders" when words.Count == 1:
                return new OrderRequest(OrderWish.List, string.Empty, true);
            case "order" when words.Count == 1:
                return new OrderRequest(OrderWish.List, string.Empty, true);
            case "deadlines" or "deadline" when words.Count == 1:
                return new OrderRequest(OrderWish.Deadlines, string.Empty, true);
            case "aql" when words.Count <= 8:
                return new OrderRequest(OrderWish.Aql, rest, true);
            case "calendar" when words.Count == 1 || (words.Count == 2 && words[1].Text == "new"):
                return new OrderRequest(OrderWish.Calendar, rest, true);
            case "delete" or "remove" or "forget" when words.Count <= 5 && words.Any(w => char.IsAsciiDigit(w.Text[0])):
                return new OrderRequest(OrderWish.Forget, words[1].Text == "order" ? text[words[1].Span.End..].Trim() : rest, true);
            case "order" when words.Count is >= 3 and <= 6 && words[^1].Text is "delete" or "remove" or "forget":
                return new OrderRequest(OrderWish.Forget, text[words[0].Span.End..words[^1].Span.Start].Trim(), true);
            case "undo" when words.Count <= 6:
                return new OrderRequest(OrderWish.Undo, rest, true);
            case "zone" or "timezone" when words.Count <= 5:
                return new OrderRequest(OrderWish.Zone, rest, true);
            case "digest" when words.Count <= 2:
                return new OrderRequest(OrderWish.Digest, rest, true);
            case "policy" when words.Count <= 10:
                return new OrderRequest(OrderWish.Length, rest, true);
            case "order" or "track" or "follow" when isCommand:
                return new OrderRequest(OrderWish.About, text, true);
            case "check" or "help":
                return default;
        }

        // Without a slash it has to look like something that a colleague says.
        if (words.Count > LongestTold || text.Contains('\n', StringComparison.Ordinal) || words.Any(w => SupplierWords.Contains(w.Text))) return default;
        return new OrderRequest(OrderWish.About, text, words[0].Text is "order" or "track" or "follow");
    }
}
