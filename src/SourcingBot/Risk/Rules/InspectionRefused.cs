using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>No inspector is let in.</summary>
internal sealed class InspectionRefused : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "inspection-refused";

    /// <inheritdoc/>
    public override string Category => "inspection-refusal";

    /// <inheritdoc/>
    public override string Title => "No inspector is let in";

    /// <inheritdoc/>
    public override string Why => "A supplier that has the goods as promised gains by showing them.";

    /// <inheritdoc/>
    public override string Do => "Make the inspection a condition of the balance. Pay nothing for what nobody may look at.";

    /// <inheritdoc/>
    public override string Reply => "A third-party inspection before the balance is part of our terms. Which day is possible?";

    /// <inheritdoc/>
    public override string Source => "Million Dollar Sellers, is it safe to order from Alibaba (6 May 2026); sofeast.com, vol. 21";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "CHECKVISIT?~6~INSPECTNO?", Unless: "VISITFINE", UnlessAnywhere: "POLICY", Stops: true),
        new(Scope.Sentence, "CHECKVISIT~6~AFTERALLPAID", Unless: "NEVER VISITFINE", UnlessAnywhere: "POLICY", Stops: true),
        new(Scope.Sentence, "INSPECT?~6~REFUSE", Unless: "VISITFINE", UnlessAnywhere: "POLICY", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Our factory does not allow any third party inspection, our own QC is enough."),
        new("SGS may come only after the full payment."),
        new("我们工厂不接受第三方验货。", "zh"),
        new("No aceptamos inspección de terceros, nuestro equipo revisa.", "es"),
        new("L'usine refuse l'inspection, personne n'entre.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Your inspector is welcome, please book three days ahead."),
        new("The inspection passed, report attached."),
        new("欢迎来厂验货，提前三天预约。", "zh"),
        new("La inspección es el martes, todo listo.", "es"),
        new("L'inspection est réservée pour mardi.", "fr"),
    ];
}
