using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Asked for a code, a login or silence.</summary>
internal sealed class AccountTakeoverSigns : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "account-takeover-signs";

    /// <inheritdoc/>
    public override string Category => "impersonation";

    /// <inheritdoc/>
    public override string Title => "Asked for a code, a login or silence";

    /// <inheritdoc/>
    public override string Why => "Who asks for a code or a password, or wants nobody else to know, is often not who you think.";

    /// <inheritdoc/>
    public override string Do => "Give no code and no login. Call the person on a number that you had before.";

    /// <inheritdoc/>
    public override string Reply => "We share no codes or logins with anybody. Please call us from the company's registered number.";

    /// <inheritdoc/>
    public override string Source => "Abnormal Security, vendor impersonation (22 Nov 2023)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "SECRETCODE HANDOVER", Unless: "NEVER T_REFUSED", UnlessAnywhere: "POLICY", Stops: true),
        new(Scope.TwoSentences, "ONLYTEXT PAY|T_BANKWORD|HANDOVER", Unless: "NEVER", UnlessAnywhere: "POLICY", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Please send me the verification code you just received on your phone."),
        new("Keep this between us, do not tell your colleagues, and pay it today from your side."),
        new("麻烦把刚收到的验证码发给我。", "zh"),
        new("Por favor mándeme el código que le llegó por SMS.", "es"),
        new("Envoyez-moi le code de vérification que vous venez de recevoir.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("We never ask for passwords or codes."),
        new("The warehouse pickup code is on the delivery note."),
        new("请把产品编码写在箱唛上。", "zh"),
        new("El código HS es 9403.60.", "es"),
        new("Le code-barres est imprimé sur chaque carton.", "fr"),
    ];
}
