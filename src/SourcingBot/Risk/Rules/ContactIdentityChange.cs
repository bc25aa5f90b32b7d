using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>A new face, number or address.</summary>
internal sealed class ContactIdentityChange : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "contact-identity-change";

    /// <inheritdoc/>
    public override string Category => "impersonation";

    /// <inheritdoc/>
    public override string Title => "A new face, number or address";

    /// <inheritdoc/>
    public override string Why => "A new contact who then speaks of money is how stolen mailboxes and former staff take over an order.";

    /// <inheritdoc/>
    public override string Do => "Call the company on a number that you had before, and have its manager confirm the change. Until then change no bank details.";

    /// <inheritdoc/>
    public override string Reply => "Please have your manager confirm this change from the company's registered number. Until then everything stays as it was.";

    /// <inheritdoc/>
    public override string Source => "chinawhy.net, look-alike mail domains (n.d.); Abnormal Security, vendor impersonation (22 Nov 2023)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "NEWFACE CHATAPP", Unless: "NEVER", UnlessAnywhere: "T_SAMEOLD"),
        new(Scope.Sentence, "T_IDENTITY T_APPS T_CHANGE", Unless: "NEVER", UnlessAnywhere: "T_SAMEOLD"),
        new(Scope.TwoSentences, "NEWFACE T_BANKWORD|PAY CHANGEDSTRICT|SWAPWORD", Unless: "NEVER NOTCHANGED", UnlessAnywhere: "T_SAMEOLD", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Hi, this is Cindy, I took over from Linda who left the company. Please use my new email and save my WhatsApp from now on."),
        new("Our mailbox was hacked, write to my gmail only, this is my new number."),
        new("我是新同事小王，李姐离职了，以后加我微信联系。", "zh"),
        new("Soy el nuevo vendedor, Ana ya no trabaja aquí; use mi correo personal y mi WhatsApp.", "es"),
        new("Je remplace Paul qui a quitté la société, ma nouvelle adresse gmail est ci-dessous.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Linda is on leave until Monday, she answers then from her usual address."),
        new("Our new colleague Ben joins the call tomorrow together with Linda."),
        new("小李下周休假，邮箱和联系人都不变。", "zh"),
        new("Mañana le presento al equipo de calidad en la llamada.", "es"),
        new("Marie est en congé, elle répond lundi.", "fr"),
    ];
}
