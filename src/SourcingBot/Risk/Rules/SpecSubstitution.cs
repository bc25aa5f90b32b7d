using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Something else than agreed.</summary>
internal sealed class SpecSubstitution : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "spec-substitution";

    /// <inheritdoc/>
    public override string Category => "substitution";

    /// <inheritdoc/>
    public override string Title => "Something else than agreed";

    /// <inheritdoc/>
    public override string Why => "Another material, model or count than in the order is a breach, and often cheaper to make.";

    /// <inheritdoc/>
    public override string Do => "Agree to nothing before a new sample and a new price. Goods that have already changed: do not pay the balance.";

    /// <inheritdoc/>
    public override string Reply => "We accept no change without our written approval and a new sample. Please deliver as ordered.";

    /// <inheritdoc/>
    public override string Source => "Million Dollar Sellers, quality fade (6 May 2026)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "SWAPTHING SWAPDONE", Unless: "NEVER", UnlessAnywhere: "POLICY STORY", Stops: true),
        new(Scope.Sentence, "SWAPTHING~8~SWAPASK", Unless: "NEVER", UnlessAnywhere: "POLICY STORY"),
        new(Scope.Sentence, "T_SWAP~6~T_DONEALREADY", Unless: "NEVER", UnlessAnywhere: "POLICY STORY", Stops: true),
        new(Scope.Sentence, "SWAPDONE FEWER", Unless: "NEVER", UnlessAnywhere: "POLICY STORY", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("That chip is out of stock, we already used another model, same function."),
        new("They want to use zinc instead of brass and say nobody sees it, should I accept?"),
        new("缺货，已经用了类似的料代替。", "zh"),
        new("Ya usamos otro material en lugar del acordado, es parecido.", "es"),
        new("On a déjà utilisé une autre matière au lieu de celle du contrat.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Brass as ordered, no change to the drawing."),
        new("You asked us to change the colour to grey, done."),
        new("材料按合同，没有变化。", "zh"),
        new("El material es el acordado.", "es"),
        new("La matière est celle du contrat.", "fr"),
    ];
}
