using System.Security.Cryptography;
using System.Text;
using SourcingBot.Checks;
using SourcingBot.Quotes;
using SourcingBot.Risk.Engine;
using SourcingBot.Text;

namespace SourcingBot.Suppliers.Memory;

/// <summary>Something that a message states of its supplier.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">By what it is compared.</param>
/// <param name="Shown">As it is shown.</param>
internal sealed record StatedFact(SupplierFactKind Kind, string Key, string Shown)
{
    private const int Longest = 200;

    private static readonly HashSet<string> Shared = [.. Resource.Lines("SourcingBot.Suppliers.shared-domains.txt")
        .Where(l => l.Length > 0 && l[0] != '#').SelectMany(l => l.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>What a message states.</summary>
    /// <param name="facts">What was read from it.</param>
    public static IReadOnlyList<StatedFact> Of(Quote facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var stated = new List<StatedFact>();
        foreach (var bank in facts.Banks.Select(b => b.Value))
        {
            if ((bank.Iban ?? bank.AccountNumber) is { } number && Account(number) is { } account) stated.Add(account);
            if (bank.AccountName is { } payee && SupplierRow.KeyOf(payee) is { Length: > 0 } key) stated.Add(Cut(SupplierFactKind.Payee, key, payee));
            if (bank.Country is { } country) stated.Add(Cut(SupplierFactKind.BankCountry, country, country));
        }

        foreach (var email in facts.Emails.Select(e => e.Value.Trim().ToLowerInvariant()))
        {
            stated.Add(Cut(SupplierFactKind.Email, email, email));
            if (email.Split('@') is [_, var host] && !IsShared(host)) stated.Add(Domain(host));
        }

        stated.AddRange(facts.Links.Select(l => l.Value.Host).Where(h => !IsShared(h)).Select(Domain));
        if (facts.Incoterm is { Value: var term }) stated.Add(Cut(SupplierFactKind.Term, $"{term.Term} {term.Place}".Trim().ToUpperInvariant(), $"{term.Term} {term.Place}".Trim()));
        return [.. stated.DistinctBy(f => (f.Kind, f.Key))];
    }

    /// <summary>Whether a host serves everybody and so says nothing of a supplier.</summary>
    /// <param name="host">The host in lower case.</param>
    public static bool IsShared(string host)
    {
        var name = Plain(host);
        return WebPlaces.IsKnown(name) || WebPlaces.IsFreeMail(name) || Shared.Any(s => name == s || name.EndsWith("." + s, StringComparison.Ordinal));
    }

    private static StatedFact Domain(string host) => Cut(SupplierFactKind.Domain, Plain(host), Plain(host));

    private static string Plain(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    /// <summary>The hash keeps the number out of the database, and still tells whether two are the same.</summary>
    private static StatedFact? Account(string number)
    {
        var plain = new string([.. number.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
        return plain.Length < 6 ? null : new StatedFact(SupplierFactKind.Account, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("account/" + plain))), AccountMask.Masked(plain));
    }

    private static StatedFact Cut(SupplierFactKind kind, string key, string shown) => new(kind, SupplierRow.Cut(key, Longest), SupplierRow.Cut(shown, Longest));
}
