using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>A higher price after the deal.</summary>
internal sealed class PriceIncreaseAfterDeposit : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "price-increase-after-deposit";

    /// <inheritdoc/>
    public override string Category => "price-change";

    /// <inheritdoc/>
    public override string Title => "A higher price after the deal";

    /// <inheritdoc/>
    public override string Why => "The deposit accepted the price. Who raises it afterwards counts on your not wanting to begin anew.";

    /// <inheritdoc/>
    public override string Do => "Hold to the agreed price, in the order. If they refuse, ask for the refund there.";

    /// <inheritdoc/>
    public override string Reply => "The deposit accepted our price. Please produce at it, or refund through the order.";

    /// <inheritdoc/>
    public override string Source => "Global Sources, price increases after deposit (10 Jan 2013); chinasourcinginfo.org (2015)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "DEARER~10~DEALMADE PAY|PAYASK|T_HOSTAGE|HOSTAGE", Unless: "NEVER REALREASON", UnlessAnywhere: "POLICY STORY"),
        new(Scope.TwoSentences, "DEARER DEALMADE LITTLEMORE", Unless: "NEVER REALREASON", UnlessAnywhere: "POLICY STORY"),
        new(Scope.TwoSentences, "PRICEUP DEALMADE", Unless: "NEVER REALREASON", UnlessAnywhere: "POLICY STORY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Raw material went up 12 %, deposit is paid but please top up before production."),
        new("We signed at 2.10 USD and they now say the price must go up to 2.40 USD, deposit paid in May."),
        new("定金已付，现在说原材料涨价要加钱。", "zh"),
        new("Ya pagamos el anticipo y ahora suben el precio, quieren más.", "es"),
        new("L'acompte est payé et ils augmentent le prix, il faut ajouter.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("For next year's orders the price will rise by 3 %."),
        new("You asked for thicker glass, so the price is 0.20 USD higher."),
        new("明年新订单价格上调3%。", "zh"),
        new("El próximo año el precio sube 3 %.", "es"),
        new("L'année prochaine le prix augmente de 3 %.", "fr"),
    ];
}
