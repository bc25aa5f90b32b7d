using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>New bank account.</summary>
internal sealed class BankAccountChanged : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "bank-account-changed";

    /// <inheritdoc/>
    public override string Category => "bank-change";

    /// <inheritdoc/>
    public override string Title => "New bank account";

    /// <inheritdoc/>
    public override string Why => "A changed account in the middle of an order is how hacked mailboxes steal payments. The money cannot be recalled after a day or two.";

    /// <inheritdoc/>
    public override string Do => "Call a number that you had before this message, and pay only after a person you know confirms the account.";

    /// <inheritdoc/>
    public override string Reply => "We confirm any change of bank by phone, on the number we already have, before we pay. Until then we pay only the account that we know.";

    /// <inheritdoc/>
    public override string Source => "Quality Inspection, change of bank account scam (n.d.); risesft.com (3 Jul 2026)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "CHANGEDSTRICT>3>ACCTSTRICT", Unless: "NOTCHANGED NEVER SAFEACCT", UnlessAnywhere: "ACCTSAFE NOTUS", Stops: true),
        new(Scope.Sentence, "ACCTSTRICT>4>CHANGEDSTRICT", Unless: "NOTCHANGED NEVER SAFEACCT", UnlessAnywhere: "ACCTSAFE NOTUS", Stops: true),
        new(Scope.TwoSentences, "ACCTSTRICT~6~ACCTPROBLEM PAY|CHANGED", Unless: "NOTCHANGED NEVER", UnlessAnywhere: "ACCTSAFE NOTUS", Stops: true),
        new(Scope.TwoSentences, "DISCARD~8~ACCTSTRICT", Unless: "NEVER", UnlessAnywhere: "NOTUS", Stops: true),
        new(Scope.TwoSentences, "COORDS~6~COORDSDOWN PAY|SWAPWORD", Unless: "NOTCHANGED NEVER", UnlessAnywhere: "ACCTSAFE NOTUS", Stops: true),
        new(Scope.Sentence, "SWAPWORD~7~COORDS PAY|PAYASK|LIVE|REQ", Unless: "NOTCHANGED NEVER SAFEACCT", UnlessAnywhere: "ACCTSAFE NOTUS", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Our usual bank account is under audit, please remit the balance to the new account below."),
        new("Please disregard the former bank details, use the new account on this invoice."),
        new("我们公司账户被冻结了，尾款请汇到新账户。", "zh"),
        new("Nuestra cuenta está en auditoría, envíe el saldo a la nueva cuenta bancaria.", "es"),
        new("Notre compte bancaire a changé, merci de virer le solde sur le nouveau compte.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Bank details are unchanged from the last order."),
        new("We changed our address, the bank account stays the same."),
        new("银行账户没有变，请放心。", "zh"),
        new("We will never change our bank account by e-mail."),
        new("Reminder: a new bank account is confirmed by phone, always."),
    ];
}
