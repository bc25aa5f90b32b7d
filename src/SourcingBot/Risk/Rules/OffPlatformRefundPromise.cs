using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>A refund outside the order.</summary>
internal sealed class OffPlatformRefundPromise : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "off-platform-refund-promise";

    /// <inheritdoc/>
    public override string Category => "claim-erosion";

    /// <inheritdoc/>
    public override string Title => "A refund outside the order";

    /// <inheritdoc/>
    public override string Why => "Nobody enforces a promise of money outside the case, and some ask for your card to “return” it.";

    /// <inheritdoc/>
    public override string Do => "Have the refund made on the order page. Give no card or account for it.";

    /// <inheritdoc/>
    public override string Reply => "Please process the refund on the order page.";

    /// <inheritdoc/>
    public override string Source => "Alibaba buyer FAQ 1000063651 (n.d.); ChinaImportal, reader Humberto";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "REFUNDOUT~8~OUTWAY CLAIMCLOCK|BADGOODS|T_DEFECT|T_CASE?", UnlessAnywhere: "POLICY STORY"),
        new(Scope.Sentence, "T_REFUNDBACK T_BYPASS T_CASE", Unless: "NEVER", UnlessAnywhere: "POLICY STORY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("We refund you by Western Union after 20 days, no need for the dispute."),
        new("For the broken goods he will return the money privately to my account, not in the case."),
        new("坏的我私下微信退给您，别投诉。", "zh"),
        new("Le devuelvo el dinero por fuera, por transferencia, sin disputa.", "es"),
        new("Je vous rembourse par virement, en dehors du litige.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("The refund goes to your original card through the order, five to ten days."),
        new("Bank charges for the refund are ours."),
        new("退款从订单原路退回。", "zh"),
        new("El reembolso sale por la página del pedido.", "es"),
        new("Le remboursement passe par la commande.", "fr"),
    ];
}
