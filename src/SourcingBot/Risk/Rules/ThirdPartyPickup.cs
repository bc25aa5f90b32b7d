using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Goods to be fetched from an odd place.</summary>
internal sealed class ThirdPartyPickup : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "third-party-pickup";

    /// <inheritdoc/>
    public override string Category => "suspicious-pickup";

    /// <inheritdoc/>
    public override string Title => "Goods to be fetched from an odd place";

    /// <inheritdoc/>
    public override string Why => "Goods that lie in a private house, a mail shop or with an unknown man are often not there, not yours or not imported, and your order does not cover them.";

    /// <inheritdoc/>
    public override string Do => "Do not drive there, pay there or hand over release papers. Ask who owns the place and the goods, and have the pickup address written into the order.";

    /// <inheritdoc/>
    public override string Reply => "Who is the legal seller and importer of these goods, and is the pickup address part of our order? Please send the warehouse's company name and contract.";

    /// <inheritdoc/>
    public override string Source => "Andrew Minalto, Trade Assurance (26 Jan 2015), reader case 22";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "FETCHIT~10~ODDPLACES", Unless: "NEVER FETCHOK"),
        new(Scope.TwoSentences, "FETCHIT ODDPLACES", Unless: "NEVER FETCHOK", UnlessAnywhere: "FETCHOK"),
        new(Scope.TwoSentences, "LOCALSTOCK FETCHIT|ODDPLACES", Unless: "NEVER FETCHOK"),
        new(Scope.TwoSentences, "LOCALSTOCK STRANGENAME|CASHTHERE", Unless: "NEVER FETCHOK", Stops: true),
        new(Scope.TwoSentences, "FETCHIT STRANGENAME", Unless: "NEVER FETCHOK", Stops: true),
        new(Scope.TwoSentences, "FETCHIT|ODDPLACES~12~CASHTHERE", Unless: "NEVER FETCHOK", Stops: true),
        new(Scope.TwoSentences, "DOCSFORBOX NEWFORWARDER|STRANGENAME", Unless: "NEVER FETCHOK", Stops: true),
        new(Scope.TwoSentences, "NEWFORWARDER CASHTHERE|STRANGENAME", Unless: "NEVER FETCHOK", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("The goods are in our LA warehouse, you pick up under other company name and no customs for you."),
        new("You can collect the boxes from the garage of my cousin in Houston, he is there evenings."),
        new("Seller tells us to fetch the pallets at a self storage in Leeds and pay the driver cash. Would you go?"),
        new("We have a new forwarder for your container, please send him the telex release and a passport copy."),
        new("We have US stock, you load it from a private house in Fontana, save the tariff."),
        new("货放在洛杉矶我亲戚的车库,您自己去拉就行,报我名字。", "zh"),
        new("我们美国现货,叫车到居民区提货,付司机现金。", "zh"),
        new("La mercancía está en Miami en casa de un conocido, pase a retirar con su camioneta.", "es"),
        new("Recoja las cajas en el garaje de mi primo y pague al chofer en efectivo.", "es"),
        new("Les cartons sont stockés dans le garage de mon cousin à Lyon, venez les récupérer samedi.", "fr"),
        new("Le stock est déjà à Anvers chez un ami, vous pouvez le prendre sans papiers.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Please collect the cartons at our factory gate, our driver's name is on the order page."),
        new("The goods go to the FBA prep centre that you named in the contract."),
        new("We pick you up at the hotel at nine for the factory tour."),
        new("Your nominated forwarder collects on Monday, the packing list is attached."),
        new("House rule: we fetch goods only at addresses that are in the order."),
        new("您指定的货代周一来厂提货,装箱单已发。", "zh"),
        new("Su agente recoge la carga en nuestra fábrica el lunes.", "es"),
        new("Votre transitaire enlève la marchandise à l'usine lundi.", "fr"),
    ];
}
