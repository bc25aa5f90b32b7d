using NodaTime;
using SourcingBot.Quotes;

namespace SourcingBot.Orders;

/// <summary>What stands behind an order if it goes wrong. It decides which policies apply.</summary>
public enum Protection
{
    /// <summary>The marketplace's Trade Assurance covers what was paid through the order.</summary>
    TradeAssurance,

    /// <summary>Bought from the marketplace's wholesale (ready to ship) side, paid through the order.</summary>
    Wholesale,

    /// <summary>Agreed and paid outside the marketplace's order; only its offline complaint is left.</summary>
    Offline,
}

/// <summary>The buyer's membership, on which some lengths depend.</summary>
public enum BuyerTier
{
    /// <summary>A buyer without a paid or earned tier.</summary>
    Ordinary,

    /// <summary>The Enterprise tier.</summary>
    Enterprise,

    /// <summary>The Enterprise Pro tier.</summary>
    EnterprisePro,
}

/// <summary>A way money went or will go. It decides which payment deadlines apply.</summary>
public enum PaymentWay
{
    /// <summary>A bank transfer to the account that the marketplace's order names.</summary>
    OrderTransfer,

    /// <summary>A credit or debit card: chargebacks exist.</summary>
    Card,

    /// <summary>PayPal: its own dispute exists.</summary>
    PayPal,

    /// <summary>A wire to the supplier's own account: only a bank recall exists.</summary>
    Wire,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Whether the marketplace's own logistics carries the goods, and how far: it ends some orders by itself.</summary>
public enum MarketplaceLogistics
{
    /// <summary>Another carrier or forwarder.</summary>
    None,

    /// <summary>To a port; the buyer's side takes over there.</summary>
    PortToPort,

    /// <summary>To the buyer's door.</summary>
    DoorToDoor,
}

/// <summary>What a buyer agreed with a supplier. Only the facts; what happened since are <see cref="OrderEvent"/>s.</summary>
public sealed record Order
{
    /// <summary>The order number as people write it; compare with <see cref="OrderNumbers.Key"/>. It came from outside.</summary>
    public required string Number { get; init; }

    /// <summary>The supplier's name as people write it. It came from outside.</summary>
    public required string Supplier { get; init; }

    /// <summary>The goods in a few words, or null.</summary>
    public string? Goods { get; init; }

    /// <summary>How many, or null.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>The order's value (role <see cref="MoneyRole.Total"/>), or null.</summary>
    public Money? Amount { get; init; }

    /// <summary>The trade term with its named place, or null.</summary>
    public Incoterm? Incoterm { get; init; }

    /// <summary>Who pays how much when; empty when not known.</summary>
    public IReadOnlyList<PaymentShare> PaymentSplit { get; init; } = [];

    /// <summary>The day the order was placed, in the reader's zone, or null.</summary>
    public LocalDate? PlacedOn { get; init; }

    /// <summary>
    /// The agreed shipment date, or null: export clearance or express pick-up by the end of that day in Beijing unless agreed
    /// otherwise (alifaq.org/whats-covered-by-trade-assurance, no date).
    /// </summary>
    public LocalDate? ShipBy { get; init; }

    /// <summary>The agreed (or guaranteed) delivery date at the destination, or null.</summary>
    public LocalDate? DeliverBy { get; init; }

    /// <summary>The agreed date of the last payment, or null. An offline complaint counts from it.</summary>
    public LocalDate? PayBy { get; init; }

    /// <summary>Whether the order page says "Guaranteed delivery".</summary>
    public bool GuaranteedDelivery { get; init; }

    /// <summary>The marketplace's id, "alibaba" by default; policies name it.</summary>
    public string Marketplace { get; init; } = "alibaba";

    /// <summary>What stands behind the order.</summary>
    public Protection Protection { get; init; } = Protection.TradeAssurance;

    /// <summary>The buyer's tier.</summary>
    public BuyerTier BuyerTier { get; init; } = BuyerTier.Ordinary;

    /// <summary>The ways money goes; empty when not known.</summary>
    public IReadOnlyList<PaymentWay> PaymentWays { get; init; } = [];

    /// <summary>Whether the marketplace's own logistics carries the goods.</summary>
    public MarketplaceLogistics Logistics { get; init; } = MarketplaceLogistics.None;

    /// <summary>Who looks after the order; reminders go to this person. Null until somebody takes it.</summary>
    public PersonRef? Owner { get; init; }

    /// <summary>Who is asked when the owner does not react, or null.</summary>
    public PersonRef? Backup { get; init; }

    /// <summary>The supplier's country, ISO 3166 two letters; its holidays count.</summary>
    public string SupplierCountry { get; init; } = "CN";

    /// <summary>The buyer's country, ISO 3166 two letters, or null; its holidays count.</summary>
    public string? BuyerCountry { get; init; }

    /// <summary>The IANA id of the zone in which the owner reads and writes dates, or null where it has to be asked for.</summary>
    public string? ReaderZone { get; init; }

    /// <summary>
    /// The policy versions that the order runs on, by policy id. A policy that is not named here starts at the newest version:
    /// store what <see cref="DeadlinePlan.PolicyVersions"/> says when the order is first planned.
    /// </summary>
    public IReadOnlyDictionary<string, int> PolicyVersions { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);
}
