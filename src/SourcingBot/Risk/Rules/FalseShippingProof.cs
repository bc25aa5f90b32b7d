using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Shipping proof that does not fit.</summary>
internal sealed class FalseShippingProof : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "false-shipping-proof";

    /// <inheritdoc/>
    public override string Category => "suspicious-pickup";

    /// <inheritdoc/>
    public override string Title => "Shipping proof that does not fit";

    /// <inheritdoc/>
    public override string Why => "A number without movement, or of another parcel, marks the order as shipped while nothing is on its way.";

    /// <inheritdoc/>
    public override string Do => "Ask the carrier with the number, on its own site or phone. If it shows nothing, ask for the refund as not shipped.";

    /// <inheritdoc/>
    public override string Reply => "The carrier shows no such movement. Please give the valid number and the pick-up receipt.";

    /// <inheritdoc/>
    public override string Source => "Alibaba seller FAQ 20111776 on false shipment (n.d.); ChinaImportal, reader cases";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "TRACKWORD? TRACKWRONG?", Unless: "NEVER", UnlessAnywhere: "POLICY", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("The tracking number shows another city and another name, supplier says wait."),
        new("We put a tracking number first so that the platform does not close, goods later."),
        new("单号查不到，供应商说先填一个，后发货。", "zh"),
        new("El número de rastreo no aparece y el peso no coincide.", "es"),
        new("Le numéro de suivi est introuvable, une étiquette seulement.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Tracking number follows tomorrow when the carrier has picked up."),
        new("The parcel moved from Shenzhen to Hong Kong today."),
        new("单号明天给您，今天已经揽收。", "zh"),
        new("El contenedor llegó a Veracruz.", "es"),
        new("Le colis est arrivé à Lyon hier.", "fr"),
    ];
}
