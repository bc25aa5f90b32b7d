using System.Text.RegularExpressions;

namespace SourcingBot.Listings;

/// <summary>A marketplace whose listings can be reported on the group's platform for intellectual property, and how its addresses name a listing.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Hosts">Its hosts; those below them count too.</param>
/// <param name="Id">Finds the listing's number in path and query.</param>
/// <param name="Family">Marketplaces that number their listings together.</param>
internal sealed partial record Marketplace(string Name, string[] Hosts, Regex Id, string Family)
{
    // Which marketplaces: ipp.alibabagroup.com, FAQ, n.d. The forms of their addresses are those in use; a listing's number has eight digits or more.
    private static readonly Marketplace[] All =
    [
        new("Alibaba.com", ["alibaba.com"], Alibaba(), "alibaba"),
        new("AliExpress", ["aliexpress.com"], AliExpress(), "aliexpress"),
        new("1688", ["1688.com"], Of1688(), "1688"),
        new("Taobao", ["taobao.com"], Taobao(), "taobao"),
        new("Tmall", ["tmall.com", "tmall.hk"], Taobao(), "taobao"),
    ];

    /// <summary>The marketplace of a host, or null.</summary>
    /// <param name="host">The host in ASCII.</param>
    public static Marketplace? Of(string host) => Array.Find(All, m => Array.Exists(m.Hosts, h => IsBelow(host, h)));

    /// <summary>Whether a word without "https://" begins with one of the hosts.</summary>
    /// <param name="word">The word.</param>
    public static bool IsNamedIn(string word) =>
        word.IndexOfAny(['/', '?', '#']) is var end && Of((end < 0 ? word : word[..end]).ToLowerInvariant()) is not null;

    /// <summary>The listing's number, or null where the address is no listing's.</summary>
    /// <param name="address">The address.</param>
    public string? ProductIn(Uri address) => Id.Match(address.PathAndQuery) is { Success: true } found ? found.Groups["id"].Value : null;

    /// <summary>The address without what follows the reader around: host and path, and the listing's number where it stands behind the "?".</summary>
    /// <param name="address">The address.</param>
    /// <param name="product">The listing's number.</param>
    public string Clean(Uri address, string product)
    {
        var plain = "https://" + address.IdnHost + address.AbsolutePath;
        return address.AbsolutePath.Contains(product, StringComparison.Ordinal) ? plain : plain + (Family == "1688" ? "?offerId=" : "?id=") + product;
    }

    private static bool IsBelow(string host, string name) =>
        host.Equals(name, StringComparison.OrdinalIgnoreCase) || (host.EndsWith(name, StringComparison.OrdinalIgnoreCase) && host[^(name.Length + 1)] == '.');

    [GeneratedRegex(@"^/product[a-z-]*/(?:(?<id>[0-9]{8,})(?:-[0-9]+)?(?:/|\.html|$|\?)|[^?]*_(?<id>[0-9]{8,})\.html)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Alibaba();

    [GeneratedRegex(@"^(?:/[a-z]{2})?/(?:item|i)/(?:[^/?]+/)?(?<id>[0-9]{8,})\.html", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex AliExpress();

    [GeneratedRegex(@"/offer/(?<id>[0-9]{8,})\.html|[?&]offerId=(?<id>[0-9]{8,})(?:&|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Of1688();

    [GeneratedRegex(@"^/[^?]*(?:item|detail)[^?]*\?(?:[^#]*&)?id=(?<id>[0-9]{8,})(?:&|$)|^/item/(?<id>[0-9]{8,})\.html?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Taobao();
}
