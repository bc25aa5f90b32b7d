using NodaTime;
using SourcingBot.Orders;
using SourcingBot.Quotes;

namespace SourcingBot.Packs;

/// <summary>A date that matters in a case, as "Delivered" or "Last day to ask for a refund".</summary>
/// <param name="Label">What the date is.</param>
/// <param name="Day">The day, in the case's zone.</param>
public sealed record KeyDate(string Label, LocalDate Day);

/// <summary>One fact that the buyer states, with the words of the order that it breaks and the exhibits that show it.</summary>
/// <param name="Statement">A neutral sentence. It came from outside.</param>
/// <param name="Clause">The words of the order or contract, or null where none is known. They came from outside.</param>
/// <param name="Exhibits">The numbers of the exhibits that show it.</param>
public sealed record CaseFact(string Statement, string? Clause, IReadOnlyList<int> Exhibits);

/// <summary>Something that happened, for the timeline.</summary>
/// <param name="On">The day or the instant.</param>
/// <param name="Zone">The zone in which the day was said and the instant is shown.</param>
/// <param name="What">What happened, in a few words.</param>
/// <param name="Exhibits">The numbers of the exhibits that show it.</param>
public sealed record CaseMoment(OccurredOn On, DateTimeZone Zone, string What, IReadOnlyList<int> Exhibits);

/// <summary>A line of the claim's arithmetic.</summary>
/// <param name="Text">The calculation in words, as "60 pcs at USD 4.20".</param>
/// <param name="Amount">What it comes to; below zero for what is taken off; null for a line that only explains.</param>
public sealed record ClaimLine(string Text, Money? Amount);

/// <summary>What the buyer claims, with the arithmetic that leads to it.</summary>
/// <param name="Lines">The lines in order.</param>
/// <param name="Total">What they come to.</param>
public sealed record CaseClaim(IReadOnlyList<ClaimLine> Lines, Money Total);

/// <summary>All that an evidence pack is made of. Two equal case files give the same bytes, so nothing here may be read from a clock.</summary>
public sealed record CaseFile
{
    /// <summary>The case's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name by which people call the case, as "D-7KQ2".</summary>
    public required string ShortName { get; init; }

    /// <summary>The reason, as "Goods arrived damaged".</summary>
    public required string Reason { get; init; }

    /// <summary>The order number as people write it, or null. It came from outside.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>The supplier's name, or null. It came from outside.</summary>
    public string? Supplier { get; init; }

    /// <summary>The goods in a few words, or null. They came from outside.</summary>
    public string? Goods { get; init; }

    /// <summary>The day of the order in the case's zone, or null.</summary>
    public LocalDate? OrderedOn { get; init; }

    /// <summary>The order's value, or null.</summary>
    public Money? OrderAmount { get; init; }

    /// <summary>The trade term with its place, or null.</summary>
    public Incoterm? Incoterm { get; init; }

    /// <summary>What stands behind the order, or null where it is not known.</summary>
    public Protection? Protection { get; init; }

    /// <summary>Further dates that matter, in the order in which they are to be read.</summary>
    public IReadOnlyList<KeyDate> KeyDates { get; init; } = [];

    /// <summary>The words of the order or contract that were broken. They came from outside.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];

    /// <summary>The facts, the weightiest first.</summary>
    public IReadOnlyList<CaseFact> Facts { get; init; } = [];

    /// <summary>What happened, in any order.</summary>
    public IReadOnlyList<CaseMoment> Timeline { get; init; } = [];

    /// <summary>The amount claimed, or null where none is.</summary>
    public CaseClaim? Claim { get; init; }

    /// <summary>The remedy asked for, as "Partial refund", or null.</summary>
    public string? Remedy { get; init; }

    /// <summary>What the supplier offered and what became of it, one sentence each.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>The exhibits; each number stands once.</summary>
    public IReadOnlyList<Exhibit> Exhibits { get; init; } = [];

    /// <summary>What the case still asks for, for the buyer alone.</summary>
    public IReadOnlyList<string> StillOpen { get; init; } = [];

    /// <summary>When the case was opened.</summary>
    public required Instant Created { get; init; }

    /// <summary>When anything in the case last changed. All dates inside the pack's files come from it.</summary>
    public required Instant Changed { get; init; }

    /// <summary>The zone in which days and times are shown.</summary>
    public required DateTimeZone Zone { get; init; }
}
