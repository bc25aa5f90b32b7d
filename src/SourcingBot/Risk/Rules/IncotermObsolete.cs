using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>A trade term that no longer exists.</summary>
internal sealed class IncotermObsolete : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "incoterm-obsolete";

    /// <inheritdoc/>
    public override string Category => "incoterm-gap";

    /// <inheritdoc/>
    public override string Title => "A trade term that no longer exists";

    /// <inheritdoc/>
    public override string Why => "C&F, CNF, DDU and DAT are no rules of Incoterms 2020, and two sides may mean different things by them.";

    /// <inheritdoc/>
    public override string Do => "Ask for the rule of Incoterms 2020: CFR instead of C&F or CNF, DAP or DPU instead of DDU or DAT.";

    /// <inheritdoc/>
    public override string Reply => "Please restate the price under Incoterms 2020, with the named place.";

    /// <inheritdoc/>
    public override string Source => "ICC, Incoterms 2020";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Low;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "TERM_OLD MONEY|PRICECTX|REQ|OFFER|LIVE", Unless: "NEVER", UnlessAnywhere: "TERMQ POLICY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("We offer CNF Karachi 2.20 USD per kg."),
        new("Price is DDU Warsaw 5.10 USD each."),
        new("CNF卡拉奇每公斤2.2美元。", "zh"),
        new("Precio DDU Lima 5,10 USD por unidad.", "es"),
        new("Prix DDU Lyon 5,10 USD la pièce.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("CFR Karachi port 2.20 USD per kg, Incoterms 2020."),
        new("What is the difference between DDU and DAP?"),
        new("DAP华沙，每件5美元。", "zh"),
        new("DAP Lima, 5,10 USD por unidad.", "es"),
        new("DAP Lyon, 12 rue Bleue, 5,10 USD.", "fr"),
    ];
}
