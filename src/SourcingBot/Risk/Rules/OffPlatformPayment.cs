using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Payment outside the platform.</summary>
internal sealed class OffPlatformPayment : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "off-platform-payment";

    /// <inheritdoc/>
    public override string Category => "off-platform-payment";

    /// <inheritdoc/>
    public override string Title => "Payment outside the platform";

    /// <inheritdoc/>
    public override string Why => "Only money paid through the order page is covered. What goes by direct transfer is outside every protection.";

    /// <inheritdoc/>
    public override string Do => "Pay only from the order page. If they insist on another way, do not go on with the order.";

    /// <inheritdoc/>
    public override string Reply => "We pay only through the order page of the platform. Please put the full amount there.";

    /// <inheritdoc/>
    public override string Source => "Alibaba Trade Assurance: only payments through the order are covered (buyer FAQ, n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "PAY~7~DIRECT", Unless: "NEVER SAFEACCT TERM NOTADEMAND", Stops: true),
        new(Scope.TwoSentences, "OWNACCT PAY|MONEY|PCT|DISCOUNT", Unless: "NEVER SAFEACCT NOTCHANGED", UnlessAnywhere: "NOTUS", Stops: true),
        new(Scope.TwoSentences, "TAPROBLEM~8~PLATFORM DIRECT PAY", Unless: "NEVER", Stops: true),
        new(Scope.Clause, "UNTRACE|UNTRACEWORDS", Unless: "NEVER", UnlessAnywhere: "NOTUNTRACE NONUNTRACE", Stops: true),
        new(Scope.TwoSentences, "TOKENORDER PLATFORM REST|OWNACCT|DIRECT", Unless: "NEVER", Stops: true),
        new(Scope.TwoSentences, "SHUN~6~SHIELD STRAIGHT", Unless: "NEVER SAFEACCT", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("If you remit to our company account directly I can give 3% discount, the platform takes too much."),
        new("Please cancel the order link and wire the deposit to us directly."),
        new("平台手续费太高，您直接打款到我们公司账户吧，给您便宜2%。", "zh"),
        new("Mejor pague directamente a nuestra cuenta y le hago un descuento del 4 %.", "es"),
        new("Payez-nous directement par virement hors plateforme, je vous fais 5 % de remise.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Please pay from the order page as usual, T/T goes to the account shown in the checkout."),
        new("Payment: 30% T/T deposit, 70% before shipment."),
        new("请在平台订单页面付款，谢谢。", "zh"),
        new("Our policy: never pay a supplier directly outside the platform."),
        new("We never ask customers to pay outside Alibaba."),
    ];
}
