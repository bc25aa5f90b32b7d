using System.Globalization;
using System.Text;
using SourcingBot.Chat;
using SourcingBot.Resources;

namespace SourcingBot.Checks;

/// <summary>Puts the addresses of labelled links where the judge can read them: a label that hides its address is itself a scam sign.</summary>
internal static class LinkLabels
{
    /// <summary>A message with more labelled links than this is a newsletter.</summary>
    private const int MostShown = 5;

    private const int LongestShown = 120;

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

    /// <summary>The answer with a line for each label, so that the person sees where it leads too.</summary>
    /// <param name="answer">The answer on a message.</param>
    /// <param name="links">The links in the message.</param>
    public static OutgoingMessage Show(OutgoingMessage answer, IReadOnlyList<LabelledLink> links)
    {
        if (links.Count == 0 || answer.Card is not { } card) return answer;
        var lines = links.DistinctBy(l => (l.Label, l.Url)).Take(MostShown).Select(l => string.Format(CultureInfo.InvariantCulture, Words.LinkLeadsTo, Short(l.Label), Short(l.Url))).ToList();

        // Behind what was found and what to do, before the reply to send.
        var before = card.Parts.TakeWhile(p => p is not (SuggestedReply or Note or Buttons) && (p as Paragraph)?.Label != Words.LabelRead).Count();
        List<CardPart> parts = [.. card.Parts.Take(before), new Paragraph(Words.LabelLinks, string.Empty), new BulletList(lines), .. card.Parts.Skip(before)];
        return answer with { Card = card with { Parts = parts } };
    }

    private static string Short(string text) => ShownText.OnOneLine(text.Length > LongestShown ? string.Concat(text.AsSpan(0, char.IsLowSurrogate(text[LongestShown]) ? LongestShown - 1 : LongestShown), "…") : text);
}
