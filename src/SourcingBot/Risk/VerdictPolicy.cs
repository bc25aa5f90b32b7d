namespace SourcingBot.Risk;

/// <summary>The one place that decides between none, caution and high. Rules say what they found; this says what it amounts to.</summary>
internal static class VerdictPolicy
{
    /// <summary>Caution alone; together with any other pressure they mean stop.</summary>
    private static readonly string[] Stacking = ["full-prepayment", "too-good-price", "urgency-pressure"];

    /// <summary>These outside the platform or on top of a stacking one are pressure.</summary>
    private static readonly string[] Pressure =
        ["full-prepayment", "too-good-price", "urgency-pressure", "off-platform-payment", "avoid-trade-assurance", "inspection-refusal", "extra-fee", "bank-change", "payee-mismatch"];

    /// <summary>Decides.</summary>
    /// <param name="found">Each finding's category and whether it means stop by itself.</param>
    public static Verdict Of(IReadOnlyCollection<(string Category, bool Stops)> found)
    {
        if (found.Count == 0) return Verdict.None;
        if (found.Any(f => f.Stops)) return Verdict.High;
        var stacked = found.Any(f => Stacking.Contains(f.Category)
            && found.Any(o => o.Category != f.Category && Pressure.Contains(o.Category)));
        return stacked ? Verdict.High : Verdict.Caution;
    }
}
