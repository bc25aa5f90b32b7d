using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Price raised after it was agreed.</summary>
internal sealed class PriceIncreaseAfterDeposit : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "price-increase-after-deposit";

    /// <inheritdoc/>
    public override string Category => "price-change";

    /// <inheritdoc/>
    public override string Title => "Price raised after it was agreed";

    /// <inheritdoc/>
    public override string Why => "A deposit or a signed order fixes the price. After that, a rise is only possible if you agree to it, and the first one is rarely the last.";

    /// <inheritdoc/>
    public override string Do => "Do not send more money. Keep to the price in the order, and decide whether you would rather cancel and ask for your money back through the order.";

    /// <inheritdoc/>
    public override string Reply => "Our order and deposit are at the agreed price. Please confirm production at that price, or refund us through the order.";

    /// <inheritdoc/>
    public override string Source => "Global Sources (10 Jan 2013); China Sourcing Info (2015)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "PRICELIFT|PRICEMORE~6~PRICEPART|MONEY PRICESET PRICEGRIP", Unless: "NEVER", UnlessAnywhere: "PRICECALM", Stops: true),
        new(Scope.TwoSentences, "PRICELIFT~6~PRICEPART|MONEY PRICESET", Unless: "NEVER", UnlessAnywhere: "PRICECALM"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Dear friend, deposit is received but steel price went up 12 %, please top up before production."),
        new("You signed the PI at 3.40, the boss counted again, now it must be 3.75 each. Please send a new PO."),
        new("We paid 30 % in May at 8.20 per set. Today the factory says the exchange rate moved, it is 8.95 now or production will not start."),
        new("定金收到了，可是铜价涨了，每台要加20元，不加就不排产。", "zh"),
        new("Ya recibimos su anticipo, pero subió el precio del algodón y cada camiseta pasa de 2,10 a 2,45 USD.", "es"),
        new("Votre acompte est bien arrivé, mais le prix du cuivre a augmenté : l'unité passe de 6,20 à 6,90.", "fr"),
        new("Oga, your money don reach, but resin price increase again, add 0.30 for each or we keep the goods till you settle."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Here is the price list for next year: copper is dearer, so the new order would be 4 % up."),
        new("The deposit is in and the price stays as in the contract, although steel is up."),
        new("You changed the lid to steel, so we sent a new PI at 3.10 for your approval."),
        new("定金已收到，价格不变，按合同生产。", "zh"),
        new("El algodón está más caro, pero mantenemos el precio de su pedido.", "es"),
        new("Le cuivre a augmenté, nous maintenons le prix de votre commande.", "fr"),
    ];

    private static readonly int Grip = Concept.IdOf("PRICEGRIP");

    /// <inheritdoc/>
    internal override RuleMatch? Match(TaggedMessage message)
    {
        if (base.Match(message) is { } told) return told;
        if (!message.Has("PRICESET") || message.Has("PRICECALM") || message.Has("NEVER")) return null;
        return RaisedPrice.In(message) is { } span ? new RuleMatch([span], message.Has(Grip), []) : null;
    }
}
