using SourcingBot.Risk.Engine;
using SourcingBot.Text;

namespace SourcingBot.Risk.Rules;

/// <summary>DDP offer with open questions.</summary>
internal sealed class DdpIncomplete : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "ddp-incomplete";

    /// <inheritdoc/>
    public override string Category => "ddp-ambiguity";

    /// <inheritdoc/>
    public override string Title => "DDP offer with open questions";

    /// <inheritdoc/>
    public override string Why => "A “duty paid” price is only worth what it names: who imports, which duties and VAT, to which address, and who pays when customs holds it.";

    /// <inheritdoc/>
    public override string Do => "Do not book yet. Send the questions below, and have the answers written into the order.";

    /// <inheritdoc/>
    public override string Reply => "Before we order, please answer:";

    /// <inheritdoc/>
    public override string Source => "Million Dollar Sellers, is it safe to order from Alibaba (6 May 2026)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("We can do DDP to USA at 3.20 USD per kg, no worry."),
        new("DDP price 900 USD all in, 35 days."),
        new("可以做DDP到美国，每公斤22元。", "zh"),
        new("Ofrecemos DDP a Miami por 2,80 USD el kilo.", "es"),
        new("Nous pouvons livrer DDP en France à 3,20 USD le kilo.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("DDP 12 Mill Road, Leeds LS1 4AP: importer of record is our UK company, all duties and VAT included, we bear any customs delay."),
        new("What does DDP include?"),
        new("FOB Ningbo 2.10 USD per piece."),
        new("We have never shipped DDP and cannot offer it."),
        new("Training note: a DDP offer must name the importer of record."),
    ];

    private static readonly (string Concept, string Question)[] Deciding =
    [
        ("IOR", "Who is the importer of record (legal name and tax number)?"),
        ("DUTYSCOPE", "Which duties and taxes are included, and who pays the VAT?"),
        ("DELAYBEAR", "Who pays if customs examines or delays the goods?"),
    ];

    private static readonly int Word = Concept.IdOf("DDPWORD");

    private static readonly string[] AlsoAsk =
        ["Which HS code and customs value will be declared?", "Do we get the customs entry and the duty receipt?", "Is all of this written in the order?"];

    /// <inheritdoc/>
    internal override RuleMatch? Match(TaggedMessage message)
    {
        // The word alone counts too: in disguise and in other scripts it is not read as a term.
        var offers = message.Facts.Terms.Where(t => t.Value.Term == "DDP").ToList();
        TextSpan? found = offers.Count > 0 ? offers[0].Span : FirstWord(message);
        if (found is not { } span || message.Has("TERMQ")) return null;
        if (message.Facts.Money.Count == 0 && !message.Has("DOORPRICE") && !message.Has("OFFER") && !message.Has("REQ")) return null;
        if (message.IsCalm(span) || message.IsNegated(span)) return null;
        var open = Deciding.Where(d => !message.Has(d.Concept)).Select(d => d.Question).ToList();
        if (offers.Count > 0 ? !offers.Exists(o => TradePlaces.IsNamed(o.Value.Place)) : open.Count > 0) open.Add("To which address, with postcode, and is unloading included?");
        return open.Count == 0 ? null : new RuleMatch([span], Stops: false, [.. open, .. AlsoAsk]);
    }

    private static TextSpan? FirstWord(TaggedMessage message)
    {
        foreach (ref readonly var hit in message.Of(Word))
        {
            if (!hit.Negated) return message.SpanOf(hit);
        }

        return null;
    }
}
