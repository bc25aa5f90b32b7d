using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Papers that do not stand for these goods.</summary>
internal sealed class ProductDocumentsMisused : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "product-documents-misused";

    /// <inheritdoc/>
    public override string Category => "compliance-evasion";

    /// <inheritdoc/>
    public override string Title => "Papers that do not stand for these goods";

    /// <inheritdoc/>
    public override string Why => "With borrowed, changed or missing papers customs can seize the goods, and the importer answers for it.";

    /// <inheritdoc/>
    public override string Do => "Do not ship. Have the certificate looked up at its issuer for your exact model, or have the goods tested.";

    /// <inheritdoc/>
    public override string Reply => "We need papers in the factory's name for our exact model, with a number that we can look up.";

    /// <inheritdoc/>
    public override string Source => "ChinaImportal, trade disputes and IP violations (n.d.); reader case of goods under another name";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "CERTWORD~6~PAPERTRICK", Unless: "NEVER T_REFUSED", UnlessAnywhere: "POLICY", Stops: true),
        new(Scope.TwoSentences, "PAPERTRICK CERTWORD LIVE|OFFER|REQ|T_QUESTION", Unless: "NEVER T_REFUSED", UnlessAnywhere: "POLICY", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("For the CE we use the certificate of a similar model, we only change the name."),
        new("Our friend can edit the test report and put your company on it."),
        new("检测报告可以改名，用别的工厂的证书。", "zh"),
        new("El certificado CE es de otra fábrica, cambiamos el nombre.", "es"),
        new("Le certificat est celui d'une autre usine, on peut modifier la date.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("The test report covers models A1 to A9, your A4 is listed."),
        new("The report number can be looked up at the laboratory."),
        new("证书号可以在官网查到。", "zh"),
        new("El informe cubre su modelo exacto.", "es"),
        new("Le rapport couvre votre modèle exact.", "fr"),
    ];
}
