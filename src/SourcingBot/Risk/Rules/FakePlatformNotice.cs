using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Notice that poses as the platform.</summary>
internal sealed class FakePlatformNotice : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "fake-platform-notice";

    /// <inheritdoc/>
    public override string Category => "phishing-link";

    /// <inheritdoc/>
    public override string Title => "Notice that poses as the platform";

    /// <inheritdoc/>
    public override string Why => "Real notices are shown in your own account. One that sends you to a link, a file or a form is made to take your login, your card or a deposit.";

    /// <inheritdoc/>
    public override string Do => "Do not click, scan or open it. Type the platform's address yourself and look there. If you already entered something, change the password now and call your bank.";

    /// <inheritdoc/>
    public override string Reply => "We act only on what our order page shows. Please raise it there.";

    /// <inheritdoc/>
    public override string Source => "Alibaba FAQ 20395686 and 14332865 (n.d.); gorganizer.net (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Message, "LINKPOSING", Unless: "NEVER PARCELWORD", UnlessAnywhere: "TYPEDMYSELF", Stops: true),
        new(Scope.Message, "LINKPOSING|MAILPOSING PLATFORM|POSEDTEAM", Unless: "NEVER", UnlessAnywhere: "TYPEDMYSELF", Stops: true),
        new(Scope.Message, "LINKSTRANGE VERIFYACT|ACCTTHREAT|CARDSECRET|SECRETCODE|ESCROWWORD", Unless: "NEVER", UnlessAnywhere: "TYPEDMYSELF", Stops: true),
        new(Scope.TwoSentences, "LINKSTRANGE PAY|PAYASK MONEY|LIVE|PLATFORM", Unless: "NEVER", UnlessAnywhere: "TYPEDMYSELF", Stops: true),
        new(Scope.TwoSentences, "POSEDTEAM VERIFYACT", Unless: "NEVER", UnlessAnywhere: "TYPEDMYSELF NOTUS", Stops: true),
        new(Scope.TwoSentences, "POSEDTEAM CARDSECRET|SECRETCODE", Unless: "NEVER", UnlessAnywhere: "TYPEDMYSELF BENIGNCODE", Stops: true),
        new(Scope.TwoSentences, "CARDSECRET~10~VERIFYACT", Unless: "NEVER", UnlessAnywhere: "TYPEDMYSELF BENIGNCODE", Stops: true),
        new(Scope.TwoSentences, "ACCTTHREAT VERIFYACT SITEWORD|LINKSTRANGE|PLATFORM", Unless: "NEVER", UnlessAnywhere: "TYPEDMYSELF", Stops: true),
        new(Scope.TwoSentences, "PROMISEDMONEY VERIFYACT CARDSECRET|SITEWORD|LINKSTRANGE", Unless: "NEVER", UnlessAnywhere: "TYPEDMYSELF", Stops: true),
        new(Scope.TwoSentences, "POSEDTEAM ACCTTHREAT REQ|LIVE|PAY", Unless: "NEVER", UnlessAnywhere: "TYPEDMYSELF", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Alibaba Security Team: your account is suspended, sign in within 12 hours through the link below."),
        new("Dear member, your payment is on hold. Verify your card number to release the funds."),
        new("We got a mail from \"platform verification\" with an html file that asks for our mail password. Open it or not?"),
        new("Trade Assurance department: confirm your identity at alibaba-trade-secure.top to unfreeze order 2281."),
        new("Your refund is ready, fill in the form with your card details on the page refund-center.click."),
        new("【平台安全中心】您的账户异常,请点击链接登录验证,否则24小时内冻结。", "zh"),
        new("阿里客服让我在网页上填银行卡号和密码,说是退款用的,能填吗?", "zh"),
        new("Soporte de Alibaba: su cuenta está suspendida, ingrese con su clave en el enlace.", "es"),
        new("Estimado cliente, su reembolso está listo, verifique su tarjeta en esta página.", "es"),
        new("Service sécurité Alibaba : votre compte est bloqué, connectez-vous par le lien pour le débloquer.", "fr"),
        new("Cher membre, pour recevoir votre remboursement saisissez votre numéro de carte sur la page.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Please check the notice in My Alibaba, you find it under your orders."),
        new("The order page shows the payment as received, thank you."),
        new("We verify every batch in our laboratory before packing."),
        new("Our security team checks the gate, so bring a badge for the visit."),
        new("Awareness training: a mail that asks for your password is never from the platform."),
        new("订单请您自己打开阿里后台看,款项已经显示到账。", "zh"),
        new("El pago ya figura en su pedido, gracias, empezamos el lunes.", "es"),
        new("Le paiement apparaît bien sur votre commande, la production démarre lundi.", "fr"),
    ];
}
