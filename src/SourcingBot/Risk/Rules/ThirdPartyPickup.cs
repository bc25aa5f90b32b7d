using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Goods at a place that does not belong to the deal.</summary>
internal sealed class ThirdPartyPickup : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "third-party-pickup";

    /// <inheritdoc/>
    public override string Category => "suspicious-pickup";

    /// <inheritdoc/>
    public override string Title => "Goods at a place that does not belong to the deal";

    /// <inheritdoc/>
    public override string Why => "A mail shop, a garage or a stranger's “local stock” is where goods that do not exist, or belong to others, are handed over.";

    /// <inheritdoc/>
    public override string Do => "Do not go and do not pay there. Ask who owns the place and the goods, and whether the order names it.";

    /// <inheritdoc/>
    public override string Reply => "Who is the legal seller and importer of these goods, and is this address in our order?";

    /// <inheritdoc/>
    public override string Source => "Andrew Minalto, reader cases on US stock (26 Jan 2015)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "STRANGEPLACE FETCH", Unless: "NEVER", UnlessAnywhere: "POLICY", Stops: true),
        new(Scope.Sentence, "T_PICKUPPLACE~8~T_PICKUPPLACE", Unless: "NEVER", UnlessAnywhere: "POLICY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Goods are in our LA warehouse, pick them up under another company name, please bring cash."),
        new("My cousin has the stock in his garage, you can collect it on Saturday."),
        new("货在朋友的仓库，您自提就行。", "zh"),
        new("La mercancía está en casa de un agente local, pase a recoger.", "es"),
        new("La marchandise est chez un particulier, venez la retirer dans son garage.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Your forwarder may collect the cartons at our factory from Monday."),
        new("Delivery to your warehouse as in the order."),
        new("货代周三来工厂提货。", "zh"),
        new("El transportista recoge en nuestra fábrica.", "es"),
        new("Votre transitaire enlève à l'usine mardi.", "fr"),
    ];
}
