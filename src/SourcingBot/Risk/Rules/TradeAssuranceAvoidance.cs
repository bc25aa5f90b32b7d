using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Excuse for not using Trade Assurance.</summary>
internal sealed class TradeAssuranceAvoidance : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "trade-assurance-avoidance";

    /// <inheritdoc/>
    public override string Category => "avoid-trade-assurance";

    /// <inheritdoc/>
    public override string Title => "Excuse for not using Trade Assurance";

    /// <inheritdoc/>
    public override string Why => "The protection does not depend on product, HS code, order size or trade term. Without it you have no case if something goes wrong.";

    /// <inheritdoc/>
    public override string Do => "Ask for the full order in Trade Assurance. If they refuse, choose a supplier that accepts it.";

    /// <inheritdoc/>
    public override string Reply => "Please put the whole order into Trade Assurance, with its full value.";

    /// <inheritdoc/>
    public override string Source => "Trade Assurance may be used with any Incoterm (alifaq.org, n.d.; agenceocto.com, 2026)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "SKIPTA TA|PLATFORM", Unless: "NEVER"),
        new(Scope.Sentence, "TA~7~TAPROBLEM", Unless: "NEVER SAFEACCT"),
        new(Scope.Sentence, "SHUN~9~SHIELD", Unless: "NEVER SAFEACCT"),
        new(Scope.TwoSentences, "TAPROBLEM~8~PLATFORM DIRECT PAY", Unless: "NEVER", Stops: true),
        new(Scope.Sentence, "HIDE PAY|PLATFORM", Unless: "NEVER", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Trade Assurance is too slow for us, our quota is used up, let us do it without."),
        new("For EXW we can't open a trade assurance order, sorry."),
        new("这个款不能走信保，信保额度用完了。", "zh"),
        new("No podemos usar Trade Assurance, cobra demasiada comisión.", "es"),
        new("Trade Assurance est trop cher et trop lent, faisons sans.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Trade Assurance order drafted, please check the details."),
        new("What HS code do you want on the invoice?"),
        new("信保订单已经起草好了，请您核对。", "zh"),
        new("Reminder to the team: every order goes through Trade Assurance."),
        new("The whole order is covered by Trade Assurance, thank you."),
    ];
}
