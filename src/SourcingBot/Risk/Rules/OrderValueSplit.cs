using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Part of the deal outside the order.</summary>
internal sealed class OrderValueSplit : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "order-value-split";

    /// <inheritdoc/>
    public override string Category => "under-declaration";

    /// <inheritdoc/>
    public override string Title => "Part of the deal outside the order";

    /// <inheritdoc/>
    public override string Why => "Only what stands in the platform's order is covered. The rest is lost when something goes wrong.";

    /// <inheritdoc/>
    public override string Do => "Put the whole value and the whole specification into one order on the platform.";

    /// <inheritdoc/>
    public override string Reply => "Please place the full order value in Trade Assurance. We pay no part outside it.";

    /// <inheritdoc/>
    public override string Source => "Alibaba FAQ 20111753 (n.d.); jingsourcing.com on supplier fees (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "PARTONLINE RESTOUT", Unless: "NEVER T_REFUSED", UnlessAnywhere: "POLICY", Stops: true),
        new(Scope.Sentence, "T_SPLITORDER~6~T_PLATFORM REST|DIRECT|T_BYPASS", Unless: "NEVER T_REFUSED", UnlessAnywhere: "POLICY", Stops: true),
        new(Scope.Sentence, "TOKENORDER RESTOUT", Unless: "NEVER T_REFUSED", UnlessAnywhere: "POLICY", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Make a small order of 100 USD on the platform and the rest by bank transfer, less commission."),
        new("They propose half the price in Trade Assurance and the other half direct to their bank."),
        new("平台上下小单，余款走线下。", "zh"),
        new("Mitad por la plataforma y el resto por transferencia directa.", "es"),
        new("La moitié sur la plateforme et le reste par virement direct.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Deposit and balance are both paid in the Trade Assurance order."),
        new("The shipment goes in two lots, both in one order."),
        new("定金和尾款都在信保订单里付。", "zh"),
        new("El anticipo y el saldo van en el mismo pedido.", "es"),
        new("L'acompte et le solde sont dans la même commande.", "fr"),
    ];
}
