using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Away from the platform's chat.</summary>
internal sealed class OffPlatformContact : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "off-platform-contact";

    /// <inheritdoc/>
    public override string Category => "off-platform-contact";

    /// <inheritdoc/>
    public override string Title => "Away from the platform's chat";

    /// <inheritdoc/>
    public override string Why => "What is said elsewhere is hard to prove in a dispute, and a stranger can take the supplier's place there.";

    /// <inheritdoc/>
    public override string Do => "Answer on the platform. Copy into it whatever was agreed elsewhere.";

    /// <inheritdoc/>
    public override string Reply => "Happy to talk. Please keep orders, prices and specifications in this chat.";

    /// <inheritdoc/>
    public override string Source => "alifaq.org, chat as evidence (n.d.); extentage.com, a hijacked WeChat account (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "COMEOVER~7~CHATAPP", Unless: "NEVER T_REFUSED", UnlessAnywhere: "POLICY"),
        new(Scope.TwoSentences, "SEENHERE CHATAPP", Unless: "NEVER"),
        new(Scope.TwoSentences, "T_WATCHED CHATAPP", Unless: "NEVER"),
        new(Scope.TwoSentences, "SEENHERE COMEOVER", Unless: "NEVER", UnlessAnywhere: "POLICY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Add my WhatsApp dear, there we can talk the price more easy."),
        new("Here the system reads our words, please write to my private mail."),
        new("这里不方便说，加我微信聊吧。", "zh"),
        new("Escríbame por WhatsApp, aquí no podemos hablar del precio.", "es"),
        new("Ajoutez-moi sur WhatsApp, on discute mieux là-bas.", "fr"),
        new("Supplier wants me to scan his WeChat code for a better offer, ok?"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("We keep all talk about orders in the platform's chat, never on private apps."),
        new("The forwarder's driver will call you on arrival."),
        new("请在平台上继续沟通，谢谢。", "zh"),
        new("El contenedor sale el viernes de Ningbo.", "es"),
        new("Merci, le plan est bien reçu.", "fr"),
    ];
}
