using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Asked to close the dispute.</summary>
internal sealed class DisputeWithdrawalRequest : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "dispute-withdrawal-request";

    /// <inheritdoc/>
    public override string Category => "dispute-withdrawal";

    /// <inheritdoc/>
    public override string Title => "Asked to close the dispute";

    /// <inheritdoc/>
    public override string Why => "When a dispute is closed the platform stops deciding, and a promise made outside it cannot be enforced.";

    /// <inheritdoc/>
    public override string Do => "Keep it open. Settle only inside the case, and close it when the money has arrived.";

    /// <inheritdoc/>
    public override string Reply => "Please make your offer inside the open dispute. It stays open until the money has arrived.";

    /// <inheritdoc/>
    public override string Source => "Alibaba buyer FAQ 20155175 (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "DROPCASE", Unless: "KEEPOPEN NONEED NEVER", Stops: true),
        new(Scope.Clause, "WITHDRAW~4~DISPUTE", Unless: "KEEPOPEN NONEED NEVER", UnlessAnywhere: "KEEPOPEN", Stops: true),
        new(Scope.Sentence, "ENDIT~9~CASEWORD", Unless: "KEEPOPEN NONEED NEVER", UnlessAnywhere: "KEEPOPEN", Stops: true),
        new(Scope.TwoSentences, "AGREEBUTTON", Unless: "NEVER", UnlessAnywhere: "KEEPOPEN", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Please cancel the dispute first, then we refund you next week."),
        new("It hurts our shop, close the case and we remake the goods."),
        new("请您先撤销纠纷，我们马上退款。", "zh"),
        new("Cierre la disputa primero y le devolvemos el dinero.", "es"),
        new("Annulez d'abord le litige, ensuite nous remboursons.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("We accept your refund amount in the dispute page."),
        new("The dispute was closed by the platform last year, story for the team."),
        new("我们会在纠纷页面里处理退款。", "zh"),
        new("Never withdraw a dispute before the refund arrives."),
        new("We have answered in the dispute, please see."),
    ];
}
