using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Send back what was “too much”.</summary>
internal sealed class OverpaymentRefund : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "overpayment-refund";

    /// <inheritdoc/>
    public override string Category => "overpayment-refund";

    /// <inheritdoc/>
    public override string Title => "Send back what was “too much”";

    /// <inheritdoc/>
    public override string Why => "The payment that came in too high is often reversed later, and what you sent back is gone.";

    /// <inheritdoc/>
    public override string Do => "Send nothing. Let your bank say whether the money has truly arrived, and refund only by the way it came.";

    /// <inheritdoc/>
    public override string Reply => "Any correction goes through the original payment channel. We send no money to another account.";

    /// <inheritdoc/>
    public override string Source => "bearthritisfree.com, overpayment fraud (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "OVERPAID SENDMONEY|REFUNDOUT", Unless: "NEVER", UnlessAnywhere: "POLICY", Stops: true),
        new(Scope.Sentence, "T_OVERPAY~10~REFUNDOUT", Unless: "NEVER", UnlessAnywhere: "POLICY", Stops: true),
        new(Scope.TwoSentences, "OVERPAID T_REFUNDBACK T_BANKWORD|OUTWAY", Unless: "NEVER", UnlessAnywhere: "POLICY", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Our finance refunded you double by mistake, please return 900 USD to this account."),
        new("The cheque is larger than the price, kindly send back the difference to our agent."),
        new("财务多退了您500美元，请退到这个账户。", "zh"),
        new("Le transferimos dos veces por error, por favor devuelva la diferencia a esta cuenta.", "es"),
        new("Nous vous avons payé deux fois par erreur, remboursez la différence sur ce compte.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Your transfer was 15 USD short because of bank charges."),
        new("The price is for two sets, not for one."),
        new("运费按实际结算，走订单页面。", "zh"),
        new("El total incluye el empaque.", "es"),
        new("Le total comprend l'emballage.", "fr"),
    ];
}
