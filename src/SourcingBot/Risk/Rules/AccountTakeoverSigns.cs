using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Asks for a code, a login or secrecy.</summary>
internal sealed class AccountTakeoverSigns : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "account-takeover-signs";

    /// <inheritdoc/>
    public override string Category => "impersonation";

    /// <inheritdoc/>
    public override string Title => "Asks for a code, a login or secrecy";

    /// <inheritdoc/>
    public override string Why => "A code, a login or a talk that nobody else may hear of is how accounts are taken over and payments are led astray.";

    /// <inheritdoc/>
    public override string Do => "Give no code, password or screen access. Check on a second way that you had before this message, and change the password if you already gave it.";

    /// <inheritdoc/>
    public override string Reply => "We never share codes or logins. Please call us from your registered company line about this.";

    /// <inheritdoc/>
    public override string Source => "abnormalsecurity.com (22 Nov 2023)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "CODEGIVE~8~SECRETCODE", Unless: "NEVER", UnlessAnywhere: "BENIGNCODE TYPEDMYSELF", Stops: true),
        new(Scope.Sentence, "CODEGIVE~6~SUBLOGIN", Unless: "NEVER", UnlessAnywhere: "BENIGNCODE", Stops: true),
        new(Scope.TwoSentences, "POSEDTEAM SECRETCODE|SUBLOGIN", Unless: "NEVER", UnlessAnywhere: "BENIGNCODE TYPEDMYSELF", Stops: true),
        new(Scope.TwoSentences, "NOCALLS ACCTSTRICT PAY|SWAPWORD|REQ", Unless: "NEVER", UnlessAnywhere: "INCOPY", Stops: true),
        new(Scope.TwoSentences, "BOSSPOSE ACCTSTRICT|PAY NOCALLS|BETWEENUS|CLOCK|HURRY|UNTRACE", Unless: "NEVER", UnlessAnywhere: "INCOPY", Stops: true),
        new(Scope.TwoSentences, "BETWEENUS SENDAGAIN|OWNFIRM|REPGONE|BOSSPOSE|NOCALLS", Unless: "NEVER"),
        new(Scope.TwoSentences, "NOCALLS BOSSPOSE|REPNEW|REPGONE|NEWLINE|STYLEODD", Unless: "NEVER", UnlessAnywhere: "INCOPY"),
        new(Scope.TwoSentences, "STYLEODD NEWLINE|REPNEW|NOCALLS|LINELOST|SENDAGAIN|LIVE", Unless: "NEVER"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("You will receive a code by SMS, please send me the code so I can activate your order."),
        new("Kindly give me your sub-account login, I set the order for you myself."),
        new("The accountant cannot take calls, only text. She wants the balance on another account today."),
        new("Keep this between us, I leave the factory and have your drawings with me."),
        new("My usual contact suddenly writes perfect English and doesn't pick up the phone. Is it still her?"),
        new("I'm the director, I am in a meeting. Pay the deposit within one hour and tell nobody."),
        new("您手机会收到一个验证码,发给我,我帮您把订单激活。", "zh"),
        new("我在国外开会接不了电话,今天先把尾款打到这个账户。", "zh"),
        new("Le va a llegar un código de verificación, dígame los números y le libero el pedido.", "es"),
        new("Soy el director, estoy en reunión, no llame; transfiera hoy a la cuenta que le mando.", "es"),
        new("Vous allez recevoir un code par SMS, envoyez-moi le code pour débloquer la commande.", "fr"),
        new("Je suis le directeur, n'appelez pas, virez l'acompte aujourd'hui sur le compte ci-dessous.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Please tell me the HS code and the colour code for the label."),
        new("The pickup code for the warehouse gate is 4417, show it to the guard."),
        new("We never ask for passwords or codes, and nobody of us will."),
        new("My colleague is in copy, call either of us when you have questions."),
        new("The style number on the carton was wrong, we printed new labels."),
        new("取件码发您了,凭码到前台拿样品就行。", "zh"),
        new("Pásenos el código postal y el código arancelario para la etiqueta.", "es"),
        new("Merci d'indiquer le code couleur et le code postal de livraison.", "fr"),
    ];
}
