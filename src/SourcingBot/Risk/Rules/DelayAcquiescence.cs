using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Asked to accept a delay.</summary>
internal sealed class DelayAcquiescence : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "delay-acquiescence";

    /// <inheritdoc/>
    public override string Category => "claim-erosion";

    /// <inheritdoc/>
    public override string Title => "Asked to accept a delay";

    /// <inheritdoc/>
    public override string Why => "A later date that you accept, even in chat, ends your claim for the first one.";

    /// <inheritdoc/>
    public override string Do => "Do not answer “ok”. If you do agree, put the exact new date and a compensation into the order.";

    /// <inheritdoc/>
    public override string Reply => "We note your message and do not give up the agreed date. Please propose a firm date and a compensation in the order.";

    /// <inheritdoc/>
    public override string Source => "Alibaba buyer FAQ 20328902: breaches that the buyer accepted lose their cover (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "AGREETO~7~LATER REQ|T_BLAME|T_DELAY|LIVE", Unless: "NEVER T_REFUSED INSPECT", UnlessAnywhere: "POLICY STORY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Machine broke, please accept the modification of the ship date in the system, ten days more."),
        new("Just reply ok for the delay, two weeks more, sorry dear."),
        new("抱歉要延期，麻烦您点一下同意修改交期。", "zh"),
        new("Por favor acepte la nueva fecha, necesitamos dos semanas más.", "es"),
        new("Merci d'accepter la nouvelle date, nous avons du retard.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("The goods are ready two days early."),
        new("The vessel was changed by the carrier, arrival stays the same."),
        new("货提前两天完成。", "zh"),
        new("La mercancía está lista antes de tiempo.", "es"),
        new("La marchandise est prête en avance.", "fr"),
    ];
}
