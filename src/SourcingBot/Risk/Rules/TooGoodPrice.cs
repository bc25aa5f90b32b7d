using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>A price that is too good.</summary>
internal sealed class TooGoodPrice : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "too-good-price";

    /// <inheritdoc/>
    public override string Category => "too-good-price";

    /// <inheritdoc/>
    public override string Title => "A price that is too good";

    /// <inheritdoc/>
    public override string Why => "Far below what others ask, either the goods or the seller are not what they seem.";

    /// <inheritdoc/>
    public override string Do => "Get two more quotes and a sample, and ask what explains the price. Pay only inside the platform's order.";

    /// <inheritdoc/>
    public override string Reply => "What material or process explains this price, and may we inspect before the balance?";

    /// <inheritdoc/>
    public override string Source => "Alibaba, fraud signs: less than half the listed price (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "BARGAINWORD T_BRANDS", Unless: "NEVER", UnlessAnywhere: "POLICY STORY"),
        new(Scope.Sentence, "T_BARGAIN T_BRANDS", Unless: "NEVER", UnlessAnywhere: "POLICY STORY"),
        new(Scope.Sentence, "BARGAINWORD FARLESS", Unless: "NEVER T_FEENAMES", UnlessAnywhere: "POLICY STORY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Original iPhone, half of market price, clearance stock."),
        new("Others ask 310 USD and he sells the same for 120 USD, seized by customs he says."),
        new("正品苹果手机，半价清仓。", "zh"),
        new("iPhone original a mitad de precio, liquidación.", "es"),
        new("iPhone d'origine à moitié prix, liquidation.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("5 % off above 1,000 pieces."),
        new("Overstock of last season, inspection welcome, 15 % less."),
        new("一千件以上优惠5%。", "zh"),
        new("5 % de descuento desde mil piezas.", "es"),
        new("5 % de remise à partir de mille pièces.", "fr"),
    ];
}
