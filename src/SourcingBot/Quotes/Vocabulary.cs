using System.Collections.Frozen;
using System.Globalization;
using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <summary>A word that readers of facts know, with the phrases that begin with it.</summary>
internal sealed class KnownWord
{
    /// <summary>The word, folded; empty for a phrase.</summary>
    public required string Text { get; init; }

    /// <summary>The lists it stands in.</summary>
    public WordClass Classes { get; set; }

    /// <summary>What the data file says it means: a code, a name or a number; null where nothing.</summary>
    public string? Meaning { get; set; }

    /// <summary>The meaning as a number, or 0.</summary>
    public decimal Number { get; set; }

    /// <summary>Phrases that begin with the word, the longest first.</summary>
    public KnownPhrase[] Phrases { get; set; } = [];
}

/// <summary>A phrase: its words and what it is.</summary>
/// <param name="Words">The words, all of them known.</param>
/// <param name="Means">Its lists and meaning.</param>
internal sealed record KnownPhrase(KnownWord[] Words, KnownWord Means);

/// <summary>All words that readers of facts go by, in one table, so that each word of a message is looked up once.</summary>
internal sealed class Vocabulary
{
    private const uint HashStart = 2166136261;
    private const uint HashFactor = 16777619;

    private readonly KnownWord?[] _table;
    private readonly uint _mask;

    private Vocabulary()
    {
        var words = new Dictionary<string, KnownWord>(StringComparer.Ordinal);
        foreach (var (section, entry) in Entries()) Add(words, section, entry);
        foreach (var word in words.Values) word.Phrases = [.. word.Phrases.OrderByDescending(p => p.Words.Length)];
        var size = 1024;
        while (size < words.Count * 3) size *= 2;
        _table = new KnownWord?[size];
        _mask = (uint)size - 1;
        foreach (var word in words.Values)
        {
            var at = HashOf(word.Text) & _mask;
            while (_table[at] is not null) at = (at + 1) & _mask;
            _table[at] = word;
        }
    }

    /// <summary>The words of the data file.</summary>
    public static Vocabulary BuiltIn { get; } = new();

    /// <summary>The word that begins at a place, and whether it is known: null where it is not.</summary>
    /// <param name="chars">Folded text.</param>
    /// <param name="start">A letter.</param>
    /// <param name="length">How many letters the word has.</param>
    public KnownWord? WordAt(ReadOnlySpan<char> chars, int start, out int length)
    {
        var hash = HashStart;
        var end = start;
        do hash = (hash ^ chars[end++]) * HashFactor;
        while (end < chars.Length && CharFolding.KindOf(chars[end]) >= CharKind.Latin);
        length = end - start;
        return Find(chars[start..end], hash ^ (hash >> 15));
    }

    /// <summary>The known word, or null.</summary>
    /// <param name="word">Folded.</param>
    public KnownWord? Find(ReadOnlySpan<char> word) => Find(word, HashOf(word));

    private KnownWord? Find(ReadOnlySpan<char> word, uint hash)
    {
        for (var at = hash & _mask; _table[at] is { } known; at = (at + 1) & _mask)
        {
            if (word.SequenceEqual(known.Text)) return known;
        }

        return null;
    }

    private static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = HashStart;
        foreach (var c in word) hash = (hash ^ c) * HashFactor;
        return hash ^ (hash >> 15);
    }

    private static void Add(Dictionary<string, KnownWord> words, WordClass section, string entry)
    {
        var equals = entry.IndexOf('=', StringComparison.Ordinal);
        var (text, meaning) = equals < 0 ? (entry, null) : (entry[..equals].Trim(), entry[(equals + 1)..].Trim());
        var pieces = CharFolding.IsIdeograph(text[0]) ? [.. text.Select(c => c.ToString())] : text.Split(' ');
        var known = Array.ConvertAll(pieces, p => words.TryGetValue(p, out var word) ? word : words[p] = new KnownWord { Text = p });
        var target = known[0];
        if (known.Length > 1)
        {
            var phrase = Array.Find(known[0].Phrases, p => p.Words.SequenceEqual(known));
            if (phrase is null) known[0].Phrases = [.. known[0].Phrases, phrase = new KnownPhrase(known, new KnownWord { Text = string.Empty })];
            target = phrase.Means;
        }

        target.Classes |= section;
        if (meaning is null) return;
        target.Meaning = meaning;
        if (decimal.TryParse(meaning, CultureInfo.InvariantCulture, out var number)) target.Number = number;
    }

    private static IEnumerable<(WordClass Section, string Entry)> Entries()
    {
        var sections = Enum.GetValues<WordClass>().ToFrozenDictionary(c => c.ToString(), StringComparer.OrdinalIgnoreCase);
        var section = WordClass.None;
        foreach (var line in Resource.Lines("SourcingBot.Quotes.words.txt"))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '@') section = sections[line[1..].Trim()];
            else foreach (var entry in line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) yield return (section, entry);
        }
    }
}
