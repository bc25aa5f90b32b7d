using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <summary>A list of words in all languages that the bot reads, from a data file.</summary>
internal sealed class WordList
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string[]>> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<string>> _ideographs = [];

    /// <summary>For each ASCII first character a bit for each length of a first word: most tokens are turned away here.</summary>
    private readonly ulong[] _shapes = new ulong[128];
    private bool _hasOtherShapes;

    private WordList(string section)
    {
        var inside = false;
        foreach (var line in Resource.Lines("SourcingBot.Quotes.words.txt"))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '@')
            {
                inside = line[1..] == section;
                continue;
            }

            if (!inside) continue;
            foreach (var entry in line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) Add(entry);
        }
    }

    /// <summary>The list of a section of the data file.</summary>
    /// <param name="section">The section's name.</param>
    public static WordList Of(string section) => new(section);

    /// <summary>Whether a word or phrase of the list begins at a token.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="i">The place.</param>
    public bool At(QuoteTokens tokens, int i) => LengthAt(tokens, i) > 0;

    /// <summary>How many tokens the word or phrase of the list at a place has; 0 where none begins there.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="i">The place.</param>
    public int LengthAt(QuoteTokens tokens, int i)
    {
        var word = tokens.Text(i);
        if (word.IsEmpty) return 0;
        if (tokens[i].Kind == QuoteTokenKind.Ideograph)
        {
            if (!_ideographs.TryGetValue(word[0], out var entries)) return 0;
            foreach (var entry in entries)
            {
                if (tokens.StartsAt(i, entry)) return entry.Length;
            }

            return 0;
        }

        if (word[0] < _shapes.Length ? (_shapes[word[0]] & Shape(word.Length)) == 0 : !_hasOtherShapes) return 0;

        if (_phrases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var phrases))
        {
            foreach (var phrase in phrases)
            {
                var at = i;
                foreach (var piece in phrase)
                {
                    if (!tokens.Is(at, piece)) goto next;
                    at++;
                }

                return at - i;
            next:;
            }
        }

        return _words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? 1 : 0;
    }

    private void Add(string entry)
    {
        if (CharFolding.IsIdeograph(entry[0]))
        {
            if (!_ideographs.TryGetValue(entry[0], out var same)) _ideographs[entry[0]] = same = [];
            same.Add(entry);
            same.Sort((a, b) => b.Length - a.Length);
            return;
        }

        var pieces = entry.Split(' ');
        if (entry[0] < _shapes.Length) _shapes[entry[0]] |= Shape(pieces[0].Length);
        else _hasOtherShapes = true;
        if (pieces.Length == 1)
        {
            _words.Add(entry);
            return;
        }

        if (!_phrases.TryGetValue(pieces[0], out var list)) _phrases[pieces[0]] = list = [];
        list.Add(pieces);
    }

    private static ulong Shape(int length) => 1UL << Math.Min(length, 63);
}
