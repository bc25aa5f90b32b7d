using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Trade term without a place.</summary>
internal sealed class IncotermMissingPlace : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "incoterm-missing-place";

    /// <inheritdoc/>
    public override string Category => "incoterm-gap";

    /// <inheritdoc/>
    public override string Title => "Trade term without a place";

    /// <inheritdoc/>
    public override string Why => "A term such as FOB or CIF says nothing until it names the port or place: it decides who pays for what from where on.";

    /// <inheritdoc/>
    public override string Do => "Ask for the exact port or address and “Incoterms 2020” in the quote.";

    /// <inheritdoc/>
    public override string Reply => "Please name the exact port or place for this term, and Incoterms 2020.";

    /// <inheritdoc/>
    public override string Source => "Incoterms 2020: each rule has a named place (ICC wall chart, 2019)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("FOB price is 2.10 USD per piece, MOQ 500."),
        new("We quote CIF USA 3.40 USD each."),
        new("FOB价格每件2.5美元。", "zh"),
        new("Precio FOB 4,20 USD por unidad.", "es"),
        new("Prix CIF 3,10 USD la pièce.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("FOB Ningbo 2.10 USD per piece, Incoterms 2020."),
        new("What does FOB mean exactly?"),
        new("FOB宁波，每件2.5美元。", "zh"),
        new("CIF Hamburg 3.40 USD per set, 500 sets."),
        new("EXW Yiwu, Zhejiang: 1.20 USD each."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "TERM_SHAKY DOORPRICE|MONEY|PRICECTX|LIVE", Unless: "NEVER", UnlessAnywhere: "TERMQ"),
    ];

    /// <inheritdoc/>
    internal override RuleMatch? Match(TaggedMessage message)
    {
        // The term is offered only where a price or order stands with it; a question about a term is not an offer.
        if (message.Has("TERMQ")) return null;
        if (base.Match(message) is { } shaky) return shaky;
        var bare = message.Facts.Terms.Where(t => t.Value.Term != "DDP" && !TradePlaces.IsNamed(t.Value.Place)).ToList();
        if (bare.Count == 0 || message.Facts.Terms.Any(t => TradePlaces.IsNamed(t.Value.Place))) return null;
        if (message.Facts.Money.Count == 0 && !message.Has("PRICECTX")) return null;
        return message.IsCalm(bare[0].Span) ? null : new RuleMatch([bare[0].Span], Stops: false, []);
    }
}
