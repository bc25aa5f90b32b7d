using System.Net;
using System.Text;
using System.Text.Json;
using SourcingBot.Chat;

using SourcingBot.Text;

namespace SourcingBot.Teams;

/// <summary>Finds links whose words hide their address in the HTML that Teams sends beside a text.</summary>
internal static class HtmlLinks
{
    private const int MostLinks = 50;

    /// <summary>The links of an activity.</summary>
    /// <param name="activity">The activity.</param>
    public static List<LabelledLink> Of(JsonElement activity)
    {
        var links = new List<LabelledLink>();
        var attachments = activity.At("attachments");
        if (attachments.ValueKind != JsonValueKind.Array) return links;
        foreach (var attachment in attachments.EnumerateArray())
        {
            if (attachment.Text("contentType") == "text/html" && attachment.Text("content") is { } html) Find(html, links);
        }

        return links;
    }

    private static void Find(string html, List<LabelledLink> links)
    {
        for (var at = 0; links.Count < MostLinks && (at = html.IndexOf("<a ", at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var close = html.IndexOf('>', at);
            var end = close < 0 ? -1 : html.IndexOf("</a", close, StringComparison.OrdinalIgnoreCase);
            if (end < 0) return;
            if (Address(html.AsSpan(at, close - at)) is { } url)
            {
                var label = Words(html.AsSpan(close + 1, end - close - 1));
                if (label.Length > 0 && !url.Contains(label, StringComparison.OrdinalIgnoreCase)) links.Add(new LabelledLink(label, url));
            }

            at = end;
        }
    }

    private static string? Address(ReadOnlySpan<char> tag)
    {
        var from = tag.IndexOf("href=\"", StringComparison.OrdinalIgnoreCase);
        if (from < 0) return null;
        var rest = tag[(from + 6)..];
        var to = rest.IndexOf('"');
        return to < 0 ? null : WebUtility.HtmlDecode(rest[..to].ToString());
    }

    private static string Words(ReadOnlySpan<char> html)
    {
        var words = new StringBuilder(html.Length);
        var inside = false;
        foreach (var c in html)
        {
            if (c == '<') inside = true;
            else if (c == '>') inside = false;
            else if (!inside) words.Append(c);
        }

        return WebUtility.HtmlDecode(words.ToString()).Trim();
    }
}
