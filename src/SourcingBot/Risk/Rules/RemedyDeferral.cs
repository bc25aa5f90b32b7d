using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>A small remedy instead of your claim.</summary>
internal sealed class RemedyDeferral : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "remedy-deferral";

    /// <inheritdoc/>
    public override string Category => "claim-erosion";

    /// <inheritdoc/>
    public override string Title => "A small remedy instead of your claim";

    /// <inheritdoc/>
    public override string Why => "Parts, a repair or a discount on the next order end the claim more cheaply than the goods are worth.";

    /// <inheritdoc/>
    public override string Do => "File the claim in parallel. Accept a remedy only inside the case, with a date.";

    /// <inheritdoc/>
    public override string Reply => "We are open to this, and file the claim meanwhile to keep our date. Please make the offer inside the case.";

    /// <inheritdoc/>
    public override string Source => "Andrew Minalto, reader case 3 (26 Jan 2015); ChinaImportal, after-sales cases";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "LATERREMEDY BADGOODS T_QUESTION|LIVE|OFFER|REQ|CLAIMCLOCK", Unless: "NEVER", UnlessAnywhere: "POLICY STORY"),
        new(Scope.Sentence, "T_REMEDY T_NOTYETAGREED", Unless: "NEVER", UnlessAnywhere: "POLICY STORY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("For the 40 broken ones we give you a discount on the next order, no need to claim."),
        new("The motor is defective and they only offer spare parts, should I agree?"),
        new("坏的下次返单补给您，不用投诉。", "zh"),
        new("Por las piezas rotas le damos crédito en el próximo pedido.", "es"),
        new("Pour les pièces cassées, une remise sur la prochaine commande.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("The warranty is two years and stands in the contract."),
        new("Spare screws are in each carton as agreed."),
        new("每箱配件按合同已放。", "zh"),
        new("Los repuestos van incluidos como se acordó.", "es"),
        new("Les pièces de rechange sont incluses.", "fr"),
    ];
}
