using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Payment that cannot be traced or recalled.</summary>
internal sealed class UntraceablePaymentMethod : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "untraceable-payment-method";

    /// <inheritdoc/>
    public override string Category => "untraceable-payment";

    /// <inheritdoc/>
    public override string Title => "Payment that cannot be traced or recalled";

    /// <inheritdoc/>
    public override string Why => "Western Union, crypto, gift cards and “friends and family” transfers cannot be called back, and no platform covers them.";

    /// <inheritdoc/>
    public override string Do => "Refuse. Pay only by a method that the order page offers.";

    /// <inheritdoc/>
    public override string Reply => "We cannot pay this way. We pay by card or bank transfer through the order page only.";

    /// <inheritdoc/>
    public override string Source => "Safety advice of marketplaces to buyers (Nov 2012; Dec 2020)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Clause, "UNTRACE|UNTRACEWORDS", Unless: "NEVER", UnlessAnywhere: "NOTUNTRACE NONUNTRACE", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Our bank is slow this week, please settle the 900 USD in USDT, I send the wallet."),
        new("麻烦您用西联汇款付定金，快一点。", "zh"),
        new("Para la muestra mande el dinero por Western Union a nombre de mi jefa.", "es"),
        new("Réglez l'échantillon en bitcoin, c'est plus rapide pour nous.", "fr"),
        new("Choose friends and family when you pay by PayPal so that no fee is cut."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("We never accept Western Union or crypto, only the order page."),
        new("Can you print our logo on 500 gift card sleeves?"),
        new("我们从不收西联汇款。", "zh"),
        new("Training for new buyers: gift cards and USDT are red flags."),
        new("The leather wallet sample is ready, 3 colours."),
    ];
}
