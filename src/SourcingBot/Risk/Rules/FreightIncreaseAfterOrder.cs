using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>More freight than agreed.</summary>
internal sealed class FreightIncreaseAfterOrder : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "freight-increase-after-order";

    /// <inheritdoc/>
    public override string Category => "price-change";

    /// <inheritdoc/>
    public override string Title => "More freight than agreed";

    /// <inheritdoc/>
    public override string Why => "Freight that is part of the order was agreed with it. Goods that wait for more money are pressure.";

    /// <inheritdoc/>
    public override string Do => "Point to the agreed term and price. Pay no more before you saw the carrier's own invoice.";

    /// <inheritdoc/>
    public override string Reply => "The freight was fixed in our order. Please ship on the agreed terms, or confirm in the order that you cannot.";

    /// <inheritdoc/>
    public override string Source => "ChinaImportal, reader comment 1 (2018); agenceocto on DDP (2026)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "DEARER FREIGHT2 DEALMADE", Unless: "NEVER REALREASON", UnlessAnywhere: "POLICY STORY"),
        new(Scope.Sentence, "DEARER~6~FREIGHT2 DEALMADE|LIVE|T_HOSTAGE", Unless: "NEVER REALREASON", UnlessAnywhere: "POLICY STORY"),
        new(Scope.Sentence, "FREIGHT2 LITTLEMORE DEALMADE", Unless: "NEVER REALREASON", UnlessAnywhere: "POLICY STORY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Sea freight jumped after you paid, please add 380 USD or the goods stay here."),
        new("We paid the order and now they say shipping cost went up, must we pay the difference?"),
        new("您付款后海运费涨了，需要补差价才能发。", "zh"),
        new("Ya pagamos y ahora el flete subió, piden pagar la diferencia.", "es"),
        new("La commande est payée et le fret a augmenté, il faut payer la différence.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("The freight quote is valid until 30 June, before you order."),
        new("Freight went down, we pass 40 USD on to you."),
        new("运费降了，退您差额。", "zh"),
        new("El flete bajó, le descontamos 40 USD.", "es"),
        new("Le fret a baissé, nous déduisons 40 USD.", "fr"),
    ];
}
