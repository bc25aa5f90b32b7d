namespace SourcingBot.Inspection;

/// <summary>A single sampling plan for normal inspection, ISO 2859-1.</summary>
public sealed record SamplingPlan
{
    /// <summary>Pieces in the lot.</summary>
    public required long Lot { get; init; }

    /// <summary>The inspection level: I, II, III, S-1, S-2, S-3 or S-4.</summary>
    public required string Level { get; init; }

    /// <summary>The acceptable quality limit in percent; 0 is trade practice for critical defects and not in the standard.</summary>
    public required decimal Aql { get; init; }

    /// <summary>The code letter of the lot and level.</summary>
    public required char Letter { get; init; }

    /// <summary>Pieces that <see cref="Letter"/> alone would draw.</summary>
    public required int LetterSample { get; init; }

    /// <summary>The code letter whose plan is used; differs from <see cref="Letter"/> where the table has an arrow.</summary>
    public required char PlanLetter { get; init; }

    /// <summary>Pieces to draw: the sample of <see cref="PlanLetter"/>, or the whole lot where that is not larger.</summary>
    public required int SampleSize { get; init; }

    /// <summary>Accept the lot with so many defective pieces or fewer.</summary>
    public required int Accept { get; init; }

    /// <summary>Reject the lot with so many defective pieces or more.</summary>
    public int Reject => Accept + 1;

    /// <summary>Whether every piece is inspected.</summary>
    public bool InspectsAll => SampleSize >= Lot;
}
