using NodaTime;
using SourcingBot.Inspection;

namespace SourcingBot.Orders;

/// <summary>How the goods stand with inspection.</summary>
public enum InspectionStanding
{
    /// <summary>None was booked.</summary>
    None,

    /// <summary>Booked, no result.</summary>
    Booked,

    /// <summary>The last one was passed.</summary>
    Passed,

    /// <summary>The last one was failed.</summary>
    Failed,
}

/// <summary>Where an order stands: its facts and everything that happened, folded into one value. Made by <see cref="OrderFold"/>.</summary>
public sealed record OrderState
{
    /// <summary>The order's facts.</summary>
    public required Order Order { get; init; }

    /// <summary>Every entry, those taken back included, in the order of entering.</summary>
    public required IReadOnlyList<OrderEvent> History { get; init; }

    /// <summary>The entries that count, in the order of happening (entered first, first, on the same day).</summary>
    public required IReadOnlyList<OrderEvent> Events { get; init; }

    /// <summary>The zone in which the owner reads and writes dates; UTC where none is known, which is then among the problems.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>How far the order is.</summary>
    public required OrderPhase Phase { get; init; }

    /// <summary>How the goods stand with final (pre-shipment or loading) inspection.</summary>
    public required InspectionStanding Inspection { get; init; }

    /// <summary>The agreed shipment date, as last agreed, or null.</summary>
    public LocalDate? ShipBy { get; init; }

    /// <summary>The agreed delivery date, as last agreed, or null.</summary>
    public LocalDate? DeliverBy { get; init; }

    /// <summary>What does not fit together, as questions and errors. Empty when all fits.</summary>
    public IReadOnlyList<OrderProblem> Problems { get; init; } = [];

    /// <summary>The first entry of a kind that counts, or null.</summary>
    /// <param name="kind">The kind.</param>
    public OrderEvent? First(OrderEventKind kind) => Events.FirstOrDefault(e => e.Kind == kind);

    /// <summary>The last entry of a kind that counts, or null.</summary>
    /// <param name="kind">The kind.</param>
    public OrderEvent? Last(OrderEventKind kind) => Events.LastOrDefault(e => e.Kind == kind);

    /// <summary>Whether something of a kind happened and counts.</summary>
    /// <param name="kind">The kind.</param>
    public bool Has(OrderEventKind kind) => First(kind) is not null;
}
