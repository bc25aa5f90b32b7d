using System.Text;
using SourcingBot.Chat;

namespace SourcingBot.Checks;

/// <summary>Puts the addresses of labelled links where the judge can read them: a label that hides its address is itself a scam sign.</summary>
internal static class LinkLabels
{
    /// <summary>The text, and behind it each address that the text does not show.</summary>
    /// <param name="text">The words as people saw them.</param>
    /// <param name="links">The links in it.</param>
    public static string Append(string text, IReadOnlyList<LabelledLink> links)
    {
        if (links.Count == 0) return text;
        var all = new StringBuilder(text);
        foreach (var link in links.Where(l => !text.Contains(l.Url, StringComparison.Ordinal)))
            all.Append('\n').Append(link.Label).Append(": ").Append(link.Url);
        return all.ToString();
    }
}
