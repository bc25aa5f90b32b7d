using System.Text;
using SourcingBot.Chat;

namespace SourcingBot.Slack;

/// <summary>Undoes Slack's markup in what comes in, and guards against it in what goes out.</summary>
internal static class SlackText
{
    private static readonly string[] Schemes = ["mailto:", "tel:"];

    /// <summary>Reads a text: entities and links undone once, labels kept, the bot's mention taken out.</summary>
    /// <param name="text">The text of an event.</param>
    /// <param name="botUser">The bot's user id, or null where it is not known.</param>
    public static (string Text, List<LabelledLink> Links) Read(string text, string? botUser)
    {
        var plain = new StringBuilder(text.Length);
        var links = new List<LabelledLink>();
        for (var i = 0; i < text.Length; i++)
        {
            var close = text[i] == '<' ? text.IndexOf('>', i) : -1;
            if (close < 0)
            {
                plain.Append(text[i]);
                continue;
            }

            plain.Append(Entity(text[(i + 1)..close], botUser, links));
            i = close;
        }

        return (Unescape(plain.ToString()).Trim(), links);
    }

    /// <summary>Escapes a text: afterwards it mentions nobody and links nowhere.</summary>
    /// <param name="text">Any words.</param>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Unescape(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    private static string Entity(string entity, string? botUser, List<LabelledLink> links)
    {
        var bar = entity.IndexOf('|', StringComparison.Ordinal);
        var (target, label) = bar < 0 ? (entity, null) : (entity[..bar], entity[(bar + 1)..]);
        switch (target.Length > 0 ? target[0] : ' ')
        {
            case '@':
                return target[1..] == botUser ? string.Empty : "@" + (label ?? target[1..]);
            case '#':
                return "#" + (label ?? target[1..]);
            case '!':
                return label ?? "@" + target[1..];
        }

        // Slack makes links of addresses and numbers by itself; only people give them another label, and that may hide where they lead.
        var address = Schemes.FirstOrDefault(s => target.StartsWith(s, StringComparison.OrdinalIgnoreCase)) is { } own ? target[own.Length..] : target;
        if (label is null || label == target) return address;
        var shown = address[(address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0)..].TrimEnd('/');
        if (label.TrimEnd('/') == shown) return address;
        if (IsSame(label, address, target)) return label;
        links.Add(new LabelledLink(Unescape(label), Unescape(address)));
        return label;
    }

    /// <summary>An e-mail address in other letters, or a number in other groups, is the same one.</summary>
    private static bool IsSame(string label, string address, string target) =>
        address.Length != target.Length
        && (label.Equals(address, StringComparison.OrdinalIgnoreCase) || (Digits(label) is { Length: > 0 } digits && digits == Digits(address) && !label.Any(char.IsLetter)));

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
