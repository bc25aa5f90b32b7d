using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Refund promised outside the order.</summary>
internal sealed class OffPlatformRefundPromise : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "off-platform-refund-promise";

    /// <inheritdoc/>
    public override string Category => "claim-erosion";

    /// <inheritdoc/>
    public override string Title => "Refund promised outside the order";

    /// <inheritdoc/>
    public override string Why => "A refund outside the order page cannot be checked or enforced, and it is usually tied to closing your claim first.";

    /// <inheritdoc/>
    public override string Do => "Do not close or skip the claim, and do not send card or account numbers. Ask for the refund on the order page.";

    /// <inheritdoc/>
    public override string Reply => "Please make the refund on the order page, to the way we paid. Our claim stays open until it has arrived.";

    /// <inheritdoc/>
    public override string Source => "ChinaImportal, trade disputes (about 2018); Alibaba buyer FAQ 1000063651 (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "GIVEBACK~8~OTHERWAY", Unless: "NEVER", UnlessAnywhere: "RIGHTWAY OVERPAID"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("I return your money by Western Union after 20 days, no need to do it in the order."),
        new("They promise to refund 640 by other way, not in the system, because the platform is slow."),
        new("Please send me your card number and I will refund the 300 from my own pocket."),
        new("退款走平台太慢，我私下微信转给您。", "zh"),
        new("Le devuelvo el dinero por fuera de la plataforma, por Western Union.", "es"),
        new("Je vous rembourse en espèces, en dehors de la plateforme.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("The refund goes back to your original card through the order, in five to ten days."),
        new("We refunded 57.60 on the order page this morning."),
        new("Tax refund papers come with the customs entry."),
        new("退款会原路退回您的信用卡。", "zh"),
        new("El reembolso va a la misma tarjeta, por la plataforma.", "es"),
        new("Le remboursement se fait sur la carte d'origine, via la plateforme.", "fr"),
    ];
}
