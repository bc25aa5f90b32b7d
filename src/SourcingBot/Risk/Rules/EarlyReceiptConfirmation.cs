using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Asked to confirm receipt too early.</summary>
internal sealed class EarlyReceiptConfirmation : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "early-receipt-confirmation";

    /// <inheritdoc/>
    public override string Category => "early-receipt";

    /// <inheritdoc/>
    public override string Title => "Asked to confirm receipt too early";

    /// <inheritdoc/>
    public override string Why => "Confirming receipt releases the money and starts or ends your right to a refund.";

    /// <inheritdoc/>
    public override string Do => "Do not press it. Confirm only after the goods have arrived and you have inspected them.";

    /// <inheritdoc/>
    public override string Reply => "We confirm receipt only after the goods have arrived and passed our check.";

    /// <inheritdoc/>
    public override string Source => "Alibaba buyer FAQ 10609493 (n.d.); ChinaImportal, reader case 12";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Critical;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "COMPLETEIT EARLYCUE|STILLAWAY", Unless: "AFTERCHECK EMAILRECEIPT NEVER", Stops: true),
        new(Scope.Sentence, "CLICK~4~RECEIPT NOTARRIVED|STILLAWAY", Unless: "AFTERCHECK EMAILRECEIPT NEVER", Stops: true),
        new(Scope.TwoSentences, "TICK~10~ARRIVEDSTATE STILLAWAY|REQ|LIVE", Unless: "AFTERCHECK EMAILRECEIPT NEVER", Stops: true),
        new(Scope.Sentence, "RELEASEPAY", Unless: "AFTERCHECK NEVER PAYFIRSTOK", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Please click confirm receipt now so that finance releases the money, goods are still at sea."),
        new("Kindly press goods received today, we ship tomorrow."),
        new("货还在路上，麻烦您先点一下确认收货。", "zh"),
        new("Por favor confirme la recepción en el sistema, la mercancía todavía no llegó.", "es"),
        new("Merci de cliquer sur confirmer la réception, la marchandise est encore en mer.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Please confirm receipt after you inspected the goods."),
        new("Please confirm receipt of this e-mail."),
        new("收到货检查没问题后再确认收货。", "zh"),
        new("Never confirm receipt before the goods are here."),
        new("Please confirm the artwork and the delivery address."),
    ];
}
