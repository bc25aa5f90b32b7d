namespace SourcingBot.Suppliers.Memory;

/// <summary>What a message states otherwise than what is known of its supplier.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Known">What is known, as shown; the newest first.</param>
/// <param name="Stated">What the message states, as shown.</param>
/// <param name="LooksAlike">For a domain: whether it was made to be taken for a known one.</param>
internal sealed record SupplierDifference(SupplierFactKind Kind, IReadOnlyList<string> Known, string Stated, bool LooksAlike = false)
{
    /// <summary>Whether it means stop: money would go to another account, payee or country, or an address imitates a known one.</summary>
    public bool Stops => LooksAlike || Kind is SupplierFactKind.Account or SupplierFactKind.Payee or SupplierFactKind.BankCountry;

    /// <summary>Compares what a message states with what is known. Where nothing of a kind is known nothing differs. Pure.</summary>
    /// <param name="known">What is remembered of the supplier.</param>
    /// <param name="stated">What the message states.</param>
    /// <returns>What means stop first.</returns>
    public static IReadOnlyList<SupplierDifference> Of(IReadOnlyCollection<SupplierFactRow> known, IReadOnlyList<StatedFact> stated)
    {
        var found = new List<SupplierDifference>();
        foreach (var fact in stated)
        {
            // Terms change from order to order, and a person has more than one address at the same domain.
            if (fact.Kind is SupplierFactKind.Term or SupplierFactKind.Email) continue;
            List<SupplierFactRow> same = [.. known.Where(k => k.Kind == fact.Kind).OrderByDescending(k => k.LastAt)];
            if (same.Count == 0 || same.Exists(k => k.Key == fact.Key)) continue;
            var imitated = fact.Kind == SupplierFactKind.Domain && same.Exists(k => LookAlike(k.Key, fact.Key));
            if (fact.Kind == SupplierFactKind.Domain && !imitated && same.Exists(k => fact.Key.EndsWith("." + k.Key, StringComparison.Ordinal))) continue;
            found.Add(new SupplierDifference(fact.Kind, [.. same.Select(k => k.Shown)], fact.Shown, imitated));
        }

        return [.. found.OrderByDescending(f => f.Stops).ThenBy(f => f.Kind)];
    }

    /// <summary>Whether one domain can be taken for another: at most two letters differ, or the same name with another ending.</summary>
    /// <param name="known">The known one.</param>
    /// <param name="other">The other one.</param>
    public static bool LookAlike(string known, string other)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(other);
        if (known == other || other.EndsWith("." + known, StringComparison.Ordinal)) return false;
        var (name, second) = (NameOf(known), NameOf(other));
        if (name.Length < 5) return false;
        return name == second || second.Contains(name, StringComparison.Ordinal) || Distance(name, second) <= (name.Length >= 8 ? 2 : 1);
    }

    private static string NameOf(string domain) => domain.Split('.')[0].Replace("-", string.Empty, StringComparison.Ordinal);

    /// <summary>Insertions, deletions and changes of a letter that make one of the other.</summary>
    private static int Distance(string x, string y)
    {
        var row = Enumerable.Range(0, y.Length + 1).ToArray();
        for (var i = 1; i <= x.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= y.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (x[i - 1] == y[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[^1];
    }
}
