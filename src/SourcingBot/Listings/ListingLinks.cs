using SourcingBot.Checks;

namespace SourcingBot.Listings;

/// <summary>Reads the links of listings that a report of copied goods is to name: which can be reported, which are the same listing twice, which are none. Pure.</summary>
public static class ListingLinks
{
    /// <summary>Listings that one request may name, for one right (secagroup.org, 9 December 2022).</summary>
    public const int MostPerRequest = 300;

    /// <summary>Listings that the web form without an account takes, about (ustels.com, n.d.).</summary>
    public const int MostByForm = 10;

    /// <summary>No address of a listing is longer.</summary>
    private const int LongestLink = 2_000;

    /// <summary>What is refused is told with so many characters of it.</summary>
    private const int LongestShown = 80;

    /// <summary>Links beyond are not looked at.</summary>
    private const int MostLinks = 2_000;

    /// <summary>Reads the links in a text, one after another in any form: lines, commas, between words.</summary>
    /// <param name="text">What somebody gave; other words in it are ignored.</param>
    public static ListingLinkList Read(string text) => Read(text, []);

    /// <summary>Reads further links to those that are known already.</summary>
    /// <param name="text">What somebody gave.</param>
    /// <param name="known">The listings that were given before.</param>
    public static ListingLinkList Read(string text, IReadOnlyList<ListingLink> known)
    {
        var accepted = new List<ListingLink>();
        var refused = new List<RefusedLink>();
        var seen = known.Select(k => k.Key).ToHashSet(StringComparer.Ordinal);
        var repeated = 0;
        foreach (var written in Candidates(text).Take(MostLinks))
        {
            var (link, reason) = ReadOne(written);
            if (link is null) refused.Add(new RefusedLink(Shown(written), reason));
            else if (!seen.Add(link.Key)) repeated++;
            else if (seen.Count > MostPerRequest) refused.Add(new RefusedLink(Shown(written), LinkRefusal.BeyondTheLimit));
            else accepted.Add(link);
        }

        return new ListingLinkList(accepted, refused, repeated);
    }

    private static (ListingLink? Link, LinkRefusal Reason) ReadOne(string written)
    {
        if (written.Length > LongestLink) return (null, LinkRefusal.NotReadable);
        var hasScheme = written.Contains("://", StringComparison.Ordinal);
        if (!Uri.TryCreate(hasScheme ? written : "https://" + written, UriKind.Absolute, out var address)) return (null, LinkRefusal.NotReadable);
        if (address.Scheme != Uri.UriSchemeHttps) return (null, LinkRefusal.NotHttps);

        // A name before the host is how a false address is made to look like the marketplace's.
        if (address.UserInfo.Length > 0 || !address.IsDefaultPort || address.HostNameType != UriHostNameType.Dns) return (null, LinkRefusal.OddAddress);
        if (Marketplace.Of(address.IdnHost) is not { } market) return (null, LinkRefusal.OtherSite);
        if (market.ProductIn(address) is not { } product) return (null, LinkRefusal.NoListing);
        return (new ListingLink(market.Clean(address, product), market.Name, product), default);
    }

    /// <summary>Words with a host in them. A mark behind an address belongs to the sentence.</summary>
    private static IEnumerable<string> Candidates(string text) =>
        text.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimStart('(', '[', '{', '"', '\'', '“', '‘', '*', '_').TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '}', '"', '\'', '”', '’', '*', '_', '。', '，'))
            .Where(word => word.Contains("://", StringComparison.Ordinal) || Marketplace.IsNamedIn(word));

    private static readonly char[] Separators = [' ', '\t', '\r', '\n', '<', '>', '|', '\u00a0', '\u3000', '\u2028', '\u2029', '、', '，', ';'];

    private static string Shown(string written)
    {
        var shown = ShownText.OnOneLine(written);
        if (shown.Length <= LongestShown) return shown;
        return shown[..(char.IsHighSurrogate(shown[LongestShown - 1]) ? LongestShown - 1 : LongestShown)] + "…";
    }
}
