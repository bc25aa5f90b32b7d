using NodaTime;

namespace SourcingBot.Inspection;

/// <summary>The kinds of inspection in the order of production.</summary>
public enum InspectionKind
{
    /// <summary>Pre-production inspection (PPI), on materials.</summary>
    PreProduction,

    /// <summary>During production (DUPRO).</summary>
    DuringProduction,

    /// <summary>Pre-shipment (PSI, final random inspection).</summary>
    PreShipment,

    /// <summary>Container loading supervision (CLS).</summary>
    Loading,

    /// <summary>The buyer's own check at arrival.</summary>
    Arrival,
}

/// <summary>How a planned inspection stands.</summary>
public enum PlannedInspectionStatus
{
    /// <summary>To be booked.</summary>
    ToBook,

    /// <summary>The booking day is over, the window is not: book at once.</summary>
    BookNow,

    /// <summary>Booked.</summary>
    Booked,

    /// <summary>Passed.</summary>
    Passed,

    /// <summary>Failed: plan another one before paying.</summary>
    Failed,

    /// <summary>The window is over.</summary>
    TooLate,
}

/// <summary>When to inspect, and by when to book.</summary>
public sealed record PlannedInspection
{
    /// <summary>Which inspection.</summary>
    public required InspectionKind Kind { get; init; }

    /// <summary>The first good day, on the factory's calendar.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last good day.</summary>
    public required LocalDate To { get; init; }

    /// <summary>The last day to book it, so many working days before <see cref="From"/>; null for the buyer's own check.</summary>
    public LocalDate? BookBy { get; init; }

    /// <summary>How it stands.</summary>
    public required PlannedInspectionStatus Status { get; init; }

    /// <summary>Where the window comes from.</summary>
    public required string Source { get; init; }

    /// <summary>What other sources say, or null where they agree.</summary>
    public string? OtherReadings { get; init; }

    /// <summary>The holiday around which it was moved, or in whose stall it falls, or null.</summary>
    public string? Holiday { get; init; }

    /// <summary>Whether a holiday it was moved around is an estimate.</summary>
    public bool IsCalendarEstimated { get; init; }
}
