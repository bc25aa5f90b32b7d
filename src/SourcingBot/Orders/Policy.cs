using NodaTime;

namespace SourcingBot.Orders;

/// <summary>The unit of a length.</summary>
public enum LengthUnit
{
    /// <summary>Hours on the clock.</summary>
    Hours,

    /// <summary>Days on the calendar.</summary>
    CalendarDays,

    /// <summary>Working days of the marketplace's country.</summary>
    WorkingDays,
}

/// <summary>A date of the order from which a deadline can count.</summary>
public enum OrderDate
{
    /// <summary>The agreed shipment date.</summary>
    ShipBy,

    /// <summary>The agreed delivery date.</summary>
    DeliverBy,

    /// <summary>The agreed payment date.</summary>
    PayBy,
}

/// <summary>What a deadline counts from: an entry or a date of the order.</summary>
/// <param name="Event">The kind of entry, or null.</param>
/// <param name="Date">The date of the order, or null.</param>
public readonly record struct StartingPoint(OrderEventKind? Event, OrderDate? Date);

/// <summary>One way to read a rule: from when, how long, and who says so.</summary>
public sealed record RuleReading
{
    /// <summary>What it counts from: whichever happened.</summary>
    public required IReadOnlyList<StartingPoint> Starts { get; init; }

    /// <summary>Whether the last of several starts counts; else the first.</summary>
    public bool FromLast { get; init; }

    /// <summary>How long.</summary>
    public required int Length { get; init; }

    /// <summary>The length's unit.</summary>
    public required LengthUnit Unit { get; init; }

    /// <summary>The zone of the clock that counts, or null for the reader's own.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>Where the number stands.</summary>
    public required string Source { get; init; }

    /// <summary>The source's date, or null when it has none.</summary>
    public LocalDate? Dated { get; init; }

    /// <summary>How sure it is.</summary>
    public required Confidence Confidence { get; init; }
}

/// <summary>When a rule holds for an order. What is empty or null does not matter.</summary>
/// <param name="Tiers">The buyer's tiers.</param>
/// <param name="Logistics">How the marketplace's logistics carries the goods.</param>
/// <param name="MaxUsd">The order's highest value in US dollars; an order without a value in dollars counts as below.</param>
/// <param name="GuaranteedDelivery">Whether delivery must be guaranteed.</param>
public sealed record RuleCondition(IReadOnlyList<BuyerTier> Tiers, IReadOnlyList<MarketplaceLogistics> Logistics, decimal? MaxUsd, bool GuaranteedDelivery);

/// <summary>That an entry moves a deadline on.</summary>
/// <param name="By">The kind of entry.</param>
/// <param name="Days">By how many calendar days.</param>
/// <param name="Most">How often at most.</param>
public sealed record RuleExtension(OrderEventKind By, int Days, int Most);

/// <summary>A rule of a policy: a deadline, or a note.</summary>
public sealed record PolicyRule
{
    /// <summary>Its id within the policy, never reused for something else.</summary>
    public required string Id { get; init; }

    /// <summary>What is due, as a short title.</summary>
    public required string Title { get; init; }

    /// <summary>What to know and do.</summary>
    public required string Do { get; init; }

    /// <summary>What it is about; null for a note.</summary>
    public DeadlineKind? Kind { get; init; }

    /// <summary>Who has to act.</summary>
    public Party Actor { get; init; }

    /// <summary>When it holds.</summary>
    public required RuleCondition When { get; init; }

    /// <summary>The readings, the main one first. A note has one, of length 0.</summary>
    public required IReadOnlyList<RuleReading> Readings { get; init; }

    /// <summary>Whether the date is when something becomes possible or happens by itself, not when it is over.</summary>
    public bool Opens { get; init; }

    /// <summary>Whether no length is published: the length only says when to look at the order page.</summary>
    public bool IsLengthUnknown { get; init; }

    /// <summary>The kind of entry that tells the date which the order page shows, or null. What is told counts before the length.</summary>
    public OrderEventKind? ToldBy { get; init; }

    /// <summary>What moves it on, or null.</summary>
    public RuleExtension? ExtendedBy { get; init; }

    /// <summary>Entries after the start that do what it asks for.</summary>
    public IReadOnlyList<OrderEventKind> DoneBy { get; init; } = [];

    /// <summary>Entries after being done by which it runs again.</summary>
    public IReadOnlyList<OrderEventKind> ReopenedBy { get; init; } = [];

    /// <summary>Entries after the start by which it no longer matters.</summary>
    public IReadOnlyList<OrderEventKind> MootBy { get; init; } = [];

    /// <summary>Entries on or before the start's day because of which it never mattered.</summary>
    public IReadOnlyList<OrderEventKind> Unless { get; init; } = [];

    /// <summary>For a note: the rules after whose expiry it is told; empty where an entry is what it follows.</summary>
    public IReadOnlyList<string> AfterExpiryOf { get; init; } = [];

    /// <summary>Whether it is kept for the record only and never planned.</summary>
    public bool IsHistoric { get; init; }

    /// <summary>The rule that took its place, or null.</summary>
    public string? SupersededBy { get; init; }
}

/// <summary>The deadlines of one marketplace and payment way, in one version.</summary>
public sealed record Policy
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its version; it grows with every change of a number.</summary>
    public required int Version { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Title { get; init; }

    /// <summary>When somebody last compared it with its sources.</summary>
    public required LocalDate Checked { get; init; }

    /// <summary>The country whose working days count, ISO 3166 two letters; null where no length is in working days.</summary>
    public string? Country { get; init; }

    /// <summary>The marketplaces it holds for; empty for all.</summary>
    public IReadOnlyList<string> Marketplaces { get; init; } = [];

    /// <summary>The protections it holds for; empty for all.</summary>
    public IReadOnlyList<Protection> Protections { get; init; } = [];

    /// <summary>The payment ways it holds for; empty for all.</summary>
    public IReadOnlyList<PaymentWay> PaymentWays { get; init; } = [];

    /// <summary>The marketplace logistics it holds for; empty for all.</summary>
    public IReadOnlyList<MarketplaceLogistics> Logistics { get; init; } = [];

    /// <summary>The rules.</summary>
    public required IReadOnlyList<PolicyRule> Rules { get; init; }

    /// <summary>Whether it holds for an order.</summary>
    /// <param name="state">Where the order stands; a payment that names its way counts as one of the order's ways.</param>
    public bool AppliesTo(OrderState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var order = state.Order;
        return (Marketplaces.Count == 0 || Marketplaces.Contains(order.Marketplace, StringComparer.OrdinalIgnoreCase))
            && (Protections.Count == 0 || Protections.Contains(order.Protection))
            && (Logistics.Count == 0 || Logistics.Contains(order.Logistics))
            && (PaymentWays.Count == 0 || PaymentWays.Any(w => order.PaymentWays.Contains(w) || state.Events.Any(e => e.Way == w)));
    }
}
