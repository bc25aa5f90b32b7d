using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Papers that are not for these goods.</summary>
internal sealed class ProductDocumentsMisused : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "product-documents-misused";

    /// <inheritdoc/>
    public override string Category => "compliance-evasion";

    /// <inheritdoc/>
    public override string Title => "Papers that are not for these goods";

    /// <inheritdoc/>
    public override string Why => "A borrowed, edited or missing certificate, a false origin or a false description makes you the importer of goods that may be seized, and you answer for them.";

    /// <inheritdoc/>
    public override string Do => "Stop before you pay or ship. Check the report number with the laboratory that issued it, and ask for papers that name your model and your factory.";

    /// <inheritdoc/>
    public override string Reply => "The documents must name our exact product and your factory, and we will check them with the laboratory. We do not import under another description or origin.";

    /// <inheritdoc/>
    public override string Source => "ChinaImportal, reader case of goods shipped under another name (2018 to 2021)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "PAPERNAME~10~PAPERFORGE", Unless: "NEVER", UnlessAnywhere: "PAPEROK", Stops: true),
        new(Scope.TwoSentences, "PAPERNAME PAPERFORGE REQ|LIVE|OFFER", Unless: "NEVER", UnlessAnywhere: "PAPEROK", Stops: true),
        new(Scope.Sentence, "ORIGINSHIFT~8~PAPERFORGE|SHIPASOTHER|DUTYSAVE|RELABEL", Unless: "NEVER", Stops: true),
        new(Scope.Sentence, "MOREGOODS~8~SHIPASOTHER", Unless: "NEVER", Stops: true),
        new(Scope.Sentence, "PAPERNAME~5~NOTTESTED", Unless: "NEVER", UnlessAnywhere: "PAPEROK"),
        new(Scope.TwoSentences, "PAPERNAME NOTTESTED SELLANYWAY", Unless: "NEVER", UnlessAnywhere: "PAPEROK"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("For CE we use the report of another model, it is same family, no problem."),
        new("I edit the certificate with your company name, you get PDF tomorrow."),
        new("The factory borrowed its EN71 report from a friend factory and the balance is due on Friday. Is this ok?"),
        new("We ship the batteries as plastic toys, customs never looks."),
        new("Goods go via Malaysia, change the cartons and the origin, then no anti-dumping duty."),
        new("No FDA paper yet, it will come later, you can sell without."),
        new("证书可以借别的厂的,我改个型号就行。", "zh"),
        new("CE报告还在办,您先出货,以后补。", "zh"),
        new("走马来西亚转口,换产地证,就没有反倾销税。", "zh"),
        new("El certificado es de otro modelo, cambiamos el nombre y listo.", "es"),
        new("El registro sanitario está en trámite, embarque ya y luego lo mando.", "es"),
        new("Le rapport est d'une autre usine, je change le nom et vous l'envoie.", "fr"),
        new("Pas encore de certificat CE, il viendra plus tard, vous pouvez vendre sans.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("The report covers series A1 to A9, your model A4 is listed on page 2."),
        new("We will not ship before the new test report is here."),
        new("The certificate is valid until 2027 and you can verify it on the lab's website."),
        new("Origin is China, as on the certificate from the chamber of commerce."),
        new("Rule for all buyers: check each certificate with the laboratory that issued it."),
        new("报告在有效期内,编号可以在官网查到。", "zh"),
        new("El informe está vigente y figura el modelo, puede verificarlo en el laboratorio.", "es"),
        new("Le rapport est valable jusqu'en 2027 et votre modèle figure en page 2.", "fr"),
    ];
}
