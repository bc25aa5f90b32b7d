using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Parts, repair or a later credit in place of a refund.</summary>
internal sealed class RemedyDeferral : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "remedy-deferral";

    /// <inheritdoc/>
    public override string Category => "claim-erosion";

    /// <inheritdoc/>
    public override string Title => "Parts, repair or a later credit in place of a refund";

    /// <inheritdoc/>
    public override string Why => "Spare parts, do-it-yourself repair and promises for the next order use up the time to claim, and after-sales help is not covered.";

    /// <inheritdoc/>
    public override string Do => "Open the refund request first, with photos and a count. Then talk about the repair or the credit.";

    /// <inheritdoc/>
    public override string Reply => "We are open to a solution. We file the claim meanwhile to keep our date, and close it when it is done.";

    /// <inheritdoc/>
    public override string Source => "Andrew Minalto, Trade Assurance, comment 3 (2015); Alibaba buyer FAQ 20328902 (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Message, "NEXTDEAL~12~FREEBIE TROUBLE|DONTFILE", Unless: "NEVER", UnlessAnywhere: "REMEDYOK"),
        new(Scope.TwoSentences, "NEXTDEAL TROUBLE", Unless: "NEVER", UnlessAnywhere: "REMEDYOK"),
        new(Scope.TwoSentences, "FIXINSTEAD~12~TROUBLE DONTFILE|WAITMORE|FREEBIE", Unless: "NEVER", UnlessAnywhere: "REMEDYOK"),
        new(Scope.TwoSentences, "FIXINSTEAD~15~DONTFILE", Unless: "NEVER", UnlessAnywhere: "REMEDYOK"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("For the 60 cracked lids we give you 60 free lids in your next order, ok?"),
        new("No need refund for the broken handles, we send screws and a video and your worker can fix it."),
        new("About the leaking bottles, boss says 8 % discount on the next container."),
        new("坏了的50个下次订单给您补上，再多送10个，这次就别申请退款了。", "zh"),
        new("Por las sillas rotas le damos un descuento en el próximo pedido.", "es"),
        new("Pour les lampes cassées, on vous fait une remise sur la prochaine commande.", "fr"),
        new("For the 90 broken motors they send spare parts free by sea, and we repair them ourselves."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("We refunded the 12 broken cups on the order page today."),
        new("Every carton has two spare screws and a manual."),
        new("The new lids arrived and work, thank you, the matter is closed."),
        new("退款已经原路退回，请查收。", "zh"),
        new("Cada caja lleva tornillos de repuesto y un manual.", "es"),
        new("Nous vous avons remboursé intégralement via la plateforme.", "fr"),
    ];
}
