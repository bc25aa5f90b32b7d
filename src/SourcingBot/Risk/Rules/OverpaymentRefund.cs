using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Told to send “too much” money back.</summary>
internal sealed class OverpaymentRefund : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "overpayment-refund";

    /// <inheritdoc/>
    public override string Category => "overpayment-refund";

    /// <inheritdoc/>
    public override string Title => "Told to send “too much” money back";

    /// <inheritdoc/>
    public override string Why => "The payment that was too high is often false or will be taken back. What you send on is your own money and is gone.";

    /// <inheritdoc/>
    public override string Do => "Send nothing. Ask your bank whether the money has really settled, and return it only by the way it came, through the bank or the platform.";

    /// <inheritdoc/>
    public override string Reply => "Any correction must go back by the original payment channel after it has settled. We will not send money to another account or person.";

    /// <inheritdoc/>
    public override string Source => "bearthritisfree.com (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "TOOMUCHSENT SENDITBACK", Unless: "NEVER ORIGINALROUTE", Stops: true),
        new(Scope.TwoSentences, "TOOMUCHSENT PASSITON", Unless: "NEVER ORIGINALROUTE", Stops: true),
        new(Scope.TwoSentences, "BIGCHEQUE PASSITON|SENDITBACK", Unless: "NEVER", Stops: true),
        new(Scope.TwoSentences, "SENDITBACK MONEYNOTSEEN", Unless: "NEVER ORIGINALROUTE", Stops: true),
        new(Scope.Sentence, "PASSITON SENDITBACK MONEY", Unless: "NEVER ORIGINALROUTE", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Our finance refunded you double by mistake, please return 900 USD to this account."),
        new("We sent 5,000 instead of 500, kindly send back the difference today."),
        new("The buyer's cheque is larger than the invoice and he asks us to pay the driver from it."),
        new("Supplier says they paid us too much and want the rest back on another card. I see nothing on our statement."),
        new("You paid twice in our system, give me your card details and we transfer back the surplus, then you send one half to our agent."),
        new("财务多退了您三千,麻烦把差额转回这个账户。", "zh"),
        new("客户支票开多了,让我们把剩下的转给货代,可以吗?", "zh"),
        new("Por error le devolvimos el doble, por favor regrese la diferencia a esta cuenta.", "es"),
        new("El cheque es por más, quédese con su parte y pague al transportista el resto.", "es"),
        new("Nous vous avons remboursé deux fois par erreur, merci de renvoyer la différence sur ce compte.", "fr"),
        new("Le chèque dépasse la facture, gardez votre part et payez le transporteur avec le reste.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Your transfer arrived 15 dollars short because of bank fees, please add it to the balance."),
        new("You overpaid by 40 USD, we deduct it from the next invoice."),
        new("The refund goes through the order to the original payment method."),
        new("Two cartons too many were packed, keep them free of charge."),
        new("Double wall cartons, five layers, print in one colour."),
        new("多付的200美元从尾款里抵扣,不用另外处理。", "zh"),
        new("Pagó 30 dólares de más, los descontamos del saldo en la orden.", "es"),
        new("Vous avez payé 20 euros de trop, nous ferons un avoir sur la prochaine facture.", "fr"),
    ];
}
