namespace SourcingBot.Inspection;

/// <summary>A single sampling plan for normal inspection, ISO 2859-1.</summary>
public sealed record SamplingPlan
{
    /// <summary>Pieces in the lot.</summary>
    public required long Lot { get; init; }

    /// <summary>The inspection level: I, II, III, S-1, S-2, S-3 or S-4.</summary>
    public required string Level { get; init; }

    /// <summary>The acceptable quality limit in percent; 0 is trade practice for critical defects.</summary>
    public required decimal Aql { get; init; }

    /// <summary>The code letter of the lot and level.</summary>
    public required char Letter { get; init; }

    /// <summary>The code letter whose plan is used; differs from <see cref="Letter"/> where the table has an arrow.</summary>
    public required char PlanLetter { get; init; }

    /// <summary>Pieces to draw: the sample of <see cref="PlanLetter"/>, or the whole lot where that is smaller.</summary>
    public required int SampleSize { get; init; }

    /// <summary>Accept the lot with so many defective pieces or fewer.</summary>
    public required int Accept { get; init; }

    /// <summary>Reject the lot with so many defective pieces or more.</summary>
    public int Reject => Accept + 1;

    /// <summary>Whether every piece is inspected.</summary>
    public bool InspectsAll => SampleSize >= Lot;
}

/// <summary>The tables of ISO 2859-1.</summary>
public static class Aql
{
    /// <summary>The inspection levels.</summary>
    public static IReadOnlyList<string> Levels => throw new NotSupportedException();

    /// <summary>The acceptable quality limits, in percent, 0 included.</summary>
    public static IReadOnlyList<decimal> Limits => throw new NotSupportedException();

    /// <summary>Finds the plan.</summary>
    /// <param name="lot">Pieces in the lot, at least 2.</param>
    /// <param name="level">The level, as "II" or "s-2".</param>
    /// <param name="aql">The limit in percent.</param>
    /// <exception cref="ArgumentException">The lot, level or limit has no plan; the message says which are possible, for people to read.</exception>
    public static SamplingPlan Plan(long lot, string level, decimal aql) => throw new NotSupportedException();
}

/// <summary>The chance that a lot passes.</summary>
public static class AcceptanceChance
{
    /// <summary>The exact chance (hypergeometric): sum over k up to Ac of C(D,k) C(N-D,n-k) / C(N,n).</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="defective">Defective pieces in the lot.</param>
    /// <returns>0 to 1.</returns>
    public static double Of(SamplingPlan plan, long defective) => throw new NotSupportedException();

    /// <summary>The chance for a share of defective pieces; their number is rounded down.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="share">0 to 1.</param>
    public static double OfShare(SamplingPlan plan, decimal share) => throw new NotSupportedException();
}
