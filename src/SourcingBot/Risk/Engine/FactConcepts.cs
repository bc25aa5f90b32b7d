using SourcingBot.Quotes;
using SourcingBot.Text;

namespace SourcingBot.Risk.Engine;

/// <summary>Makes concepts of facts, so that frames can ask for an amount or a term as for a word.</summary>
internal static class FactConcepts
{
    private static readonly HashSet<string> Domestic = new(StringComparer.Ordinal) { "CN" };

    /// <summary>Adds the hits.</summary>
    /// <param name="facts">What was read.</param>
    /// <param name="message">The message, for its tokens.</param>
    /// <param name="hits">Receives the hits.</param>
    public static void Add(Quote facts, TaggedMessage message, List<ConceptHit> hits)
    {
        void Hit(string concept, TextSpan span)
        {
            if (message.TokensAt(span) is { } at) hits.Add(new ConceptHit(Concept.IdOf(concept), at.First, at.Last));
        }

        foreach (var money in facts.Money) Hit("MONEY", money.Span);
        foreach (var share in facts.Payment)
        {
            Hit("PCT", share.Span);
            if (share.Value.Percent == 100) Hit("WHOLESHARE", share.Span);
        }

        foreach (var term in facts.Terms)
        {
            Hit("TERM", term.Span);
            Hit(term.Value.Place is null ? "TERM_NOPLACE" : "TERM_PLACE", term.Span);
            if (term.Value.Term == "DDP") Hit("TERM_DDP", term.Span);
        }

        foreach (var bank in facts.Banks)
        {
            Hit("BANKDETAILS", bank.Span);
            if (bank.Value.Country is { } country && !Domestic.Contains(country)) Hit("ABROADBANK", bank.Span);
        }

        foreach (var method in facts.Methods) Hit("METHOD", method.Span);
    }
}
