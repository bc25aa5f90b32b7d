namespace SourcingBot.Orders;

/// <summary>What can be wrong with an order's facts or entries.</summary>
public enum OrderProblemKind
{
    /// <summary>The order number has no letter or digit.</summary>
    NumberMissing,

    /// <summary>The value or the quantity is not above zero.</summary>
    AmountNotPositive,

    /// <summary>The payment shares do not add up to 100 %.</summary>
    SplitNotWhole,

    /// <summary>No zone of the reader is known: ask for it.</summary>
    ZoneUnknown,

    /// <summary>The zone's name does not exist.</summary>
    ZoneDoesNotExist,

    /// <summary>The shipment or delivery date is before the order.</summary>
    DueBeforeOrder,

    /// <summary>The delivery date is before the shipment date.</summary>
    DeliverByBeforeShipBy,

    /// <summary>It is said to have happened before the order was placed.</summary>
    BeforeOrder,

    /// <summary>It is said to have happened, and lies in the future.</summary>
    InTheFuture,

    /// <summary>The date is decades away: a slip of the pen.</summary>
    ImplausibleDate,

    /// <summary>It is said to have happened before what must come first.</summary>
    BeforeItsCause,

    /// <summary>What must come first was not entered.</summary>
    CauseMissing,

    /// <summary>The last day of a slot is before the slot.</summary>
    UntilBeforeStart,

    /// <summary>The same was entered twice with different days.</summary>
    ToldTwice,

    /// <summary>It happened after the order was closed or cancelled.</summary>
    AfterTheEnd,

    /// <summary>The balance was paid before an inspection was passed.</summary>
    BalanceBeforeInspection,
}

/// <summary>Whether an entry has to wait for an answer.</summary>
public enum ProblemWeight
{
    /// <summary>Take it, and ask.</summary>
    Question,

    /// <summary>It cannot be so: do not take it.</summary>
    Error,
}

/// <summary>Something that does not fit together, as data; <see cref="OrderProblems.Text"/> says it in words.</summary>
/// <param name="Kind">What.</param>
/// <param name="Weight">A question or an error.</param>
/// <param name="Event">The entry it is about, or null for the order's facts.</param>
/// <param name="Other">The entry it contradicts, or null.</param>
public sealed record OrderProblem(OrderProblemKind Kind, ProblemWeight Weight, OrderEvent? Event = null, OrderEvent? Other = null)
{
    /// <summary>The kind that should have come first, for <see cref="OrderProblemKind.CauseMissing"/>; else null.</summary>
    public OrderEventKind? Missing { get; init; }
}
