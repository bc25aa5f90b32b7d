using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>A sea term for air or parcel.</summary>
internal sealed class IncotermModeMismatch : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "incoterm-mode-mismatch";

    /// <inheritdoc/>
    public override string Category => "incoterm-gap";

    /// <inheritdoc/>
    public override string Title => "A sea term for air or parcel";

    /// <inheritdoc/>
    public override string Why => "FOB, CFR and CIF end at a ship's side. By air, courier or road nobody can say where the risk passes.";

    /// <inheritdoc/>
    public override string Do => "Ask for FCA, CPT or CIP with the named place.";

    /// <inheritdoc/>
    public override string Reply => "For this way of transport please quote FCA, CPT or CIP, Incoterms 2020, with the place.";

    /// <inheritdoc/>
    public override string Source => "ICC, Incoterms 2020";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "TERM_SEA AIR", Unless: "NEVER", UnlessAnywhere: "TERMQ POLICY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("CIF by air express to Madrid 4.20 USD each."),
        new("Price FOB Shanghai airport, 3.10 USD per piece by air."),
        new("空运CIF马德里每件5美元。", "zh"),
        new("CIF aéreo Madrid 4,20 USD por pieza.", "es"),
        new("CIF par avion Paris 4,20 USD la pièce.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("FCA Shanghai airport 3.10 USD per piece by air."),
        new("CIF Hamburg by sea 3.40 USD per set."),
        new("FOB宁波，海运，每件3美元。", "zh"),
        new("FCA Shanghái 4,20 USD por pieza.", "es"),
        new("CIF Le Havre par mer, 3,40 USD.", "fr"),
    ];
}
