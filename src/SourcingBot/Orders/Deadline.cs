using NodaTime;

namespace SourcingBot.Orders;

/// <summary>What a deadline is about; reminder offsets go by it.</summary>
public enum DeadlineKind
{
    /// <summary>The supplier's agreed shipment, and what to do when it is missed.</summary>
    Shipment,

    /// <summary>Cancelling for an instant refund.</summary>
    Cancellation,

    /// <summary>The window in which a refund can be asked for.</summary>
    DisputeWindow,

    /// <summary>The free local return.</summary>
    EasyReturn,

    /// <summary>Compensation for late delivery.</summary>
    Compensation,

    /// <summary>The supplier's answer to a refund request.</summary>
    SupplierAnswer,

    /// <summary>From when, or until when, a dispute can be or is escalated.</summary>
    Escalation,

    /// <summary>Uploading evidence.</summary>
    Evidence,

    /// <summary>What the marketplace or its handler is to do.</summary>
    MarketplaceAnswer,

    /// <summary>Receipt or a logistics order is confirmed by itself.</summary>
    AutomaticReceipt,

    /// <summary>An offline complaint.</summary>
    OfflineComplaint,

    /// <summary>A card's chargeback.</summary>
    Chargeback,

    /// <summary>A payment service's dispute.</summary>
    PaymentDispute,

    /// <summary>The recall of a wire.</summary>
    WireRecall,

    /// <summary>Booking an inspection.</summary>
    InspectionBooking,
}

/// <summary>Who has to act by a deadline.</summary>
public enum Party
{
    /// <summary>The team.</summary>
    Buyer,

    /// <summary>The supplier.</summary>
    Supplier,

    /// <summary>The marketplace; nobody has to act, but something happens.</summary>
    Marketplace,
}

/// <summary>How a deadline stands.</summary>
public enum DeadlineStatus
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>What it asks for was done.</summary>
    Done,

    /// <summary>It may be done, or happened by itself, since its date (<see cref="Deadline.Opens"/>).</summary>
    Open,

    /// <summary>It is over and nothing was done.</summary>
    Expired,

    /// <summary>It was already over when the entry that started it was made: tell at once, as late.</summary>
    LateAtEntry,

    /// <summary>It no longer matters: the order ended or went another way.</summary>
    Moot,
}

/// <summary>How sure a source is.</summary>
public enum Confidence
{
    /// <summary>An old or unclear source; the number may be wrong.</summary>
    Low,

    /// <summary>One plausible source.</summary>
    Medium,

    /// <summary>The marketplace's own page, or several sources that agree.</summary>
    High,
}

/// <summary>One way to read a deadline where sources differ.</summary>
/// <param name="Due">When it would be due, or null while what it counts from has not happened.</param>
/// <param name="Counts">What it counts in words: "30 calendar days from delivered".</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Dated">The source's date, or null when it has none.</param>
/// <param name="Confidence">How sure it is.</param>
public sealed record DeadlineReading(Instant? Due, string Counts, string Source, LocalDate? Dated, Confidence Confidence);

/// <summary>That sources disagree on a deadline. The earliest reading drives the reminders.</summary>
/// <param name="Readings">All readings, the one that drives first.</param>
public sealed record Disagreement(IReadOnlyList<DeadlineReading> Readings);

/// <summary>A date by which somebody has to act, and where it comes from. Shown with "check the order page", never as law.</summary>
public sealed record Deadline
{
    /// <summary>
    /// What it is recognised by when an order is planned again: "policy/rule", with "/2" and so on for the second dispute and those after it.
    /// It stays the same while the date moves.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The policy's id.</summary>
    public required string PolicyId { get; init; }

    /// <summary>The policy's version it was planned by.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>The rule's id within the policy.</summary>
    public required string RuleId { get; init; }

    /// <summary>What is due, as a short title.</summary>
    public required string Title { get; init; }

    /// <summary>What to do, in a sentence or two.</summary>
    public required string Do { get; init; }

    /// <summary>What it is about.</summary>
    public required DeadlineKind Kind { get; init; }

    /// <summary>Who has to act.</summary>
    public required Party Actor { get; init; }

    /// <summary>Whether <see cref="Due"/> is when something becomes possible or happens by itself, not when it is over.</summary>
    public bool Opens { get; init; }

    /// <summary>The instant at which it is over, or from which it is open (<see cref="Opens"/>).</summary>
    public required Instant Due { get; init; }

    /// <summary>The last day (or the first, see <see cref="Opens"/>) on the calendar of <see cref="ClockZone"/>.</summary>
    public required LocalDate DueDate { get; init; }

    /// <summary>The zone of the clock that counts: the marketplace's, or the reader's.</summary>
    public required DateTimeZone ClockZone { get; init; }

    /// <summary>The entry that started it, or null where a date of the order did.</summary>
    public OrderEvent? StartedBy { get; init; }

    /// <summary>How it stands.</summary>
    public required DeadlineStatus Status { get; init; }

    /// <summary>The entry that made it done or moot, or null.</summary>
    public OrderEvent? EndedBy { get; init; }

    /// <summary>Days left on the reader's calendar to the day on which it ends or opens there: 0 on that day, negative after it.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>Where the number stands.</summary>
    public required string Source { get; init; }

    /// <summary>The source's date, or null when it has none.</summary>
    public LocalDate? Dated { get; init; }

    /// <summary>How sure it is.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>That sources disagree, or null.</summary>
    public Disagreement? Disagreement { get; init; }

    /// <summary>Whether the team set the length itself.</summary>
    public bool IsOverridden { get; init; }

    /// <summary>Whether no length is published: the date only says when to look at, and tell, what the order page shows.</summary>
    public bool IsLengthUnknown { get; init; }

    /// <summary>Whether it counts from an assumed moment, because only the day of its start is known.</summary>
    public bool IsStartAssumed { get; init; }

    /// <summary>Whether it depends on a working calendar whose holidays are estimates.</summary>
    public bool IsCalendarEstimated { get; init; }
}
