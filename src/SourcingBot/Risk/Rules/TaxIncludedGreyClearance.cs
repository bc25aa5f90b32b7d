using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>“Tax included” shipping without papers.</summary>
internal sealed class TaxIncludedGreyClearance : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "tax-included-grey-clearance";

    /// <inheritdoc/>
    public override string Category => "ddp-ambiguity";

    /// <inheritdoc/>
    public override string Title => "“Tax included” shipping without papers";

    /// <inheritdoc/>
    public override string Why => "“Double clearance, tax included” often means clearance in somebody else's name and no duty receipt for you. Customs comes to the owner of the goods.";

    /// <inheritdoc/>
    public override string Do => "Ask who the importer is, and for the customs entry and the duty receipt. Without them choose DAP (delivered, duty unpaid) and your own customs broker.";

    /// <inheritdoc/>
    public override string Reply => "Who is the importer of record, and will we get the customs entry and the duty receipt?";

    /// <inheritdoc/>
    public override string Source => "unioncargo.pl (2023); canada-usblog.com (8 Sep 2017)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Message, "GREYCLEAR MONEY|PRICECTX|OFFER|REQ|FREIGHTWORD", UnlessAnywhere: "TERM_DDP TERMQ DDPFULL"),
        new(Scope.TwoSentences, "DOORTAX DOORPRICE|MONEY|FREIGHTWORD", UnlessAnywhere: "TERM_DDP TERMQ DDPFULL IOR DELAYBEARS"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Sea freight double clearance tax included, 1.60 USD per kg to your door."),
        new("Special line, customs cleared under our agent, price 5 USD per kg."),
        new("海运双清包税到门，每公斤8元。", "zh"),
        new("Envío con impuestos incluidos y doble despacho, 2 USD el kilo.", "es"),
        new("Fret maritime double dédouanement taxes incluses, 2 USD le kilo.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("We provide the entry summary and the duty receipt for each shipment."),
        new("Price excludes tax, duty is paid by the buyer."),
        new("价格不含税。", "zh"),
        new("VAT is included in the German shop price, invoice attached to the order."),
        new("What does double clearance mean?"),
    ];
}
