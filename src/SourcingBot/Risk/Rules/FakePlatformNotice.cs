using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>A notice that may not be the platform's.</summary>
internal sealed class FakePlatformNotice : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "fake-platform-notice";

    /// <inheritdoc/>
    public override string Category => "phishing-link";

    /// <inheritdoc/>
    public override string Title => "A notice that may not be the platform's";

    /// <inheritdoc/>
    public override string Why => "Marketplaces do not ask for logins, cards or payments by a link in a message. Such notices steal accounts.";

    /// <inheritdoc/>
    public override string Do => "Open no link and no file. Type the marketplace's address yourself and look whether the notice is there.";

    /// <inheritdoc/>
    public override string Reply => "We act only on what the order page shows.";

    /// <inheritdoc/>
    public override string Source => "Alibaba buyer FAQ 20395686 and 14332865 (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "PLATFORMNOTICE LINKACT", Unless: "NEVER", UnlessAnywhere: "POLICY", Stops: true),
        new(Scope.TwoSentences, "SECRETCODE LINKACT", Unless: "NEVER T_REFUSED", UnlessAnywhere: "POLICY", Stops: true),
        new(Scope.Sentence, "LINKACT~4~LINKACT T_PLATFORM|T_ACCOUNTTROUBLE", Unless: "NEVER", UnlessAnywhere: "POLICY", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Alibaba Security Team: your payment is on hold. Click here and verify your account within 12 hours."),
        new("Dear member, your order is suspended, sign in by this link and confirm your card."),
        new("尊敬的会员，您的订单被冻结，请点击链接登录验证。", "zh"),
        new("Equipo de seguridad: su cuenta será bloqueada, haga clic en el enlace y verifique su tarjeta.", "es"),
        new("Service sécurité : votre compte est bloqué, cliquez sur le lien et confirmez votre identité.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Please look at the notice in My Alibaba, under your orders."),
        new("The drawing is in the shared folder, revision C."),
        new("请您在订单页面查看最新状态。", "zh"),
        new("El plano está en la carpeta compartida.", "es"),
        new("Le dossier technique est joint.", "fr"),
    ];
}
