using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Escrow or tracking site that nobody knows.</summary>
internal sealed class FakeEscrowOrLogisticsSite : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "fake-escrow-or-logistics-site";

    /// <inheritdoc/>
    public override string Category => "phishing-link";

    /// <inheritdoc/>
    public override string Title => "Escrow or tracking site that nobody knows";

    /// <inheritdoc/>
    public override string Why => "A payment or tracking page that only the seller knows can be made in an hour. It shows what the seller wants and keeps what you enter.";

    /// <inheritdoc/>
    public override string Do => "Enter nothing and pay nothing there. Look the company up by yourself, and track only on the carrier's own site that you typed in.";

    /// <inheritdoc/>
    public override string Reply => "Please give us the bill of lading or waybill number and a carrier that we can check on its own site. We pay only through the order.";

    /// <inheritdoc/>
    public override string Source => "alibabafairplayfacts.blogspot.com (Aug 2011)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Message, "LINKPOSING|LINKSTRANGE ESCROWWORD", Unless: "NEVER", UnlessAnywhere: "TYPEDMYSELF", Stops: true),
        new(Scope.Message, "LINKPOSING PARCELWORD", Unless: "NEVER", UnlessAnywhere: "TYPEDMYSELF", Stops: true),
        new(Scope.Message, "LINKSTRANGE PARCELWORD FEEPIECE|PAY|ACCTTHREAT|OWNTRACKPAGE|CARDSECRET", Unless: "NEVER", UnlessAnywhere: "TYPEDMYSELF", Stops: true),
        new(Scope.TwoSentences, "OWNTRACKPAGE PARCELWORD", Unless: "NEVER", UnlessAnywhere: "TYPEDMYSELF", Stops: true),
        new(Scope.Message, "ESCROWWORD SITEYOUNG", Unless: "NEVER", UnlessAnywhere: "TYPEDMYSELF", Stops: true),
        new(Scope.TwoSentences, "ESCROWWORD~10~SITEWORD PAY|REQ|LIVE", Unless: "NEVER SAFEACCT", UnlessAnywhere: "TYPEDMYSELF SHIELDREAL", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Use the site safe-trade-escrow.top to deposit the money, it protects both of us."),
        new("Our courier is private, you can track the parcel only on our page."),
        new("Track your cargo at fastocean-express.click, there is a fee to pay before delivery."),
        new("The seller proposes an escrow company whose website was registered three weeks ago. Can I pay in?"),
        new("Your parcel is on hold, pay 38 USD customs charge at parcel-clearance.help."),
        new("我们用第三方担保网站,您把货款存到这个页面,我们看到就发货。", "zh"),
        new("物流只能在我们自己的网站查,官网查不到,链接是 ocean-cargo-line.top。", "zh"),
        new("Pague en el sitio de garantía depositoseguro-trade.top, es un escrow que protege a los dos.", "es"),
        new("El envío está retenido, pague el cargo en aduana-paquete.click para la entrega.", "es"),
        new("Déposez l'acompte sur le site escrow depot-confiance.top, ils protègent les deux parties.", "fr"),
        new("Votre colis est bloqué, réglez les frais sur suivi-douane-colis.click.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("You can follow the parcel at dhl.com with the waybill number 4471882210."),
        new("Track the container on maersk.com, the number is on the bill of lading."),
        new("We do not use any escrow site, payment goes through the order page."),
        new("The goods are at the forwarder named in our contract, arrival next Tuesday."),
        new("Reminder for the team: never pay a courier that only the seller names."),
        new("运单号发您了,在官网输入就能看到货到哪里。", "zh"),
        new("Puede ver el contenedor en maersk.com con el número del conocimiento.", "es"),
        new("Le conteneur se suit sur cma-cgm.com avec le numéro du connaissement.", "fr"),
    ];
}
