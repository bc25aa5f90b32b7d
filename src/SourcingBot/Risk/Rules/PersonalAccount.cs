using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Payee is a private person.</summary>
internal sealed class PersonalAccount : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "personal-account";

    /// <inheritdoc/>
    public override string Category => "payee-mismatch";

    /// <inheritdoc/>
    public override string Title => "Payee is a private person";

    /// <inheritdoc/>
    public override string Why => "Money sent to a person is not money paid to the company. A court or platform will say that you paid somebody else.";

    /// <inheritdoc/>
    public override string Do => "Refuse. Pay only a company account in the name on the business licence and the invoice.";

    /// <inheritdoc/>
    public override string Reply => "We pay only a company account in the name on your business licence and invoice.";

    /// <inheritdoc/>
    public override string Source => "SupplierRiskCheck guides (n.d.); chinasourcinginfo.org (3 Nov 2015)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "PERSONAL~4~ACCTSTRICT", Unless: "NEVER SAFEACCT", Stops: true),
        new(Scope.TwoSentences, "PERSONALPAY", Unless: "NEVER SAFEACCT", Stops: true),
        new(Scope.Sentence, "PERSONAL UNTRACE", Unless: "NEVER", UnlessAnywhere: "NOTUNTRACE NONUNTRACE", Stops: true),
        new(Scope.Sentence, "RELATIVE~10~PAYEEWORD", Unless: "NEVER SAFEACCT", UnlessAnywhere: "NOTUNTRACE", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Please transfer the deposit to my manager's personal account, company account is slow."),
        new("The account holder is my wife, her account receives faster."),
        new("尾款打到我们财务的个人卡上就行。", "zh"),
        new("Haga la transferencia a la cuenta personal de mi jefe.", "es"),
        new("Faites le virement sur le compte personnel de ma sœur.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Attn: Wang Xiaoming, beneficiary is our company account."),
        new("We never use a personal account."),
        new("我们不接受私人账户，只用公司账户。", "zh"),
        new("Policy: no payment to a personal account, ever."),
        new("The personal data in your account was deleted."),
    ];
}
