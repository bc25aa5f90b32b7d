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
    private readonly int[] _sentenceStarts;
    private readonly int[] _clauseStarts;
    private readonly int[] _negationBefore;
    private readonly HashSet<int> _calmSentences;

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
        _sentenceStarts = Starts(t => t.Sentence);
        _clauseStarts = Starts(t => t.Clause);
        _negationBefore = NegationsBefore(hits);
        hits.Sort((x, y) => x.First.CompareTo(y.First));
        foreach (var hit in hits)
        {
            if (!_hits.TryGetValue(hit.Concept, out var list)) _hits[hit.Concept] = list = [];
            list.Add(hit with { Negated = IsNegated(hit) });
        }

        _calmSentences = [.. Calming.SelectMany(c => _hits.GetValueOrDefault(c) ?? []).Select(h => _tokens[h.First].Sentence)];
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

    /// <summary>Hits of one of several concepts inside a window that no negation reverses.</summary>
    /// <param name="concepts">The concepts.</param>
    /// <param name="window">First and last token.</param>
    public IEnumerable<ConceptHit> Within(int[] concepts, (int First, int Last) window)
    {
        foreach (var concept in concepts)
        {
            if (!_hits.TryGetValue(concept, out var list)) continue;
            for (var i = FirstAt(list, window.First); i < list.Count && list[i].First <= window.Last; i++)
            {
                if (!list[i].Negated && list[i].Last <= window.Last) yield return list[i];
            }
        }
    }

    /// <summary>Whether a concept occurs in a window, negated or not.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="window">First and last token.</param>
    public bool HasIn(int concept, (int First, int Last) window)
    {
        if (!_hits.TryGetValue(concept, out var list)) return false;
        for (var i = FirstAt(list, window.First); i < list.Count && list[i].First <= window.Last; i++)
        {
            if (list[i].Last <= window.Last) return true;
        }

        return false;
    }

    /// <summary>The words around a hit that a scope takes in.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="hit">The hit.</param>
    public (int First, int Last) Window(Scope scope, ConceptHit hit)
    {
        var (first, last) = (_tokens[hit.First], _tokens[hit.Last]);
        var reach = scope switch { Scope.TwoSentences => 1, Scope.Message => ShortMessage, _ => 0 };
        return scope == Scope.Clause
            ? Range(_clauseStarts, first.Clause, last.Clause)
            : Range(_sentenceStarts, first.Sentence - reach, last.Sentence + reach);
    }

    /// <summary>Whether the words around a hit teach, tell a finished story or report a refusal, and nobody has still to decide.</summary>
    /// <param name="hit">The hit.</param>
    public bool IsCalmAt(ConceptHit hit)
    {
        if (_calmSentences.Count == 0 || Has(Live)) return false;
        if (_tokens[^1].Sentence < ShortMessage) return true;
        var sentence = _tokens[hit.First].Sentence;
        for (var away = -CalmReach; away <= CalmReach; away++)
        {
            if (_calmSentences.Contains(sentence + away)) return true;
        }

        return false;
    }

    /// <summary>Whether the words around a stretch are calm.</summary>
    /// <param name="span">The stretch.</param>
    public bool IsCalm(TextSpan span) => TokensAt(span) is { } at && IsCalmAt(new ConceptHit(-1, at.First, at.Last));

    /// <summary>Whether a negation reverses a stretch.</summary>
    /// <param name="span">The stretch.</param>
    public bool IsNegated(TextSpan span) => TokensAt(span) is { } at && IsNegated(new ConceptHit(-1, at.First, at.Last));

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
        var (first, beyond) = (0, _tokens.Count);
        while (first < beyond)
        {
            var middle = (first + beyond) / 2;
            if (_tokens[middle].Start + _tokens[middle].Length <= from) first = middle + 1;
            else beyond = middle;
        }

        if (first == _tokens.Count || _tokens[first].Start >= to) return null;
        var last = first;
        while (last + 1 < _tokens.Count && _tokens[last + 1].Start < to) last++;
        return (first, last);
    }

    private bool IsNegated(ConceptHit hit)
    {
        if (hit.First == 0) return false;
        var negation = _negationBefore[hit.First - 1];
        return negation >= 0 && hit.First - negation <= NegationReach && _tokens[negation].Clause == _tokens[hit.First].Clause;
    }

    /// <summary>For each token the last one up to it that ends a negation, or -1. Shielded negations are none.</summary>
    private int[] NegationsBefore(List<ConceptHit> hits)
    {
        var shielded = new bool[_tokens.Count];
        foreach (var shield in hits.Where(h => h.Concept == Shield)) Array.Fill(shielded, true, shield.First, shield.Last - shield.First + 1);
        var before = new int[_tokens.Count];
        Array.Fill(before, -1);
        foreach (var hit in hits.Where(h => h.Concept == Negation && !shielded[h.First] && !shielded[h.Last])) before[hit.Last] = hit.Last;
        for (var i = 1; i < before.Length; i++) before[i] = Math.Max(before[i], before[i - 1]);
        return before;
    }

    /// <summary>Where each sentence or clause begins; one without words begins where the next does.</summary>
    private int[] Starts(Func<Token, int> number)
    {
        var starts = new int[(_tokens.Count == 0 ? 0 : number(_tokens[^1])) + 2];
        Array.Fill(starts, _tokens.Count);
        for (var i = _tokens.Count - 1; i >= 0; i--) starts[number(_tokens[i])] = i;
        for (var i = starts.Length - 2; i >= 0; i--) starts[i] = Math.Min(starts[i], starts[i + 1]);
        return starts;
    }

    private (int First, int Last) Range(int[] starts, int from, int to) =>
        (starts[Math.Max(0, from)], to + 1 < starts.Length ? starts[to + 1] - 1 : _tokens.Count - 1);

    private static int FirstAt(List<ConceptHit> list, int token)
    {
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (list[middle].First < token) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
