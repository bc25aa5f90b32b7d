using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Price far below the market.</summary>
internal sealed class TooGoodPrice : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "too-good-price";

    /// <inheritdoc/>
    public override string Category => "too-good-price";

    /// <inheritdoc/>
    public override string Title => "Price far below the market";

    /// <inheritdoc/>
    public override string Why => "A price far under what everybody else asks usually means copies, seconds, stolen goods or goods that do not exist, and the marketplace does not protect brand goods at unreal prices.";

    /// <inheritdoc/>
    public override string Do => "Do not pay yet. Get two more quotes, order a sample, and pay only inside Trade Assurance after an inspection.";

    /// <inheritdoc/>
    public override string Reply => "What material or process explains this price, and may our inspector see the goods before we pay the balance?";

    /// <inheritdoc/>
    public override string Source => "Alibaba buyer FAQ 13719206 (n.d.); Alibaba rule 2061 (about 2015)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "BRANDGOODS~12~OFFERTAG ODDSOURCE|FARBELOW", Unless: "NEVER", UnlessAnywhere: "CHEAPCALM"),
        new(Scope.TwoSentences, "FARBELOW~10~OFFERTAG OTHERSASK|ODDSOURCE", Unless: "NEVER", UnlessAnywhere: "CHEAPCALM"),
        new(Scope.TwoSentences, "ODDSOURCE~14~MONEY OTHERSASK", Unless: "NEVER", UnlessAnywhere: "CHEAPCALM"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Original iPhone 15 sealed, 190 USD each, stock in our warehouse, don't ask why so cheap."),
        new("Four factories quote between 21 and 24 USD for this drill, the others are the same, and one offers 7.90. What is the catch?"),
        new("Clearance from a bankrupt shop, Dyson dryers brand new in box, 38 euro per piece, who comes first."),
        new("全新未拆的戴森，市场价三千，我这里五百一台，特殊渠道。", "zh"),
        new("Taladros Makita originales, caja sellada, a 19 dólares cada uno, es liquidación de aduana.", "es"),
        new("Perceuses Bosch neuves, emballage d'origine, 15 euros pièce, arrivage des douanes.", "fr"),
        new("Everybody asks about 60 cents for this LED, this one wants 22 cents for the same chip. Bait?"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Above 1,000 pcs we give 5 % discount, above 5,000 pcs 8 %."),
        new("The case is compatible with iPhone 15, 2.10 USD each, our own brand."),
        new("We have 300 chairs left from last season at 12 % off, photos are attached and you may inspect them."),
        new("满五千件可以优惠百分之三，欢迎先打样。", "zh"),
        new("La funda para iPhone cuesta 1,90 USD y lleva su logo.", "es"),
        new("Remise de volume de 4 % à partir de 2 000 pièces.", "fr"),
    ];

    /// <summary>What others ask is at least so many times the offer.</summary>
    private const decimal Distance = 1.9m;

    /// <summary>A hundred times is another unit, not a bargain.</summary>
    private const decimal Furthest = 60m;

    /// <summary>The two prices stand at most so many words apart.</summary>
    private const int Reach = 22;

    /// <summary>A message with more prices is a list, in which they stand together by chance.</summary>
    private const int MostPrices = 8;

    private static readonly int Others = Concept.IdOf("OTHERSASK");

    /// <inheritdoc/>
    internal override RuleMatch? Match(TaggedMessage message)
    {
        if (base.Match(message) is { } told) return told;
        if (!message.Has(Others) || message.Has("CHEAPCALM") || message.Has("NEVER")) return null;
        var prices = Figures.Prices(message);
        if (prices.Count > MostPrices) return null;
        for (var i = 0; i < prices.Count; i++)
        {
            for (var j = i + 1; j < prices.Count && prices[j].Token - prices[i].Token <= Reach; j++)
            {
                var (low, high) = (Math.Min(prices[i].Value, prices[j].Value), Math.Max(prices[i].Value, prices[j].Value));
                if (high < low * Distance || high > low * Furthest || !IsCompared(message, prices[i].Token, prices[j].Token)) continue;
                var span = message.SpanOf(prices[i].Token, prices[j].Token);
                if (!message.IsCalm(span)) return new RuleMatch([span], Stops: false, []);
            }
        }

        return null;
    }

    /// <summary>Whether words around two prices say that one of them is what others ask.</summary>
    private static bool IsCompared(TaggedMessage message, int first, int last)
    {
        const int Around = 5;
        return message.HasIn(Others, (Math.Max(0, first - Around), Math.Min(message.WordCount - 1, last + Around)));
    }
}
