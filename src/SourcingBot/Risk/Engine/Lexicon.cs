using SourcingBot.Text;

namespace SourcingBot.Risk.Engine;

/// <summary>All entries of all languages as one automaton over words: mixed languages are common, so every message is read with all of them.</summary>
internal sealed class Lexicon
{
    private const int AnyWord = 0;

    /// <summary>Beginnings of a word are asked up to this many characters.</summary>
    private readonly int _longestPrefix;

    private readonly HashTable _words;
    private readonly HashTable _prefixes;
    private readonly HashTable _edges;
    private readonly int[] _fromRoot;
    private readonly int[][] _concepts;
    private readonly int[] _any;

    [ThreadStatic]
    private static Symbols? _spare;

    /// <summary>Builds the automaton.</summary>
    /// <param name="built">The entries.</param>
    internal Lexicon(LexiconBuilder built)
    {
        _words = new HashTable([.. built.Words.Select(w => KeyValuePair.Create(WordHash.Of(w.Key), w.Value))]);
        _prefixes = new HashTable([.. built.Prefixes.Select(w => KeyValuePair.Create(WordHash.Of(w.Key), w.Value))]);
        _edges = new HashTable([.. built.Edges.Where(e => e.Key.Node != 0).Select(e => KeyValuePair.Create(Key(e.Key.Node, e.Key.Symbol), e.Value))]);
        _concepts = [.. built.Concepts.Select(c => c.ToArray())];
        _fromRoot = new int[built.SymbolCount];
        Array.Fill(_fromRoot, -1);
        foreach (var ((node, symbol), next) in built.Edges)
        {
            if (node == 0) _fromRoot[symbol] = next;
        }

        _any = [.. Enumerable.Range(0, _concepts.Length).Select(n => built.Edges.GetValueOrDefault((n, AnyWord), -1))];
        _longestPrefix = built.Prefixes.Keys.Max(p => p.Length);
    }

    /// <summary>The lexicon of the data files.</summary>
    public static Lexicon BuiltIn { get; } = new(LexiconBuilder.FromDataFiles());

    /// <summary>Tags a text with concepts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="hits">Receives the hits, in the order in which they begin.</param>
    public void Tag(FoldedText text, List<Token> tokens, ConceptHits hits)
    {
        // For each word: its own symbol and those of its beginnings that the lexicon knows.
        var symbols = _spare ?? new Symbols();
        _spare = null;
        symbols.Clear(tokens.Count);
        foreach (var token in tokens) AddSymbols(text.Chars.Slice(token.Start, token.Length), symbols);
        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var symbol in symbols.Of(i))
            {
                if (_fromRoot[symbol] is >= 0 and var next) Follow(symbols, next, i, i + 1, hits);
            }

            if (_fromRoot[AnyWord] is >= 0 and var any) Follow(symbols, any, i, i + 1, hits);
        }

        _spare = symbols;
    }

    private void AddSymbols(ReadOnlySpan<char> word, Symbols symbols)
    {
        var hash = WordHash.Empty;
        for (var n = 0; n < word.Length; n++)
        {
            hash = WordHash.Add(hash, word[n]);
            if (n < _longestPrefix && _prefixes.Find(hash) is >= 0 and var prefix) symbols.Add(prefix);
        }

        if (_words.Find(hash) is >= 0 and var exact) symbols.Add(exact);
        symbols.EndWord();
    }

    private void Follow(Symbols symbols, int node, int start, int at, ConceptHits hits)
    {
        foreach (var concept in _concepts[node]) hits.Add(new ConceptHit(concept, start, at - 1));
        if (at >= symbols.Count) return;
        foreach (var symbol in symbols.Of(at))
        {
            if (_edges.Find(Key(node, symbol)) is >= 0 and var next) Follow(symbols, next, start, at + 1, hits);
        }

        if (_any[node] >= 0) Follow(symbols, _any[node], start, at + 1, hits);
    }

    private static ulong Key(int node, int symbol) => ((ulong)(uint)node << 32) | (uint)symbol;

    /// <summary>The symbols of each word of a message, reused from message to message.</summary>
    private sealed class Symbols
    {
        private int[] _all = new int[512];
        private int[] _starts = new int[256];
        private int _count;

        public int Count { get; private set; }

        public void Clear(int words)
        {
            if (_starts.Length <= words) _starts = new int[words * 2];
            (Count, _count) = (0, 0);
        }

        public void Add(int symbol)
        {
            if (_count == _all.Length) Array.Resize(ref _all, _count * 2);
            _all[_count++] = symbol;
        }

        public void EndWord() => _starts[++Count] = _count;

        public ReadOnlySpan<int> Of(int word) => _all.AsSpan(_starts[word], _starts[word + 1] - _starts[word]);
    }
}
