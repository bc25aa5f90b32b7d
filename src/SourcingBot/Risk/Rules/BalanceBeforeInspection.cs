using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Balance asked for before the inspection.</summary>
internal sealed class BalanceBeforeInspection : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "balance-before-inspection";

    /// <inheritdoc/>
    public override string Category => "balance-before-inspection";

    /// <inheritdoc/>
    public override string Title => "Balance asked for before the inspection";

    /// <inheritdoc/>
    public override string Why => "Once the balance is paid, a failed inspection costs the supplier nothing.";

    /// <inheritdoc/>
    public override string Do => "Hold the balance. Book the inspection now and pay after the report says passed.";

    /// <inheritdoc/>
    public override string Reply => "We pay the balance after a passed inspection report. Which day can the inspector come?";

    /// <inheritdoc/>
    public override string Source => "Million Dollar Sellers, is it safe to order from Alibaba (6 May 2026)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "BALANCE~8~PAY|REQ BEFOREINSP", Unless: "PAYFIRSTOK NEVER"),
        new(Scope.TwoSentences, "BALNOW NOTINSPYET PAY|PAYASK", Unless: "PAYFIRSTOK NEVER"),
        new(Scope.TwoSentences, "REMAINDER CHECKER~12~CHECKLATER", Unless: "PAYFIRSTOK NEVER"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Please pay the balance now, the inspector can come after payment."),
        new("Settle the remaining 70% before inspection so that we can book the truck."),
        new("请先付尾款，再安排验货。", "zh"),
        new("Pague el saldo antes de la inspección, por favor.", "es"),
        new("Veuillez régler le solde avant l'inspection.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("After your inspector's pass report please arrange the balance."),
        new("Balance against copy of the bill of lading."),
        new("验货合格后再付尾款。", "zh"),
        new("We never pay the balance before inspection."),
        new("The inspection is booked for Monday, cartons will be open."),
    ];
}
