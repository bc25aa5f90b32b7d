namespace SourcingBot.Listings;

/// <summary>A listing that can be reported.</summary>
/// <param name="Url">Its address without what follows the reader around; https.</param>
/// <param name="Marketplace">Where it stands, as "AliExpress".</param>
/// <param name="ProductId">The marketplace's number of it.</param>
public sealed record ListingLink(string Url, string Marketplace, string ProductId)
{
    /// <summary>The same for every address of one listing. Taobao and Tmall number theirs together.</summary>
    public string Key => (Marketplace == "Tmall" ? "Taobao" : Marketplace) + " " + ProductId;
}

/// <summary>Why a link cannot be reported.</summary>
public enum LinkRefusal
{
    /// <summary>It is no address, or too long for one.</summary>
    NotReadable,

    /// <summary>It does not begin with https.</summary>
    NotHttps,

    /// <summary>A name before the host, a port or a bare number instead of a host: no listing has such an address.</summary>
    OddAddress,

    /// <summary>Another site.</summary>
    OtherSite,

    /// <summary>A marketplace's page that is no listing: a shop, a search, a picture, a short link.</summary>
    NoListing,

    /// <summary>More listings than one request may name.</summary>
    BeyondTheLimit,
}

/// <summary>A link that cannot be reported.</summary>
/// <param name="Written">As it was given, cut and fit to be shown.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedLink(string Written, LinkRefusal Reason);

/// <summary>What was read.</summary>
/// <param name="Accepted">New listings, each once, in the order given.</param>
/// <param name="Refused">Links that cannot be reported.</param>
/// <param name="Repeated">How many were given before, or twice.</param>
public sealed record ListingLinkList(IReadOnlyList<ListingLink> Accepted, IReadOnlyList<RefusedLink> Refused, int Repeated);
