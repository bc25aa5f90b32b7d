using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Goods with somebody else's brand.</summary>
internal sealed class CounterfeitOffer : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "counterfeit-offer";

    /// <inheritdoc/>
    public override string Category => "compliance-evasion";

    /// <inheritdoc/>
    public override string Title => "Goods with somebody else's brand";

    /// <inheritdoc/>
    public override string Why => "Goods that carry a brand without its licence are seized at customs, and the importer answers for them. The platform does not protect such an order.";

    /// <inheritdoc/>
    public override string Do => "Stop here. Do not order or resell them, and ask for the licence if the seller claims to have one.";

    /// <inheritdoc/>
    public override string Reply => "We order only unbranded goods or our own registered mark. Please quote without any third-party brand.";

    /// <inheritdoc/>
    public override string Source => "Alibaba.com rule 2061 (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "BRANDNAME BRANDCOPY", Unless: "NEVER", UnlessAnywhere: "BRANDOWN", Stops: true),
        new(Scope.Sentence, "BRANDCLUE", Unless: "NEVER", UnlessAnywhere: "BRANDOWN", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("We can put any brand logo on the shoes, boxes also."),
        new("1:1 copy, original packing and serial, nobody can tell."),
        new("These bags are overrun of a big brand, same line, price 15 usd."),
        new("The vendor says logos come separately and we stick them on after customs. Should we?"),
        new("Nike model, aaa quality, no licence needed, 12 dollars a pair."),
        new("大牌包包一比一高仿,吊牌齐全,看不出来。", "zh"),
        new("什么logo都能打,不用授权,海关不查。", "zh"),
        new("Le ponemos cualquier marca, caja original, nadie nota la diferencia.", "es"),
        new("Son réplica triple A de Nike, 10 dólares el par.", "es"),
        new("On met n'importe quel logo, boîte d'origine, personne ne voit la différence.", "fr"),
        new("Copie identique de Vuitton, même usine, 20 euros pièce.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("We print your logo on the box, please send the artwork."),
        new("The case is compatible with iPhone 15 and has no brand on it."),
        new("We can't make Disney figures without a licence letter, sorry."),
        new("Please send a copy of the signed invoice and of the packing list."),
        new("Our own brand is registered in the EU, the certificate is attached."),
        new("您的logo可以印在包装上,请发矢量图。", "zh"),
        new("Imprimimos su logo en la caja, envíe el archivo.", "es"),
        new("Nous imprimons votre logo sur la boîte, envoyez le fichier.", "fr"),
    ];
}
