using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Freight raised after the order.</summary>
internal sealed class FreightIncreaseAfterOrder : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "freight-increase-after-order";

    /// <inheritdoc/>
    public override string Category => "price-change";

    /// <inheritdoc/>
    public override string Title => "Freight raised after the order";

    /// <inheritdoc/>
    public override string Why => "Freight that was part of the order is part of the price. A supplier who asks for more once you have paid is using the goods as a lever.";

    /// <inheritdoc/>
    public override string Do => "Do not pay the difference yet. Compare it with the trade term and the freight line in the order, and ask for the carrier's own invoice. If you are told to ask for a refund, give the supplier's failure as the reason and the full amount.";

    /// <inheritdoc/>
    public override string Reply => "The freight is fixed in our order. Please ship on the agreed terms, or confirm in the order that you cannot. If you believe the carrier charges more, send us its invoice.";

    /// <inheritdoc/>
    public override string Source => "ChinaImportal, trade disputes, comment 1 (about 2018); Agence Octo, DDP thread (2026)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "FREIGHTPART~12~PRICELIFT|PRICEMORE FREIGHTSET PRICEGRIP", Unless: "NEVER", UnlessAnywhere: "FREIGHTCALM", Stops: true),
        new(Scope.TwoSentences, "FREIGHTPART~10~PRICELIFT FREIGHTSET", Unless: "NEVER", UnlessAnywhere: "FREIGHTCALM"),
        new(Scope.TwoSentences, "FREIGHTPART~10~PRICEMORE FREIGHTSET MONEY", Unless: "NEVER", UnlessAnywhere: "FREIGHTCALM PRICECALM"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("The freight in your order was 1,450 and it is paid, but the carrier raised it, please add 380 USD or the goods stay at the port."),
        new("We paid 620 for shipping with the order. Now the forwarder has re-weighed the cartons and they want 240 USD more before they ship."),
        new("您的运费已经付过了，可是船公司临时涨价，海运费要再补260美元，不补就不装柜。", "zh"),
        new("El flete ya estaba pagado en el pedido, pero la naviera subió y hay que poner 300 USD más o la carga no sale.", "es"),
        new("Le fret était déjà payé avec la commande, mais le transporteur a augmenté : 290 USD de plus, sinon rien ne part.", "fr"),
        new("Sir DDP was confirmed and paid 3.20 per kg, HS code is different so now it is 4.05 per kg, kindly accept."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Our freight quote is valid until 30 June, after that we ask the carrier again."),
        new("You changed the delivery address after the booking, so the truck costs 60 USD more, as your colleague agreed."),
        new("Freight collect: your own forwarder will bill you for the sea part."),
        new("运费不变，还是按订单里的金额，请放心。", "zh"),
        new("El flete bajó un poco y le devolvemos la diferencia en el pedido.", "es"),
        new("Le fret est inchangé, le navire part mardi.", "fr"),
    ];

    /// <summary>The freight is named at most so many words from its prices.</summary>
    private const int Reach = 8;

    private static readonly int Freight = Concept.IdOf("FREIGHTPART");
    private static readonly int Grip = Concept.IdOf("PRICEGRIP");

    /// <inheritdoc/>
    internal override RuleMatch? Match(TaggedMessage message)
    {
        if (base.Match(message) is { } told) return told;
        if (!message.Has("FREIGHTSET") || message.Has("FREIGHTCALM") || message.Has("PRICECALM") || message.Has("NEVER")) return null;
        if (RaisedPrice.In(message) is not { } span || message.TokensAt(span) is not { } at) return null;
        var around = (Math.Max(0, at.First - Reach), Math.Min(message.WordCount - 1, at.Last + Reach));
        return message.HasIn(Freight, around) ? new RuleMatch([span], message.Has(Grip), []) : null;
    }
}
