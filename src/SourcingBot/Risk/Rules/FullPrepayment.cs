using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Everything paid in advance.</summary>
internal sealed class FullPrepayment : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "full-prepayment";

    /// <inheritdoc/>
    public override string Category => "full-prepayment";

    /// <inheritdoc/>
    public override string Title => "Everything paid in advance";

    /// <inheritdoc/>
    public override string Why => "After full payment nothing makes the supplier hurry, repair or answer.";

    /// <inheritdoc/>
    public override string Do => "Offer 30 % to start and the rest after a passed inspection. Pay all at once only for small sums, and only where the platform covers all of it.";

    /// <inheritdoc/>
    public override string Reply => "We can pay 30 % to start and 70 % after a passed inspection, all through the order page.";

    /// <inheritdoc/>
    public override string Source => "Minalto, Trade Assurance, comment 20 (2015); common practice 30/70";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "WHOLE~5~PAY ADVANCE", Unless: "SAMPLE NEVER INSPECT PAYFIRSTOK SPLITPAY"),
        new(Scope.TwoSentences, "ALLMONEY BEFOREWORK PAY|MONEY", Unless: "SAMPLE NEVER PAYFIRSTOK SAFEACCT"),
        new(Scope.Sentence, "WHOLESHARE ADVANCE|BEFOREWORK", Unless: "SAMPLE NEVER INSPECT PAYFIRSTOK SPLITPAY"),
        new(Scope.Sentence, "WHOLEPOT~15~ATSTART", Unless: "SAMPLE NEVER INSPECT PAYFIRSTOK SPLITPAY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("New customers pay the full amount before production."),
        new("We start the material after 100% payment in advance."),
        new("新客户需要先付全款才安排生产。", "zh"),
        new("Para esta oferta se paga el 100 % por adelantado antes de producir.", "es"),
        new("Paiement de 100 % d'avance avant la production.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("30% deposit, 70% before shipment."),
        new("Sample fee 40 USD, paid in full in advance."),
        new("30%定金，70%发货前付清。", "zh"),
        new("We never ask for full payment in advance."),
        new("Full payment after your inspector passed the goods."),
    ];
}
