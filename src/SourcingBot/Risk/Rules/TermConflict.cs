using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Two trade terms that contradict each other.</summary>
internal sealed class TermConflict : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "term-conflict";

    /// <inheritdoc/>
    public override string Category => "incoterm-gap";

    /// <inheritdoc/>
    public override string Title => "Two trade terms that contradict each other";

    /// <inheritdoc/>
    public override string Why => "Where the order says one term and the chat another, each side later relies on its own.";

    /// <inheritdoc/>
    public override string Do => "Have the order say the one term that you agreed on, with its place, before you pay.";

    /// <inheritdoc/>
    public override string Reply => "Your message and the order name different terms. Please correct the order to the one we agreed.";

    /// <inheritdoc/>
    public override string Source => "Andrew Minalto, reader case 4 (26 Jan 2015)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "TERMPAPER TERMREAL", Unless: "NEVER", UnlessAnywhere: "TERMQ POLICY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("We write FOB in the order only for the system, in truth it is DDP to your door."),
        new("The contract says EXW but they tell me freight is included, which one counts?"),
        new("订单写FOB，实际包运费送到门。", "zh"),
        new("En el pedido pone FOB, pero en realidad es puerta a puerta.", "es"),
        new("Le contrat dit FOB mais en réalité livré chez vous.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("FOB 2.10 USD or CIF Hamburg 2.45 USD, your choice."),
        new("The order is corrected from FOB to CIF as you asked."),
        new("FOB宁波2美元，CIF汉堡2.4美元。", "zh"),
        new("FOB 2,10 o CIF 2,45, usted elige.", "es"),
        new("FOB 2,10 ou CIF 2,45, au choix.", "fr"),
    ];
}
