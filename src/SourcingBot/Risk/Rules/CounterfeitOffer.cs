using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Goods under somebody else's brand.</summary>
internal sealed class CounterfeitOffer : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "counterfeit-offer";

    /// <inheritdoc/>
    public override string Category => "compliance-evasion";

    /// <inheritdoc/>
    public override string Title => "Goods under somebody else's brand";

    /// <inheritdoc/>
    public override string Why => "Customs seizes counterfeits and the importer answers for them, whatever the supplier promised.";

    /// <inheritdoc/>
    public override string Do => "Do not order. Ask for the brand owner's written licence, and have the brand owner confirm it.";

    /// <inheritdoc/>
    public override string Reply => "We order only unbranded goods, or our own registered mark.";

    /// <inheritdoc/>
    public override string Source => "Alibaba rule 2061 on intellectual property (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "T_BRANDS REPLICA", Unless: "NEVER T_REFUSED", UnlessAnywhere: "POLICY", Stops: true),
        new(Scope.TwoSentences, "T_BRANDS REPLICA LIVE|OFFER|T_QUESTION", Unless: "NEVER T_REFUSED", UnlessAnywhere: "POLICY", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("We can make Nike shoes 1:1 copy, same factory as the brand."),
        new("They offer AirPods, AAA quality with logo, nobody can tell. Good deal?"),
        new("耐克高仿，一比一，看不出来。", "zh"),
        new("Ofrecen bolsos Gucci, réplica 1:1 con la marca.", "es"),
        new("Sacs Chanel, copie miroir, avec le logo.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("We print your own logo on the cartons."),
        new("The charger is compatible with Apple phones and carries our brand."),
        new("我们只做您自己的品牌。", "zh"),
        new("Imprimimos su propio logotipo.", "es"),
        new("Nous imprimons votre propre logo.", "fr"),
    ];
}
