using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>An escrow or carrier site of unknown hands.</summary>
internal sealed class FakeEscrowOrLogisticsSite : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "fake-escrow-or-logistics-site";

    /// <inheritdoc/>
    public override string Category => "phishing-link";

    /// <inheritdoc/>
    public override string Title => "An escrow or carrier site of unknown hands";

    /// <inheritdoc/>
    public override string Why => "Invented escrow, tracking and customs pages exist to collect a payment or a card number.";

    /// <inheritdoc/>
    public override string Do => "Pay nothing there. Find the carrier or service by yourself and ask whether it knows your parcel.";

    /// <inheritdoc/>
    public override string Reply => "Please give the bill of lading or air waybill number and a carrier whose own site shows it.";

    /// <inheritdoc/>
    public override string Source => "alibabafairplayfacts.blogspot.com, fake escrow sites (Aug 2011)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "ESCROWSITE LINKACT|PAY", Unless: "NEVER", UnlessAnywhere: "POLICY", Stops: true),
        new(Scope.TwoSentences, "LINKACT T_TRACKING PAY|T_FEENAMES", Unless: "NEVER", UnlessAnywhere: "POLICY", Stops: true),
        new(Scope.Sentence, "ESCROWSITE T_FEENAMES|T_HOSTAGE", Unless: "NEVER", UnlessAnywhere: "POLICY", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Use our escrow site, pay there by the link and the goods are released."),
        new("Your parcel is held, pay the clearance on the courier page by this link."),
        new("请在清关网站点击付款链接支付费用。", "zh"),
        new("Su paquete está retenido, pague en el portal de aduana con este enlace de pago.", "es"),
        new("Votre colis est bloqué, payez sur le portail de douane par ce lien.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Follow the parcel on the carrier's own site with the number above."),
        new("DHL told us the truck comes on Friday."),
        new("可以在官网查询物流。", "zh"),
        new("La naviera confirmó la salida.", "es"),
        new("Le transporteur passe jeudi.", "fr"),
    ];
}
