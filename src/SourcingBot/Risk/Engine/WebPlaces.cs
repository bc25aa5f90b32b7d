using System.Collections.Frozen;

namespace SourcingBot.Risk.Engine;

/// <summary>Tells known sites and free mail services from names that only look like them.</summary>
internal static class WebPlaces
{
    /// <summary>Sites of marketplaces, payment services and carriers that people really use, by the end of their host.</summary>
    private static readonly FrozenSet<string> Known = new[]
    {
        "alibaba.com", "1688.com", "aliexpress.com", "alibabacloud.com", "made-in-china.com", "globalsources.com", "dhgate.com", "amazon.com", "paypal.com",
        "escrow.com", "docusign.net", "docusign.com", "zoom.us", "teams.microsoft.com", "we.tl", "drive.google.com",
        "dhl.com", "dhl.de", "dhl.co.uk", "dhl.fr", "dhl.es", "ups.com", "fedex.com", "usps.com", "tnt.com", "aramex.com", "dpd.com", "dpd.co.uk",
        "dpd.fr", "dpd.de", "royalmail.com", "laposte.fr", "correos.es", "canadapost.ca", "auspost.com.au", "gls-group.eu", "sf-express.com", "yunexpress.cn", "17track.net",
        "maersk.com", "msc.com", "cma-cgm.com", "hapag-lloyd.com", "cosco.com", "coscoshipping.com", "one-line.com", "evergreen-line.com", "zim.com", "oocl.com", "hmm21.com",
        "google.com", "dropbox.com", "wetransfer.com", "microsoft.com", "youtube.com", "linkedin.com", "sgs.com", "qima.com", "tuv.com", "intertek.com", "eurofins.com", "bureauveritas.com", "cne.com",
        "iso.org", "europa.eu",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Names of well-known sites, and words of their log-in and payment pages, that a stranger's address borrows.</summary>
    /// <remarks>Words of the trade (cargo, logistics) are not among them: real forwarders have them too.</remarks>
    private static readonly string[] Borrowed =
    [
        "alibaba", "alibba", "aliibaba", "allbaba", "a1ibaba", "alipay", "aliexpress", "ali-", "-ali", "1688", "trade-assurance", "tradeassurance", "assurance", "paypal",
        "dhl", "fedex", "usps", "maersk", "17track", "escrow", "verify", "verif", "refund", "login", "clearance", "customs-", "-customs", "parcel", "redeliver", "-track", "track-",
        "secure-", "-secure", "safe-", "-safe", "safepay", "safetrade", "protect-", "-protect", "order-", "-order", "account-", "-account", "support-", "-support",
        "pay-", "-pay", "payment",
    ];

    private static readonly FrozenSet<string> FreeMail = new[]
    {
        "gmail", "googlemail", "outlook", "hotmail", "yahoo", "ymail", "gmx", "icloud", "proton", "protonmail", "yandex", "qq", "163", "126", "foxmail", "tutanota", "rediffmail",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Free mail services whose first word many companies use too.</summary>
    private static readonly FrozenSet<string> FreeMailHosts = new[]
    {
        "mail.ru", "mail.com", "live.com", "inbox.com", "inbox.ru", "pm.me", "aol.com", "sina.com", "sina.cn", "yeah.net", "zoho.com",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a host is a site that people really use.</summary>
    /// <param name="host">The host in lower case.</param>
    public static bool IsKnown(string host)
    {
        for (var at = 0; at >= 0; at = host.IndexOf('.', at) is >= 0 and var dot ? dot + 1 : -1)
        {
            if (Known.Contains(host[at..])) return true;
        }

        return host.EndsWith(".gov", StringComparison.Ordinal) || host.Contains(".gov.", StringComparison.Ordinal);
    }

    /// <summary>Whether a host of nobody known carries a known name or a word of log-in and payment pages.</summary>
    /// <param name="host">The host in lower case.</param>
    public static bool IsPosing(string host) => !IsKnown(host) && Array.Exists(Borrowed, n => host.Contains(n, StringComparison.Ordinal));

    /// <summary>Whether an e-mail address is one that anybody can open.</summary>
    /// <param name="email">The address.</param>
    public static bool IsFreeMail(string email)
    {
        var host = email[(email.IndexOf('@', StringComparison.Ordinal) + 1)..].ToLowerInvariant();
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        return FreeMailHosts.Contains(host) || (dot > 0 && FreeMail.Contains(host[..dot]));
    }

    /// <summary>Whether two hosts differ, and by so little that one can be taken for the other.</summary>
    /// <param name="one">A host in lower case.</param>
    /// <param name="other">Another.</param>
    /// <param name="most">The most letters by which they differ.</param>
    public static bool IsLookAlike(string one, string other, int most)
    {
        // Other subdomains of the same site are no look-alike, and short names are too near to each other anyway.
        const int Shortest = 7;
        if (one == other || one.Length < Shortest || other.Length < Shortest || Math.Abs(one.Length - other.Length) > most) return false;
        if (one.EndsWith("." + other, StringComparison.Ordinal) || other.EndsWith("." + one, StringComparison.Ordinal)) return false;
        return Distance(one, other) <= most;
    }

    private static int Distance(string one, string other)
    {
        var above = new int[other.Length + 1];
        var row = new int[other.Length + 1];
        for (var j = 0; j < above.Length; j++) above[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var changed = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, 1 + Math.Min(above[j], row[j - 1]));
            }

            (above, row) = (row, above);
        }

        return above[^1];
    }
}
