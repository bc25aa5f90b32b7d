namespace SourcingBot.Orders;

/// <summary>What can happen to an order. Policies name them in lower case with hyphens: "refund-asked".</summary>
public enum OrderEventKind
{
    /// <summary>The deposit was paid.</summary>
    DepositPaid,

    /// <summary>The whole price was paid at once.</summary>
    PaidInFull,

    /// <summary>The supplier asked for the balance.</summary>
    BalanceAsked,

    /// <summary>Somebody of the team is about to pay the balance.</summary>
    BalanceAboutToBePaid,

    /// <summary>The balance was paid.</summary>
    BalancePaid,

    /// <summary>Other dates were agreed with the supplier (<see cref="OrderEvent.ShipBy"/>, <see cref="OrderEvent.DeliverBy"/>).</summary>
    DatesAgreed,

    /// <summary>An inspection was booked; it takes place on the day of the event.</summary>
    InspectionBooked,

    /// <summary>An inspection was passed.</summary>
    InspectionPassed,

    /// <summary>An inspection was failed.</summary>
    InspectionFailed,

    /// <summary>The goods left.</summary>
    Shipped,

    /// <summary>The goods are at the destination port or terminal, not yet at the buyer's.</summary>
    ArrivedAtDestination,

    /// <summary>The goods were delivered (the carrier's "delivered" scan counts).</summary>
    Delivered,

    /// <summary>It became clear that the goods will not come.</summary>
    NonDeliveryNoticed,

    /// <summary>The order page shows when receipt will be confirmed by itself (<see cref="OrderEvent.Until"/>).</summary>
    AutoReceiptAnnounced,

    /// <summary>The receiving time was extended, by either side.</summary>
    ReceivingTimeExtended,

    /// <summary>Receipt was confirmed on the order page.</summary>
    ReceiptConfirmed,

    /// <summary>A free local return was asked for.</summary>
    EasyReturnAsked,

    /// <summary>Compensation for a missed guaranteed delivery was claimed.</summary>
    CompensationClaimed,

    /// <summary>A refund was asked for: a dispute is open.</summary>
    RefundAsked,

    /// <summary>The supplier answered the refund request.</summary>
    SupplierAnswered,

    /// <summary>The dispute was escalated to the marketplace.</summary>
    Escalated,

    /// <summary>The marketplace's case handler joined.</summary>
    CaseHandlerJoined,

    /// <summary>The case handler opened an evidence slot (<see cref="OrderEvent.Until"/>, if the notice says).</summary>
    EvidenceSlotOpened,

    /// <summary>Evidence was uploaded.</summary>
    EvidenceUploaded,

    /// <summary>The case handler decided or asked on after reviewing the evidence.</summary>
    EvidenceReviewed,

    /// <summary>The dispute was closed for no response, or cancelled for a missed evidence date; a new one may still be open to the buyer.</summary>
    DisputeLapsed,

    /// <summary>The buyer withdrew the dispute.</summary>
    DisputeWithdrawn,

    /// <summary>The dispute was closed with a solution.</summary>
    DisputeSettled,

    /// <summary>An offline complaint was opened with the marketplace.</summary>
    OfflineComplaintOpened,

    /// <summary>The offline complaint was escalated.</summary>
    OfflineComplaintEscalated,

    /// <summary>A chargeback was asked for at the card's issuer.</summary>
    ChargebackAsked,

    /// <summary>A dispute was opened at PayPal.</summary>
    PayPalDisputeOpened,

    /// <summary>The dispute at PayPal was escalated to a claim.</summary>
    PayPalClaimMade,

    /// <summary>A wire went to a fraudster; the event's time is when it was sent.</summary>
    FraudulentWireSent,

    /// <summary>The bank was asked to recall the wire.</summary>
    RecallAsked,

    /// <summary>The order was cancelled.</summary>
    Cancelled,

    /// <summary>Everything is done; nothing more is waited for.</summary>
    Closed,
}
