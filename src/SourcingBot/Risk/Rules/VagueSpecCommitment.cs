using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>A promise that cannot be measured.</summary>
internal sealed class VagueSpecCommitment : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "vague-spec-commitment";

    /// <inheritdoc/>
    public override string Category => "vague-spec";

    /// <inheritdoc/>
    public override string Title => "A promise that cannot be measured";

    /// <inheritdoc/>
    public override string Why => "“Best quality” cannot be shown to be broken. Only a number can.";

    /// <inheritdoc/>
    public override string Do => "Ask for material, tolerance, colour code, packing and the exact ship date, and put them into the order.";

    /// <inheritdoc/>
    public override string Reply => "Please confirm material, tolerance, colour code, packing and exact ship date in the order.";

    /// <inheritdoc/>
    public override string Source => "Million Dollar Sellers, is it safe to order from Alibaba (6 May 2026)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "NOSPEC~5~NOSPEC", Unless: "NEVER", UnlessAnywhere: "POLICY STORY"),
        new(Scope.Sentence, "SPECASK NOSPEC", Unless: "NEVER T_MEASURES", UnlessAnywhere: "POLICY STORY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Do not worry about thickness dear, best quality as always, trust us."),
        new("I asked for the tolerance and the answer is only: standard quality, no problem."),
        new("克重您放心，质量没问题，最好的。", "zh"),
        new("El grosor es normal, no se preocupe, buena calidad como siempre.", "es"),
        new("L'épaisseur est standard, pas de souci, bonne qualité.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("304 stainless, 0.5 mm plus minus 0.02, Pantone 286C."),
        new("Revised drawing rev C attached, tolerance in the corner."),
        new("厚度0.5毫米，公差0.02。", "zh"),
        new("Acero 304, 0,5 mm de grosor.", "es"),
        new("Acier 304, épaisseur 0,5 mm.", "fr"),
    ];
}
