using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>“Door to door” without a term.</summary>
internal sealed class DoorToDoorUndefined : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "door-to-door-undefined";

    /// <inheritdoc/>
    public override string Category => "ddp-ambiguity";

    /// <inheritdoc/>
    public override string Title => "“Door to door” without a term";

    /// <inheritdoc/>
    public override string Why => "“To your door” does not say who pays duty, VAT, port charges or storage. Those bills come after the goods have left.";

    /// <inheritdoc/>
    public override string Do => "Ask whether it is DAP or DDP, and who pays duty, VAT and local charges.";

    /// <inheritdoc/>
    public override string Reply => "Is this DAP or DDP? Who pays duty, VAT and local charges, and to which address?";

    /// <inheritdoc/>
    public override string Source => "Minalto, Trade Assurance, comment 4 (2015)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Message, "DOORWORD MONEY|PRICECTX|OFFER|REQ", UnlessAnywhere: "TERM_DDP TERMQ DDPFULL"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Door to door 900 USD, all charges in."),
        new("Shipping to your door is included in our price."),
        new("门到门运费一共900美元。", "zh"),
        new("Puerta a puerta por 700 USD.", "es"),
        new("Porte à porte pour 650 euros.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("DAP 12 Mill Road, Leeds, Incoterms 2020, duty paid by the buyer."),
        new("The courier left a card at the door."),
        new("请问门到门是什么意思？", "zh"),
        new("Our factory door is open to visitors."),
        new("FOB Shenzhen 4 USD each."),
    ];
}
