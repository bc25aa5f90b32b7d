using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>New fee before the goods move.</summary>
internal sealed class PostPaymentFeeDemand : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "post-payment-fee-demand";

    /// <inheritdoc/>
    public override string Category => "extra-fee";

    /// <inheritdoc/>
    public override string Title => "New fee before the goods move";

    /// <inheritdoc/>
    public override string Why => "A fee for insurance, clearance or a certificate that nobody named before, and that holds the goods back, is the commonest advance-fee scam. “Refundable” makes it worse.";

    /// <inheritdoc/>
    public override string Do => "Pay nothing. Ask the carrier or customs yourself, at the number on their own site. If the supplier insists, open a dispute on the order.";

    /// <inheritdoc/>
    public override string Reply => "We do not find this fee in our order. Please send the official notice of whoever charges it. We check it with them directly.";

    /// <inheritdoc/>
    public override string Source => "ChinaImportal, reader cases of a sudden “insurance” fee (about 2018-2021)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "FEEPIECE~20~GOODSHELD SURPRISE|FEEDEMAND|PAY", Unless: "NEVER", UnlessAnywhere: "AGREEDFEE NOTADEMAND", Stops: true),
        new(Scope.TwoSentences, "FEEWORD~10~REFUNDABLE PAY|SENDMONEY|FEEDEMAND", Unless: "NEVER SAMPLE", UnlessAnywhere: "OVERPAID", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("The parcel is stopped, you must pay an insurance fee of 400 USD and it will be released, the money is refundable."),
        new("Customs needs a clearance certificate fee of 650 dollars, otherwise the goods stay on hold."),
        new("包裹被海关扣了，需要先交2000元保险费，之后退还给您。", "zh"),
        new("El paquete está retenido, debe pagar un seguro de 300 USD, luego se lo devolvemos.", "es"),
        new("Le colis est bloqué, il faut payer une taxe de dédouanement de 250 euros, remboursable.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("The DHL duty invoice is attached, payable to DHL."),
        new("Optional cargo insurance costs 35 USD, shall we add it to the order before you pay?"),
        new("运费和保险费都已包含在PI里。", "zh"),
        new("Exam fee was invoiced by customs and we paid it to the broker, done."),
        new("We never charge any fee after payment."),
    ];
}
