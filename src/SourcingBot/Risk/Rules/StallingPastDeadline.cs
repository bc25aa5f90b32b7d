using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Waiting while the days run.</summary>
internal sealed class StallingPastDeadline : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "stalling-past-deadline";

    /// <inheritdoc/>
    public override string Category => "claim-erosion";

    /// <inheritdoc/>
    public override string Title => "Waiting while the days run";

    /// <inheritdoc/>
    public override string Why => "The refund window closes whether or not somebody is “checking”.";

    /// <inheritdoc/>
    public override string Do => "Look up the last day on the order page and open the request now. It can be closed again when all is settled.";

    /// <inheritdoc/>
    public override string Reply => "We open the refund request today to keep our date, and are glad to close it once this is settled.";

    /// <inheritdoc/>
    public override string Source => "ChinaImportal, reader cases (2018 to 2021); sofeast.com, vol. 21";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "WAITWORD CLAIMCLOCK?", Unless: "NEVER T_KEEPOPEN", UnlessAnywhere: "POLICY STORY"),
        new(Scope.TwoSentences, "WAITWORD BADGOODS", Unless: "NEVER T_KEEPOPEN", UnlessAnywhere: "POLICY STORY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Do not open a dispute, the manager is abroad, next week we solve it."),
        new("Half the lamps are broken and every time they say wait a few more days."),
        new("别开纠纷，再等几天，老板出差。", "zh"),
        new("No abra disputa, espere unos días, el jefe está de viaje.", "es"),
        new("N'ouvrez pas de litige, attendez quelques jours.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("We refund you by Friday on the order page, open the request as you like."),
        new("The technician answers today with the report."),
        new("今天下午给您处理方案。", "zh"),
        new("Hoy le damos la solución por escrito.", "es"),
        new("Nous vous répondons aujourd'hui par écrit.", "fr"),
    ];
}
