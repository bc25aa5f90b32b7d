using System.Globalization;
using SourcingBot.Resources;

namespace SourcingBot.Listings;

/// <summary>Says what became of the links that somebody gave.</summary>
public static class ListingLinkText
{
    /// <summary>So many refused links are told one by one; of the rest only how many.</summary>
    private const int MostTold = 5;

    /// <summary>The lines for a person, the most important first.</summary>
    /// <param name="list">What was read.</param>
    public static IReadOnlyList<string> Lines(ListingLinkList list)
    {
        if (list.Accepted.Count + list.Refused.Count + list.Repeated == 0) return [Words.LinksNone];
        List<string> lines = list.Accepted.Count switch { 0 => [], 1 => [Words.LinksTakenOne], var many => [Say(Words.LinksTaken, many)] };
        if (list.Repeated > 0) lines.Add(list.Repeated == 1 ? Words.LinksRepeatedOne : Say(Words.LinksRepeated, list.Repeated));
        lines.AddRange(list.Refused.Take(MostTold).Select(r => Say(ReasonWords(r.Reason), r.Written)));
        if (list.Refused.Count > MostTold) lines.Add(Say(Words.LinksRefusedMore, list.Refused.Count - MostTold));
        if (list.Accepted.Count > ListingLinks.MostByForm) lines.Add(Say(Words.LinksManyForForm, ListingLinks.MostByForm, ListingLinks.MostPerRequest));
        return lines;
    }

    private static string ReasonWords(LinkRefusal reason) => reason switch
    {
        LinkRefusal.NotHttps => Words.LinkNotHttps,
        LinkRefusal.OddAddress => Words.LinkOddAddress,
        LinkRefusal.OtherSite => Words.LinkOtherSite,
        LinkRefusal.NoListing => Words.LinkNoListing,
        LinkRefusal.BeyondTheLimit => Words.LinkBeyondTheLimit,
        _ => Words.LinkNotReadable,
    };

    private static string Say(string words, params object?[] values) => string.Format(CultureInfo.InvariantCulture, words, values);
}
