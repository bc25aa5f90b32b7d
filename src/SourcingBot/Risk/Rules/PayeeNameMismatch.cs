using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Payee is another company.</summary>
internal sealed class PayeeNameMismatch : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "payee-name-mismatch";

    /// <inheritdoc/>
    public override string Category => "payee-mismatch";

    /// <inheritdoc/>
    public override string Title => "Payee is another company";

    /// <inheritdoc/>
    public override string Why => "The name on the bank account should be the name on the invoice, the contract and the shop. Another company owes you nothing.";

    /// <inheritdoc/>
    public override string Do => "Pay only the company that you ordered from. Ask it, on a number that you know, why another company should be paid, and compare both business licences.";

    /// <inheritdoc/>
    public override string Reply => "We pay the company that is named in our order and on the invoice. Please send an account in that name.";

    /// <inheritdoc/>
    public override string Source => "ChinaImportal, payment fraud when importing from China (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "THIRDCO~12~PAY|ACCTSTRICT", Unless: "NOTCHANGED NEVER SAFEACCT", UnlessAnywhere: "NOTUS PROOF", Stops: true),
        new(Scope.TwoSentences, "THIRDCO~12~PAY|ACCTSTRICT PROOF", Unless: "NOTCHANGED NEVER SAFEACCT", UnlessAnywhere: "NOTUS"),
        new(Scope.Sentence, "OTHERFIRM~12~PAYEEWORD|PAYEETO", Unless: "NOTCHANGED NEVER SAFEACCT", UnlessAnywhere: "NOTUS PROOF", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Please pay the deposit to our sister company, our factory cannot receive dollars."),
        new("The payment goes to a different company, it is our partner, no worry."),
        new("货款请付到我们的关联公司账户。", "zh"),
        new("El pago se hace a otra empresa del grupo, es nuestra socia.", "es"),
        new("Le paiement se fait à notre société sœur.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("The beneficiary is the same company as on the contract."),
        new("Our sister company makes the cartons."),
        new("收款公司和合同一致。", "zh"),
        new("We never use another company's account."),
        new("Checklist: never pay a different company than the seller."),
    ];
}
