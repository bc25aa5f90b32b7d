using System.Collections.Frozen;
using System.Runtime.InteropServices;
using SourcingBot.Text;

namespace SourcingBot.Risk.Engine;

/// <summary>All entries of all languages as one automaton over words: mixed languages are common, so every message is read with all of them.</summary>
internal sealed class Lexicon
{
    private const string Folder = "SourcingBot.Risk.Lexicon.";
    private const int AnyWord = 0;

    private readonly FrozenDictionary<string, int> _words;
    private readonly FrozenDictionary<string, int> _prefixes;
    private readonly FrozenDictionary<long, int> _edges;
    private readonly int[][] _concepts;
    private readonly bool[] _hasAny;
    private readonly int _shortestPrefix;
    private readonly int _longestPrefix;

    private Lexicon(Builder built)
    {
        _words = built.Words.ToFrozenDictionary(StringComparer.Ordinal);
        _prefixes = built.Prefixes.ToFrozenDictionary(StringComparer.Ordinal);
        _edges = built.Edges.ToFrozenDictionary();
        _concepts = [.. built.Concepts.Select(c => c.ToArray())];
        _hasAny = [.. Enumerable.Range(0, built.Concepts.Count).Select(n => built.Edges.ContainsKey(Key(n, AnyWord)))];
        _shortestPrefix = _prefixes.Keys.Min(p => p.Length);
        _longestPrefix = _prefixes.Keys.Max(p => p.Length);
    }

    /// <summary>The lexicon of the data files.</summary>
    public static Lexicon BuiltIn { get; } = new(ReadAll());

    /// <summary>Tags a text with concepts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="hits">Receives the hits.</param>
    public void Tag(FoldedText text, List<Token> tokens, List<ConceptHit> hits)
    {
        // For each word: its own symbol and those of its beginnings that the lexicon knows.
        var symbols = new List<int>(tokens.Count * 2);
        var first = new int[tokens.Count + 1];
        for (var i = 0; i < tokens.Count; i++)
        {
            first[i] = symbols.Count;
            AddSymbols(text.Chars.Slice(tokens[i].Start, tokens[i].Length), symbols);
        }

        first[tokens.Count] = symbols.Count;
        var walk = new Walk(CollectionsMarshal.AsSpan(symbols), first, tokens.Count, hits);
        for (var i = 0; i < tokens.Count; i++) Follow(walk, 0, i, i);
    }

    private void AddSymbols(ReadOnlySpan<char> word, List<int> symbols)
    {
        if (_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var exact)) symbols.Add(exact);
        var prefixes = _prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var n = _shortestPrefix; n <= Math.Min(word.Length, _longestPrefix); n++)
        {
            if (prefixes.TryGetValue(word[..n], out var prefix)) symbols.Add(prefix);
        }
    }

    private void Follow(in Walk walk, int node, int start, int at)
    {
        foreach (var concept in _concepts[node]) walk.Hits.Add(new ConceptHit(concept, start, at - 1));
        if (at >= walk.Count) return;
        for (var s = walk.First[at]; s < walk.First[at + 1]; s++)
        {
            if (_edges.TryGetValue(Key(node, walk.Symbols[s]), out var next)) Follow(walk, next, start, at + 1);
        }

        if (_hasAny[node]) Follow(walk, _edges[Key(node, AnyWord)], start, at + 1);
    }

    private static long Key(int node, int symbol) => ((long)node << 32) | (uint)symbol;

    private static Builder ReadAll()
    {
        var built = new Builder();
        foreach (var file in Resource.Under(Folder))
        {
            var concept = -1;
            var number = 0;
            foreach (var line in Resource.Lines(file))
            {
                number++;
                if (line.Length == 0 || line[0] == '#') continue;
                if (line[0] == '@')
                {
                    concept = Concept.IdOf(line[1..].Trim());
                    continue;
                }

                if (concept < 0) throw new FormatException($"{file} line {number}: entries stand before the first @CONCEPT.");
                try
                {
                    foreach (var entry in line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    {
                        foreach (var steps in LexiconPattern.Expand(entry)) built.Add(steps, concept);
                    }
                }
                catch (FormatException fault)
                {
                    throw new FormatException($"{file} line {number}: {fault.Message}", fault);
                }
            }
        }

        return built;
    }

    private readonly ref struct Walk(ReadOnlySpan<int> symbols, int[] first, int count, List<ConceptHit> hits)
    {
        public ReadOnlySpan<int> Symbols { get; } = symbols;

        public int[] First { get; } = first;

        public int Count { get; } = count;

        public List<ConceptHit> Hits { get; } = hits;
    }

    private sealed class Builder
    {
        private int _symbols = 1;

        public Dictionary<string, int> Words { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, int> Prefixes { get; } = new(StringComparer.Ordinal);

        public Dictionary<long, int> Edges { get; } = [];

        public List<HashSet<int>> Concepts { get; } = [[]];

        public void Add(Step[] steps, int concept)
        {
            var node = 0;
            foreach (var step in steps)
            {
                var key = Key(node, SymbolOf(step));
                if (!Edges.TryGetValue(key, out var next))
                {
                    Edges[key] = next = Concepts.Count;
                    Concepts.Add([]);
                }

                node = next;
            }

            Concepts[node].Add(concept);
        }

        private int SymbolOf(Step step)
        {
            if (step.Word.Length == 0) return AnyWord;
            var known = step.IsPrefix ? Prefixes : Words;
            if (!known.TryGetValue(step.Word, out var symbol)) known[step.Word] = symbol = _symbols++;
            return symbol;
        }
    }
}
