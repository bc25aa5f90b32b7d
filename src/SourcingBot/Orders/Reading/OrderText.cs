using NodaTime;
using SourcingBot.Inspection;
using SourcingBot.Quotes;

namespace SourcingBot.Orders;

/// <summary>What a message says of an order: facts that it states, and what it says to have happened. What it does not say is null.</summary>
internal sealed record OrderText
{
    /// <summary>The order number as written, or null.</summary>
    public string? Number { get; init; }

    /// <summary>The supplier's name as written.</summary>
    public string? Supplier { get; init; }

    /// <summary>The goods in a few words.</summary>
    public string? Goods { get; init; }

    /// <summary>How many.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>The order's value.</summary>
    public Money? Amount { get; init; }

    /// <summary>The trade term.</summary>
    public Incoterm? Incoterm { get; init; }

    /// <summary>Who pays how much when.</summary>
    public IReadOnlyList<PaymentShare> PaymentSplit { get; init; } = [];

    /// <summary>When it was placed.</summary>
    public LocalDate? PlacedOn { get; init; }

    /// <summary>The shipment date.</summary>
    public LocalDate? ShipBy { get; init; }

    /// <summary>The delivery date.</summary>
    public LocalDate? DeliverBy { get; init; }

    /// <summary>The payment date.</summary>
    public LocalDate? PayBy { get; init; }

    /// <summary>The marketplace's id.</summary>
    public string? Marketplace { get; init; }

    /// <summary>What stands behind the order.</summary>
    public Protection? Protection { get; init; }

    /// <summary>The buyer's tier.</summary>
    public BuyerTier? BuyerTier { get; init; }

    /// <summary>The ways money goes.</summary>
    public IReadOnlyList<PaymentWay> PaymentWays { get; init; } = [];

    /// <summary>Whether the marketplace's logistics carries the goods.</summary>
    public MarketplaceLogistics? Logistics { get; init; }

    /// <summary>Whether delivery is guaranteed.</summary>
    public bool GuaranteedDelivery { get; init; }

    /// <summary>A date whose day and month could be either way round: to be asked.</summary>
    public SpokenDate? Ambiguous { get; init; }

    /// <summary>Whether words look like a date that could not be read ("31 Nov", "last week"): to be asked, never guessed.</summary>
    public bool IsDateUnread { get; init; }

    /// <summary>What is said to have happened, or null.</summary>
    public OrderEventKind? Said { get; init; }

    /// <summary>When that was.</summary>
    public LocalDate? SaidOn { get; init; }

    /// <summary>Until when it runs, for a slot or an automatic receipt.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Which inspection.</summary>
    public InspectionKind? Inspection { get; init; }

    /// <summary>Whether it holds any fact that an order keeps.</summary>
    public bool HasFacts => Supplier is not null || Goods is not null || Quantity is not null || Amount is not null || Incoterm is not null || PaymentSplit.Count > 0
        || (PlacedOn ?? ShipBy ?? DeliverBy ?? PayBy) is not null || Marketplace is not null || Protection is not null || BuyerTier is not null || PaymentWays.Count > 0
        || Logistics is not null || GuaranteedDelivery;

    /// <summary>The facts put over those of an order; what is not said stays.</summary>
    /// <param name="order">The order.</param>
    public Order Over(Order order) => order with
    {
        Number = order.Number.Length > 0 ? order.Number : Number ?? string.Empty,
        Supplier = Supplier ?? order.Supplier,
        Goods = Goods ?? order.Goods,
        Quantity = Quantity ?? order.Quantity,
        Amount = Amount ?? order.Amount,
        Incoterm = Incoterm ?? order.Incoterm,
        PaymentSplit = PaymentSplit.Count > 0 ? PaymentSplit : order.PaymentSplit,
        PlacedOn = PlacedOn ?? order.PlacedOn,
        ShipBy = ShipBy ?? order.ShipBy,
        DeliverBy = DeliverBy ?? order.DeliverBy,
        PayBy = PayBy ?? order.PayBy,
        Marketplace = Marketplace ?? order.Marketplace,
        Protection = Protection ?? (Marketplace is { } other && other != order.Marketplace && other != "alibaba" ? Orders.Protection.Offline : order.Protection),
        BuyerTier = BuyerTier ?? order.BuyerTier,
        PaymentWays = PaymentWays.Count > 0 ? PaymentWays : order.PaymentWays,
        Logistics = Logistics ?? order.Logistics,
        GuaranteedDelivery = GuaranteedDelivery || order.GuaranteedDelivery,
    };
}
