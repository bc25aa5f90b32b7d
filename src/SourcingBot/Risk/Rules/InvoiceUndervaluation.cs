using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>A false customs value.</summary>
internal sealed class InvoiceUndervaluation : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "invoice-undervaluation";

    /// <inheritdoc/>
    public override string Category => "under-declaration";

    /// <inheritdoc/>
    public override string Title => "A false customs value";

    /// <inheritdoc/>
    public override string Why => "The importer answers for what is declared: duty, fines, and goods that are held.";

    /// <inheritdoc/>
    public override string Do => "Do not agree, not even by silence. Have the full value and the right HS code declared.";

    /// <inheritdoc/>
    public override string Reply => "Please declare the full transaction value and the correct HS code. We accept no lower figure.";

    /// <inheritdoc/>
    public override string Source => "canada-usblog.com on undervaluation (8 Sep 2017); blog.transmodal.net (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "LOWDECLARE~6~LOWVALUE", Unless: "NEVER T_TRUEVALUE T_REFUSED", UnlessAnywhere: "POLICY STORY", Stops: true),
        new(Scope.Sentence, "LOWDECLARE FARLESS", Unless: "NEVER T_TRUEVALUE T_REFUSED", UnlessAnywhere: "POLICY STORY", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("For customs I can declare a lower value, 200 USD, so you save duty."),
        new("They want to mark it as gift of no value on the invoice, is that ok?"),
        new("申报价可以写低一点，帮您省税。", "zh"),
        new("Podemos declarar un valor menor en la factura para ahorrar impuestos.", "es"),
        new("On peut déclarer une valeur plus basse pour économiser la douane.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("The declared value equals the total of the proforma invoice."),
        new("We never declare a lower value for anybody."),
        new("按实际金额申报。", "zh"),
        new("Declaramos el valor real.", "es"),
        new("Nous déclarons la valeur réelle.", "fr"),
    ];
}
