using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Pressure to decide fast.</summary>
internal sealed class UrgencyPressure : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "urgency-pressure";

    /// <inheritdoc/>
    public override string Category => "urgency-pressure";

    /// <inheritdoc/>
    public override string Title => "Pressure to decide fast";

    /// <inheritdoc/>
    public override string Why => "A deadline made up to force a payment keeps you from checking.";

    /// <inheritdoc/>
    public override string Do => "Take the time that your checks need. An honest offer is still there tomorrow.";

    /// <inheritdoc/>
    public override string Reply => "We need time for our own approval. Please keep the offer open until we have checked it.";

    /// <inheritdoc/>
    public override string Source => "Abnormal Security, invoice fraud (22 Nov 2023)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "HURRY PAY|REQ CONSEQUENCE", Unless: "INNOCENTTIME NEVER"),
        new(Scope.TwoSentences, "URGENTOFFER SHORTTIME PAY|MONEY|PRICECTX|DEPOSITW", Unless: "INNOCENTTIME NEVER"),
        new(Scope.TwoSentences, "CLOCK~25~LOSSWORD", Unless: "INNOCENTTIME NEVER"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Pay within 2 hours or you lose the slot."),
        new("You must transfer the deposit today, otherwise we cancel your order."),
        new("今天必须付定金，不然就取消订单。", "zh"),
        new("Pague hoy mismo o pierde el cupo.", "es"),
        new("Payez aujourd'hui sinon vous perdez la place.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("The quote is valid for 15 days."),
        new("Chinese New Year closing on 10 February, please order by 5 January."),
        new("春节放假前请确认订单。", "zh"),
        new("Cut-off for the vessel is Thursday."),
        new("No hurry, take your time with the payment."),
    ];
}
