using SourcingBot.Quotes;
using SourcingBot.Text;

namespace SourcingBot.Risk.Engine;

/// <summary>A message with its facts and the concepts in it: all that rules look at.</summary>
internal sealed class TaggedMessage
{
    private static readonly int Negation = Concept.IdOf("NEG");
    private static readonly int Shield = Concept.IdOf("PSEUDONEG");
    private static readonly int[] Calming = [Concept.IdOf("POLICY"), Concept.IdOf("STORY"), Concept.IdOf("SETTLED")];
    private static readonly int Live = Concept.IdOf("LIVE");

    /// <summary>A negation reverses what follows it in its clause, so many words far.</summary>
    private const int NegationReach = 5;

    /// <summary>A message with more sentences is calm only near the words that calm it.</summary>
    private const int ShortMessage = 8;

    /// <summary>So many sentences away those words still calm.</summary>
    private const int CalmReach = 2;

    private readonly Dictionary<int, List<ConceptHit>> _hits = [];
    private readonly List<Token> _tokens;
    private readonly FoldedText _text;

    /// <summary>Reads a message.</summary>
    /// <param name="text">As it was given.</param>
    /// <param name="facts">What was read from it.</param>
    public TaggedMessage(string text, Quote facts)
    {
        Facts = facts;
        _text = FoldedText.Of(text);
        _tokens = Tokens.Of(_text);
        var hits = new List<ConceptHit>(64);
        Lexicon.BuiltIn.Tag(_text, _tokens, hits);
        FactConcepts.Add(facts, this, hits);
        var negations = hits.Where(h => h.Concept == Negation).ToList();
        var shields = hits.Where(h => h.Concept == Shield).ToList();
        negations.RemoveAll(n => shields.Exists(s => s.First <= n.Last && n.First <= s.Last));
        foreach (var hit in hits.OrderBy(h => h.First))
        {
            if (!_hits.TryGetValue(hit.Concept, out var list)) _hits[hit.Concept] = list = [];
            list.Add(hit with { Negated = IsNegated(hit, negations) });
        }
    }

    /// <summary>What was read from it.</summary>
    public Quote Facts { get; }

    /// <summary>How many words there are.</summary>
    public int WordCount => _tokens.Count;

    /// <summary>Whether any concept but mood was found: a sign that the language is read.</summary>
    public int ConceptCount => _hits.Count;

    /// <summary>Hits of one of several concepts that no negation reverses, in the order of the text.</summary>
    /// <param name="concepts">The concepts.</param>
    public IEnumerable<ConceptHit> Of(int[] concepts)
    {
        foreach (var concept in concepts)
        {
            if (!_hits.TryGetValue(concept, out var list)) continue;
            foreach (var hit in list)
            {
                if (!hit.Negated) yield return hit;
            }
        }
    }

    /// <summary>Whether a concept occurs, negated or not.</summary>
    /// <param name="concept">The concept.</param>
    public bool Has(int concept) => _hits.ContainsKey(concept);

    /// <summary>Whether a concept occurs, by its name.</summary>
    /// <param name="concept">The name.</param>
    public bool Has(string concept) => Has(Concept.IdOf(concept));

    /// <summary>Whether a concept occurs in a window, negated or not.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="window">First and last token.</param>
    public bool HasIn(int concept, (int First, int Last) window) =>
        _hits.TryGetValue(concept, out var list) && list.Exists(h => h.First >= window.First && h.Last <= window.Last);

    /// <summary>The words around a hit that a scope takes in.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="hit">The hit.</param>
    public (int First, int Last) Window(Scope scope, ConceptHit hit)
    {
        bool In(Token t) => scope switch
        {
            Scope.Clause => t.Clause >= _tokens[hit.First].Clause && t.Clause <= _tokens[hit.Last].Clause,
            Scope.Sentence => t.Sentence == _tokens[hit.First].Sentence,
            Scope.TwoSentences => Math.Abs(t.Sentence - _tokens[hit.First].Sentence) <= 1,
            _ => Math.Abs(t.Sentence - _tokens[hit.First].Sentence) <= ShortMessage,
        };
        var (first, last) = (hit.First, hit.Last);
        while (first > 0 && In(_tokens[first - 1])) first--;
        while (last + 1 < _tokens.Count && In(_tokens[last + 1])) last++;
        return (first, last);
    }

    /// <summary>Whether the words around a hit teach, tell a finished story or report a refusal, and nobody has still to decide.</summary>
    /// <param name="hit">The hit.</param>
    public bool IsCalmAt(ConceptHit hit)
    {
        if (Has(Live)) return false;
        var isShort = _tokens[^1].Sentence < ShortMessage;
        return Calming.Any(c => _hits.TryGetValue(c, out var list)
            && list.Exists(h => isShort || Math.Abs(_tokens[h.First].Sentence - _tokens[hit.First].Sentence) <= CalmReach));
    }

    /// <summary>Whether the words around a stretch are calm.</summary>
    /// <param name="span">The stretch.</param>
    public bool IsCalm(TextSpan span) => TokensAt(span) is { } at && IsCalmAt(new ConceptHit(-1, at.First, at.Last));

    /// <summary>Whether a negation reverses a stretch.</summary>
    /// <param name="span">The stretch.</param>
    public bool IsNegated(TextSpan span) => TokensAt(span) is { } at && _hits.TryGetValue(Negation, out var all)
        && IsNegated(new ConceptHit(-1, at.First, at.Last), all);

    /// <summary>Where a hit stands in the text as it was given.</summary>
    /// <param name="hit">The hit.</param>
    public TextSpan SpanOf(ConceptHit hit)
    {
        var (first, last) = (_tokens[hit.First], _tokens[hit.Last]);
        return _text.SourceOf(first.Start, last.Start + last.Length - first.Start);
    }

    /// <summary>The tokens that a stretch of the text covers; null where it covers none.</summary>
    /// <param name="span">The stretch.</param>
    public (int First, int Last)? TokensAt(TextSpan span)
    {
        var from = _text.IndexAt(span.Start);
        var to = _text.IndexAt(span.End);
        var first = _tokens.FindIndex(t => t.Start + t.Length > from);
        if (first < 0 || _tokens[first].Start >= to) return null;
        var last = first;
        while (last + 1 < _tokens.Count && _tokens[last + 1].Start < to) last++;
        return (first, last);
    }

    private bool IsNegated(ConceptHit hit, List<ConceptHit> negations) => negations.Exists(n =>
        n.Last < hit.First && hit.First - n.Last <= NegationReach && _tokens[n.First].Clause == _tokens[hit.First].Clause);
}
