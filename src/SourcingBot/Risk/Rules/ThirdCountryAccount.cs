using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Bank in another country.</summary>
internal sealed class ThirdCountryAccount : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "third-country-account";

    /// <inheritdoc/>
    public override string Category => "payee-mismatch";

    /// <inheritdoc/>
    public override string Title => "Bank in another country";

    /// <inheritdoc/>
    public override string Why => "A company that is paid through a bank in another country is hard to check and hard to sue.";

    /// <inheritdoc/>
    public override string Do => "Compare the account's country with the company's registration. Ask for the company's account at home.";

    /// <inheritdoc/>
    public override string Reply => "Why is the account in another country than your company? Please send your company account in the place of your registration.";

    /// <inheritdoc/>
    public override string Source => "Marketplace safety tips (Nov 2012); Sofeast vol. 21 (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "ABROADBANK PAY|ACCTSTRICT|BANKACCT", Unless: "NEVER NOTCHANGED SAFEACCT", Stops: true),
        new(Scope.Sentence, "COORDS~6~ABROADLAND", Unless: "NEVER NOTCHANGED SAFEACCT", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Our receiving bank is in Lithuania, please transfer the deposit there."),
        new("Please pay to our offshore account in Dubai, it saves tax."),
        new("The account is with a bank in Portugal, kindly wire the balance."),
        new("El banco está en Lituania, haga la transferencia a esa cuenta.", "es"),
        new("Notre compte est dans une banque à Chypre, merci de virer là-bas.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("We ship from Hong Kong port every Friday."),
        new("Our bank account is at the Ningbo branch, as on the contract."),
        new("We never use a bank in another country."),
        new("Our customer in Dubai is happy with the machine."),
        new("The exhibition in Portugal starts on Monday."),
    ];
}
