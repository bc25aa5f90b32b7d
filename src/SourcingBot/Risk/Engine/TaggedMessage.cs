using NodaTime;
using SourcingBot.Quotes;
using SourcingBot.Text;

namespace SourcingBot.Risk.Engine;

/// <summary>A message with its facts and the concepts in it: all that rules and the learned score look at. Valid until it is given back.</summary>
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

    /// <summary>A message of more words does not keep its buffers for the next.</summary>
    private const int MostWordsKept = 4000;

    [ThreadStatic]
    private static TaggedMessage? _spare;

    private readonly ConceptHits _hits = new();
    private readonly List<Token> _tokens = [];
    private readonly FoldedText _text = new();
    private readonly Places _sentences = new();
    private readonly Places _clauses = new();
    private int[] _negationBefore = [];
    private bool[] _marks = [];
    private bool _hasCalm;
    private bool _hasLive;

    private TaggedMessage()
    {
    }

    /// <summary>What was read from it.</summary>
    public Quote Facts { get; private set; } = Quote.Empty;

    /// <summary>How many words there are.</summary>
    public int WordCount => _tokens.Count;

    /// <summary>How many different concepts were found: a sign that the language is read.</summary>
    public int ConceptCount => _hits.ConceptCount;

    /// <summary>The folded text.</summary>
    public FoldedText Text => _text;

    /// <summary>Its words.</summary>
    public List<Token> Words => _tokens;

    /// <summary>All concepts found, by concept and then by place.</summary>
    public ReadOnlySpan<ConceptHit> Hits => _hits.All;

    /// <summary>Reads a message. Give it back with <see cref="Return"/> when nothing of it is needed any more.</summary>
    /// <param name="text">As it was given.</param>
    /// <param name="anchor">The day it was sent, where known.</param>
    public static TaggedMessage Read(string text, LocalDate? anchor = null)
    {
        var message = _spare ?? new TaggedMessage();
        _spare = null;
        message.Fill(text, anchor);
        return message;
    }

    /// <summary>Gives the buffers back for the next message on this thread.</summary>
    public void Return()
    {
        if (_tokens.Count <= MostWordsKept) _spare = this;
    }

    /// <summary>Hits of a concept, negated ones too, in the order of the text.</summary>
    /// <param name="concept">The concept.</param>
    public ReadOnlySpan<ConceptHit> Of(int concept) => _hits.Of(concept);

    /// <summary>Whether a concept occurs, negated or not.</summary>
    /// <param name="concept">The concept.</param>
    public bool Has(int concept) => _hits.Of(concept).Length > 0;

    /// <summary>Whether a concept occurs, by its name.</summary>
    /// <param name="concept">The name.</param>
    public bool Has(string concept) => Has(Concept.IdOf(concept));

    /// <summary>Whether one of several concepts occurs, negated or not.</summary>
    /// <param name="concepts">The concepts.</param>
    public bool HasAny(int[] concepts)
    {
        foreach (var concept in concepts)
        {
            if (Has(concept)) return true;
        }

        return false;
    }

    /// <summary>Hits of a concept that begin inside a window, negated ones too.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="window">First and last token.</param>
    public ReadOnlySpan<ConceptHit> Within(int concept, (int First, int Last) window)
    {
        var all = _hits.Of(concept);
        if (all.Length == 0) return all;
        var from = FirstAt(all, window.First);
        var to = from;
        while (to < all.Length && all[to].First <= window.Last) to++;
        return all[from..to];
    }

    /// <summary>Whether a concept occurs in a window, negated or not.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="window">First and last token.</param>
    public bool HasIn(int concept, (int First, int Last) window)
    {
        foreach (ref readonly var hit in Within(concept, window))
        {
            if (hit.Last <= window.Last) return true;
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
            ? _clauses.Range(first.Clause, last.Clause, _tokens.Count)
            : _sentences.Range(first.Sentence - reach, last.Sentence + reach, _tokens.Count);
    }

    /// <summary>Whether the words around a hit teach, tell a finished story or report a refusal, and nobody has still to decide.</summary>
    /// <param name="hit">The hit.</param>
    public bool IsCalmAt(ConceptHit hit)
    {
        if (!_hasCalm || _hasLive) return false;
        if (_tokens[^1].Sentence < ShortMessage) return true;
        var sentence = _tokens[hit.First].Sentence;
        foreach (var concept in Calming)
        {
            foreach (ref readonly var calm in _hits.Of(concept))
            {
                if (Math.Abs(_tokens[calm.First].Sentence - sentence) <= CalmReach) return true;
            }
        }

        return false;
    }

    /// <summary>Whether the words around a stretch are calm.</summary>
    /// <param name="span">The stretch.</param>
    public bool IsCalm(TextSpan span) => TokensAt(span) is { } at && IsCalmAt(new ConceptHit(-1, at.First, at.Last));

    /// <summary>Whether a negation reverses a stretch.</summary>
    /// <param name="span">The stretch.</param>
    public bool IsNegated(TextSpan span) => TokensAt(span) is { } at && IsNegatedAt(at.First);

    /// <summary>Where a hit stands in the text as it was given.</summary>
    /// <param name="hit">The hit.</param>
    public TextSpan SpanOf(ConceptHit hit) => SpanOf(hit.First, hit.Last);

    /// <summary>Where words stand in the text as it was given.</summary>
    /// <param name="firstWord">The first.</param>
    /// <param name="lastWord">The last.</param>
    public TextSpan SpanOf(int firstWord, int lastWord)
    {
        var (first, last) = (_tokens[firstWord], _tokens[lastWord]);
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

    private void Fill(string text, LocalDate? anchor)
    {
        _text.Fold(text);
        Facts = QuoteReader.Read(_text, anchor);
        Tokens.Cut(_text, _tokens);
        _hits.Clear();
        Lexicon.BuiltIn.Tag(_text, _tokens, _hits);
        FactConcepts.Add(Facts, this, _hits);
        _sentences.Fill(_tokens, static t => t.Sentence);
        _clauses.Fill(_tokens, static t => t.Clause);
        FindNegations();
        foreach (ref var hit in _hits.InOrderAdded)
        {
            if (IsNegatedAt(hit.First)) hit = hit with { Negated = true };
        }

        // Facts were added behind the words; the sort by concept keeps the order of the text only if it comes first.
        _hits.InOrderAdded.Sort(static (x, y) => x.First.CompareTo(y.First));
        _hits.Sort();
        _hasLive = Has(Live);
        _hasCalm = HasAny(Calming);
    }

    private bool IsNegatedAt(int token)
    {
        if (token == 0) return false;
        var negation = _negationBefore[token - 1];
        return negation >= 0 && token - negation <= NegationReach && _tokens[negation].Clause == _tokens[token].Clause;
    }

    /// <summary>For each token the last one up to it that ends a negation, or -1. Shielded negations are none.</summary>
    private void FindNegations()
    {
        var count = _tokens.Count;
        if (_negationBefore.Length < count) (_negationBefore, _marks) = (new int[count * 2], new bool[count * 2]);
        var before = _negationBefore.AsSpan(0, count);
        var shielded = _marks.AsSpan(0, count);
        before.Fill(-1);
        shielded.Clear();
        foreach (ref readonly var hit in _hits.InOrderAdded)
        {
            if (hit.Concept == Shield) shielded[hit.First..(hit.Last + 1)].Fill(true);
        }

        foreach (ref readonly var hit in _hits.InOrderAdded)
        {
            if (hit.Concept == Negation && !shielded[hit.First] && !shielded[hit.Last]) before[hit.Last] = hit.Last;
        }

        for (var i = 1; i < count; i++) before[i] = Math.Max(before[i], before[i - 1]);
    }

    private static int FirstAt(ReadOnlySpan<ConceptHit> hits, int token)
    {
        var (low, high) = (0, hits.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].First < token) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Where each sentence or clause begins; one without words begins where the next does.</summary>
    private sealed class Places
    {
        private int[] _starts = new int[64];
        private int _count;

        public void Fill(List<Token> tokens, Func<Token, int> number)
        {
            _count = (tokens.Count == 0 ? 0 : number(tokens[^1])) + 2;
            if (_starts.Length < _count) _starts = new int[_count * 2];
            var starts = _starts.AsSpan(0, _count);
            starts.Fill(tokens.Count);
            for (var i = tokens.Count - 1; i >= 0; i--) starts[number(tokens[i])] = i;
            for (var i = _count - 2; i >= 0; i--) starts[i] = Math.Min(starts[i], starts[i + 1]);
        }

        public (int First, int Last) Range(int from, int to, int tokens) =>
            (_starts[Math.Max(0, from)], to + 1 < _count ? _starts[to + 1] - 1 : tokens - 1);
    }
}
