using System.Text;
using System.Text.Json;
using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>
/// Finds the words of messages that somebody shared or forwarded. They come as attachments of the message that shares them; previews
/// of web pages come in the same list and are not words of a message.
/// </summary>
internal static class SlackShared
{
    /// <summary>Blocks lie in blocks; deeper than this is no message.</summary>
    private const int Deepest = 8;

    /// <summary>The shared messages, as their attachments.</summary>
    /// <param name="message">The message that shares them.</param>
    public static IReadOnlyList<JsonElement> Of(JsonElement message)
    {
        var attachments = message.At("attachments");
        return attachments.ValueKind == JsonValueKind.Array ? [.. attachments.EnumerateArray().Where(a => a.IsTrue("is_share") || a.IsTrue("is_msg_unfurl"))] : [];
    }

    /// <summary>The message's own text and behind it each shared one, each once, in Slack's markup.</summary>
    /// <param name="message">The message.</param>
    public static string TextWithShared(JsonElement message)
    {
        var text = message.Text("text") ?? string.Empty;
        foreach (var shared in Of(message).Select(TextOf))
        {
            if (shared.Length > 0 && !text.Contains(shared, StringComparison.Ordinal)) text = text.Length == 0 ? shared : $"{text}\n\n{shared}";
        }

        return text;
    }

    /// <summary>The words of one: its text, else its blocks, else the fallback, which names the author and may be cut.</summary>
    private static string TextOf(JsonElement shared)
    {
        if (shared.Text("text")?.Trim() is { Length: > 0 } text) return text;
        var blocks = new StringBuilder();
        var inner = shared.At("message_blocks");
        if (inner.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in inner.EnumerateArray()) Write(one.At("message").At("blocks"), blocks, Deepest);
        }

        if (blocks.Length == 0) Write(shared.At("blocks"), blocks, Deepest);
        return blocks.ToString().Trim() is { Length: > 0 } words ? words : shared.Text("fallback")?.Trim() ?? string.Empty;
    }

    /// <summary>Writes the words of a list of blocks or elements in Slack's markup.</summary>
    private static void Write(JsonElement list, StringBuilder words, int depth)
    {
        if (list.ValueKind != JsonValueKind.Array || depth == 0) return;
        foreach (var element in list.EnumerateArray())
        {
            switch (element.Text("type"))
            {
                case "text":
                    words.Append(SlackText.Escape(element.Text("text") ?? string.Empty));
                    break;
                case "link":
                    words.Append('<').Append(Address(element.Text("url"))).Append(element.Text("text") is { } label ? "|" + SlackText.Escape(label) : string.Empty).Append('>');
                    break;
                case "user":
                    words.Append("<@").Append(element.Text("user_id")).Append('>');
                    break;
                case "section" or "header":
                    words.Append(element.At("text").Text("text")).Append('\n');
                    break;
                case "rich_text" or "rich_text_list":
                    Write(element.At("elements"), words, depth - 1);
                    break;
                default:
                    Write(element.At("elements"), words, depth - 1);
                    words.Append('\n');
                    break;
            }
        }
    }

    /// <summary>An address inside Slack's markup, whose own marks it must not hold.</summary>
    private static string Address(string? url) => (url ?? string.Empty)
        .Replace("|", "%7C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal);
}
