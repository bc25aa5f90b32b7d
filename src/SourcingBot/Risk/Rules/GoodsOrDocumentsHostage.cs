using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Goods or papers held back for more money.</summary>
internal sealed class GoodsOrDocumentsHostage : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "goods-or-documents-hostage";

    /// <inheritdoc/>
    public override string Category => "extra-fee";

    /// <inheritdoc/>
    public override string Title => "Goods or papers held back for more money";

    /// <inheritdoc/>
    public override string Why => "Whoever holds the bill of lading or the goods can ask for more. What was agreed and paid obliges them to release.";

    /// <inheritdoc/>
    public override string Do => "Add no money. List what was agreed and paid, set a date for the release, and tell the platform and the carrier.";

    /// <inheritdoc/>
    public override string Reply => "We pay what the order says. Please show us the line of the order that this charge comes from, and release the goods and documents. Otherwise we take it to the platform and the carrier.";

    /// <inheritdoc/>
    public override string Source => "ChinaImportal, shipping scams; Guided Imports, freight forwarder fraud (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "HOSTDOC~12~HOLDBACK PAY|PAYASK|FEEDEMAND|MONEY|FEEWORD|FEENEW", Unless: "NEVER", UnlessAnywhere: "AGREEDFEE", Stops: true),
        new(Scope.TwoSentences, "HOLDBACK~12~HOSTDOC UNTILPAID", Unless: "NEVER", UnlessAnywhere: "AGREEDFEE", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("No bill of lading until you settle the extra handling of 1,100 USD."),
        new("We keep the telex release until you clear the additional charge."),
        new("不补运费我们不放提单。", "zh"),
        new("No entregamos el BL hasta que pague los 800 USD adicionales.", "es"),
        new("On ne lâche pas le connaissement tant que vous ne payez pas le supplément de 700 euros.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Originals are couriered after the agreed 70% balance."),
        new("The draft bill of lading is attached, please check it."),
        new("提单草稿请核对。", "zh"),
        new("The forwarder released the bill of lading this morning."),
        new("We will never hold your documents."),
    ];
}
