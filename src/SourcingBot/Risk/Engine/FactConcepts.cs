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
    private static readonly int StrangeLink = Concept.IdOf("LINKSTRANGE");
    private static readonly int PosingLink = Concept.IdOf("LINKPOSING");
    private static readonly int FreeMail = Concept.IdOf("MAILFREE");
    private static readonly int PosingMail = Concept.IdOf("MAILPOSING");
    private static readonly int MailAddress = Concept.IdOf("MAILADDRESS");
    private static readonly int SeaTerm = Concept.IdOf("TERM_SEA");
    private static readonly int OldTerm = Concept.IdOf("TERM_OLD");
    private static readonly int FarLess = Concept.IdOf("FARLESS");
    private static readonly int Dearer = Concept.IdOf("LITTLEMORE");
    private static readonly int Fewer = Concept.IdOf("FEWER");

    /// <summary>Two amounts further apart than this are not held against each other.</summary>
    private const int Side = 14;

    /// <summary>For ships alone by Incoterms 2020; for containers, air and parcels the ICC names FCA, CPT and CIP instead.</summary>
    private static readonly string[] ForShips = ["FOB", "FAS", "CFR", "CIF", "CNF"];

    /// <summary>No rules of Incoterms 2020.</summary>
    private static readonly string[] Old = ["DDU", "DAT", "DEQ", "DES", "DAF", "CNF"];

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
            if (ForShips.Contains(term.Value.Term)) Hit(message, hits, SeaTerm, term.Span);
            if (Old.Contains(term.Value.Term)) Hit(message, hits, OldTerm, term.Span);
        }

        for (var i = 0; i < facts.Banks.Count; i++)
        {
            var bank = facts.Banks[i];
            Hit(message, hits, BankDetails, bank.Span);
            if (bank.Value.Country is { } country && country != Domestic) Hit(message, hits, BankAbroad, bank.Span);
        }

        for (var i = 0; i < facts.Methods.Count; i++) Hit(message, hits, Method, facts.Methods[i].Span);
        for (var i = 0; i < facts.Links.Count; i++)
        {
            var link = facts.Links[i];
            if (WebPlaces.IsKnown(link.Value.Host)) continue;
            Hit(message, hits, StrangeLink, link.Span);
            if (WebPlaces.IsPosing(link.Value.Host)) Hit(message, hits, PosingLink, link.Span);
        }

        for (var i = 0; i < facts.Emails.Count; i++)
        {
            var email = facts.Emails[i];
            Hit(message, hits, MailAddress, email.Span);
            if (WebPlaces.IsFreeMail(email.Value)) Hit(message, hits, FreeMail, email.Span);
            else if (WebPlaces.IsPosing(HostOf(email.Value))) Hit(message, hits, PosingMail, email.Span);
        }
        for (var i = 1; i < facts.Money.Count; i++) Compare(facts.Money[i - 1], facts.Money[i], message, hits);
        for (var i = 1; i < facts.Quantities.Count; i++) Compare(facts.Quantities[i - 1], facts.Quantities[i], message, hits);
    }

    /// <summary>Two amounts side by side: one far below the other is another value for the same thing, one a little above it a price that rose.</summary>
    private static void Compare(in Fact<Money> first, in Fact<Money> second, TaggedMessage message, ConceptHits hits)
    {
        var (x, y) = (first.Value, second.Value);
        if (x.Currency != y.Currency || x.Amount <= 0 || y.Amount <= 0 || Between(first.Span, second.Span, message) is not { } both) return;
        var ratio = Math.Max(x.Amount, y.Amount) / Math.Min(x.Amount, y.Amount);
        if (ratio is >= 2 and <= 200) hits.Add(both with { Concept = FarLess });
        if (ratio is > 1 and <= 1.6m) hits.Add(both with { Concept = Dearer });
    }

    /// <summary>Two counts of the same things, one somewhat lower: some are missing.</summary>
    private static void Compare(in Fact<Quantity> first, in Fact<Quantity> second, TaggedMessage message, ConceptHits hits)
    {
        var (x, y) = (first.Value, second.Value);
        if (x.Unit != y.Unit || x.Value <= 0 || y.Value <= 0 || x.Value == y.Value || Between(first.Span, second.Span, message) is not { } both) return;
        if (Math.Max(x.Value, y.Value) / Math.Min(x.Value, y.Value) <= 2) hits.Add(both with { Concept = Fewer });
    }

    private static ConceptHit? Between(TextSpan first, TextSpan second, TaggedMessage message)
    {
        if (message.TokensAt(first) is not { } from || message.TokensAt(second) is not { } to) return null;
        return to.First > from.Last && to.First - from.Last <= Side ? new ConceptHit(-1, from.First, to.Last) : null;
    }

    private static string HostOf(string email) => email[(email.IndexOf('@', StringComparison.Ordinal) + 1)..].ToLowerInvariant();

    private static void Hit(TaggedMessage message, ConceptHits hits, int concept, TextSpan span)
    {
        if (message.TokensAt(span) is { } at) hits.Add(new ConceptHit(concept, at.First, at.Last));
    }
}
