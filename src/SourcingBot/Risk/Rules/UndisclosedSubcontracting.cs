using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Made somewhere else.</summary>
internal sealed class UndisclosedSubcontracting : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "undisclosed-subcontracting";

    /// <inheritdoc/>
    public override string Category => "inspection-refusal";

    /// <inheritdoc/>
    public override string Title => "Made somewhere else";

    /// <inheritdoc/>
    public override string Why => "What you checked and agreed with one factory does not bind another.";

    /// <inheritdoc/>
    public override string Do => "Ask where it is made. Have that place named in the order and inspected.";

    /// <inheritdoc/>
    public override string Reply => "Please name the workshop and its address. The inspection will take place there.";

    /// <inheritdoc/>
    public override string Source => "sofeast.com, hidden subcontracting (vol. 21)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "OUTSOURCE~6~MAKEWORD", Unless: "NEVER", UnlessAnywhere: "POLICY STORY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("We are too busy now, so another workshop makes your order, same boss."),
        new("They gave my order to a friend's factory and did not tell me."),
        new("我们忙不过来，订单转给合作工厂做了。", "zh"),
        new("Estamos llenos, otro taller hace su producción.", "es"),
        new("Nous sommes débordés, une autre usine fabrique votre commande.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("All goods are made in our own factory, line 3."),
        new("The plating is done by the shop named in the contract."),
        new("全部在本厂生产。", "zh"),
        new("Producimos todo en nuestra fábrica.", "es"),
        new("Nous fabriquons tout chez nous.", "fr"),
    ];
}
