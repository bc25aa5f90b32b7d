namespace SourcingBot.Orders;

/// <summary>How far an order is.</summary>
public enum OrderPhase
{
    /// <summary>Agreed, nothing paid yet.</summary>
    Ordered,

    /// <summary>Paid in part or in full, not shipped.</summary>
    InProduction,

    /// <summary>An inspection is booked or its result is open.</summary>
    InspectionBooked,

    /// <summary>The last inspection was failed.</summary>
    InspectionFailed,

    /// <summary>The last inspection was passed, or the balance paid: ready to leave.</summary>
    ReadyToShip,

    /// <summary>On the way.</summary>
    Shipped,

    /// <summary>Delivered, receipt not confirmed: the claim window runs.</summary>
    Delivered,

    /// <summary>Receipt confirmed; the claim window may still run.</summary>
    Received,

    /// <summary>A refund was asked for.</summary>
    InDispute,

    /// <summary>The dispute is with the marketplace.</summary>
    Escalated,

    /// <summary>Done.</summary>
    Closed,

    /// <summary>Cancelled.</summary>
    Cancelled,
}
