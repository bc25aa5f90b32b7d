using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Asked to move the talk elsewhere.</summary>
internal sealed class OffPlatformContact : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "off-platform-contact";

    /// <inheritdoc/>
    public override string Category => "off-platform-contact";

    /// <inheritdoc/>
    public override string Title => "Asked to move the talk elsewhere";

    /// <inheritdoc/>
    public override string Why => "What is agreed outside the order page is hard to prove in a dispute, and a private account can be taken over or faked.";

    /// <inheritdoc/>
    public override string Do => "Keep the important things where they are: answer on the platform. If you do chat elsewhere, copy price, spec and payment terms back into the order thread.";

    /// <inheritdoc/>
    public override string Reply => "Happy to chat, but please keep orders, prices and specs in this thread, so that both of us have a record.";

    /// <inheritdoc/>
    public override string Source => "alifaq.org (n.d.); supplierriskcheck.com guides (n.d.); extentage.com, WeChat hijack (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "CHATAPP|OWNMAIL|MAILFREE TALKHIDE", Unless: "NEVER CONTACTKNOWN", Stops: true),
        new(Scope.Sentence, "COMEOVER~8~CHATAPP", Unless: "NEVER CONTACTKNOWN", UnlessAnywhere: "SECRETCODE"),
        new(Scope.TwoSentences, "CHATAPP TALKPROBLEM", Unless: "NEVER CONTACTKNOWN"),
        new(Scope.Sentence, "CHATAPP~8~SITETALK", Unless: "NEVER CONTACTKNOWN"),
        new(Scope.TwoSentences, "OWNMAIL|MAILFREE|MAILADDRESS TALKPROBLEM~6~SITETALK", Unless: "NEVER CONTACTKNOWN"),
        new(Scope.Sentence, "COMEOVER~4~OWNMAIL", Unless: "NEVER CONTACTKNOWN", UnlessAnywhere: "REPGONE REPNEW LINELOST NEWLINE"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Dear, pls add my WhatsApp, price talk is more easy there."),
        new("Here the files are compressed, can you scan my WeChat code and I send the drawing clear."),
        new("Please don't mention payment in this chat, write me on Telegram and we finish the order quietly."),
        new("This inbox blocks big files, kindly give me your email and our engineer sends the CAD."),
        new("Supplier of our taps wants to continue on WhatsApp only, is that usual?"),
        new("Sir kindly contact me on Viber for best price, here I am not often."),
        new("亲,平台消息我不常看,加我微信聊,图纸也发得快。", "zh"),
        new("别在平台打字说价格,会查聊天记录的,加微信详聊。", "zh"),
        new("Agrégueme al WhatsApp por favor, por aquí casi no entro y allá le paso los precios.", "es"),
        new("No escriba el precio en este chat, pase a Telegram y lo cerramos entre nosotros.", "es"),
        new("Ajoutez-moi sur WhatsApp, ici les photos ne passent pas bien.", "fr"),
        new("Ne parlez pas du prix ici, écrivez-moi plutôt sur Telegram, la plateforme nous surveille.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("My WhatsApp is in the signature, for urgent truck questions only."),
        new("We never move price talk to WhatsApp, please ask everything in this thread."),
        new("The line runs two shifts, so the balance of 3,000 pcs is packed on Friday."),
        new("Training reminder: keep supplier talks on the platform, whatever app they propose."),
        new("The logo signal colour is Pantone 186 C, please confirm the artwork."),
        new("有问题在这里留言就行,上班时间都会回复。", "zh"),
        new("Puede escribirnos por este mismo medio, respondemos en el día.", "es"),
        new("Notre échange reste sur la plateforme, merci de répondre dans ce fil.", "fr"),
    ];
}
