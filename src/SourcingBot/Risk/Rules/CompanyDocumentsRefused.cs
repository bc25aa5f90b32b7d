using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Will not say who they are.</summary>
internal sealed class CompanyDocumentsRefused : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "company-documents-refused";

    /// <inheritdoc/>
    public override string Category => "inspection-refusal";

    /// <inheritdoc/>
    public override string Title => "Will not say who they are";

    /// <inheritdoc/>
    public override string Why => "The licence and the Chinese name are public. Who hides them may not be the company on the profile.";

    /// <inheritdoc/>
    public override string Do => "Do not pay. Ask for the Chinese legal name and the unified social credit code, and look both up.";

    /// <inheritdoc/>
    public override string Reply => "Please send your Chinese legal name and unified social credit code, so that we can look you up.";

    /// <inheritdoc/>
    public override string Source => "China's National Enterprise Credit Information system, gsxt.gov.cn; supplierriskcheck guides (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "COMPANYPAPER? PAPERDODGE?", Unless: "NEVER", UnlessAnywhere: "POLICY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Our business licence is confidential, gold member eight years is enough."),
        new("I asked for the factory address and she changes the subject, after payment she says."),
        new("营业执照保密，不方便给。", "zh"),
        new("La licencia comercial es confidencial, no hace falta.", "es"),
        new("La licence commerciale est confidentielle, pas nécessaire.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Our business licence is attached, the code is on the first line."),
        new("The factory address stands on the order."),
        new("营业执照见附件。", "zh"),
        new("Adjunto la licencia comercial.", "es"),
        new("La licence est en pièce jointe.", "fr"),
    ];
}
