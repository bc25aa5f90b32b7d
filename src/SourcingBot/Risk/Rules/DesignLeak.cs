using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Your design in other hands.</summary>
internal sealed class DesignLeak : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "design-leak";

    /// <inheritdoc/>
    public override string Category => "brand-leak";

    /// <inheritdoc/>
    public override string Title => "Your design in other hands";

    /// <inheritdoc/>
    public override string Why => "A design, mould or photo that others already use is hard to take back, and somebody may register it first.";

    /// <inheritdoc/>
    public override string Do => "Take screenshots with the date, ask for a written stop, and agree who owns mould and drawings.";

    /// <inheritdoc/>
    public override string Reply => "Please remove our design everywhere, and confirm in writing that it is offered to nobody else.";

    /// <inheritdoc/>
    public override string Source => "ChinaImportal, trade disputes and IP violations (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "OURDESIGN SHOWNELSE", Unless: "NEVER T_REFUSED", UnlessAnywhere: "POLICY STORY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Other customer likes your design, we sell it to him too, ok?"),
        new("The factory shows our mould in its catalogue with our photos."),
        new("别的客户也要您的设计，我们在卖。", "zh"),
        new("Nuestro diseño aparece en su catálogo, lo venden a otros clientes.", "es"),
        new("Ils vendent notre modèle sur leur site.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Your mould is stored here for you alone."),
        new("We blurred your logo in every picture."),
        new("您的模具只给您用。", "zh"),
        new("Su molde es solo suyo.", "es"),
        new("Votre moule est à vous seul.", "fr"),
    ];
}
