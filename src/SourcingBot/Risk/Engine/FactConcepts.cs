using SourcingBot.Quotes;
using SourcingBot.Text;

namespace SourcingBot.Risk.Engine;

/// <summary>Makes concepts of facts, so that frames can ask for an amount or a term as for a word.</summary>
internal static class FactConcepts
{
    private const string Domestic = "CN";
    private static readonly int Money = Concept.IdOf("MONEY");
    private static readonly int Share = Concept.IdOf("PCT");
    private static readonly int WholeShare = Concept.IdOf("WHOLESHARE");
    private static readonly int Term = Concept.IdOf("TERM");
    private static readonly int TermWithoutPlace = Concept.IdOf("TERM_NOPLACE");
    private static readonly int TermWithPlace = Concept.IdOf("TERM_PLACE");
    private static readonly int Ddp = Concept.IdOf("TERM_DDP");
    private static readonly int BankDetails = Concept.IdOf("BANKDETAILS");
    private static readonly int BankAbroad = Concept.IdOf("ABROADBANK");
    private static readonly int Method = Concept.IdOf("METHOD");

    /// <summary>Adds the hits.</summary>
    /// <param name="facts">What was read.</param>
    /// <param name="message">The message, for its tokens.</param>
    /// <param name="hits">Receives the hits.</param>
    public static void Add(Quote facts, TaggedMessage message, ConceptHits hits)
    {
        for (var i = 0; i < facts.Money.Count; i++) Hit(message, hits, Money, facts.Money[i].Span);
        for (var i = 0; i < facts.Payment.Count; i++)
        {
            var share = facts.Payment[i];
            Hit(message, hits, Share, share.Span);
            if (share.Value.Percent == 100) Hit(message, hits, WholeShare, share.Span);
        }

        for (var i = 0; i < facts.Terms.Count; i++)
        {
            var term = facts.Terms[i];
            Hit(message, hits, Term, term.Span);
            Hit(message, hits, term.Value.Place is null ? TermWithoutPlace : TermWithPlace, term.Span);
            if (term.Value.Term == "DDP") Hit(message, hits, Ddp, term.Span);
        }

        for (var i = 0; i < facts.Banks.Count; i++)
        {
            var bank = facts.Banks[i];
            Hit(message, hits, BankDetails, bank.Span);
            if (bank.Value.Country is { } country && country != Domestic) Hit(message, hits, BankAbroad, bank.Span);
        }

        for (var i = 0; i < facts.Methods.Count; i++) Hit(message, hits, Method, facts.Methods[i].Span);
    }

    private static void Hit(TaggedMessage message, ConceptHits hits, int concept, TextSpan span)
    {
        if (message.TokensAt(span) is { } at) hits.Add(new ConceptHit(concept, at.First, at.Last));
    }
}
