using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <summary>Reads the ways to pay that are asked for, accepted or used.</summary>
internal static class MethodReader
{
    /// <summary>By the first word; Chinese names by their first character.</summary>
    private static readonly Dictionary<string, List<(string Words, string[] Pieces, string Name)>> ByFirst = ReadNames();

    private static readonly HashSet<string> Refusals = new(StringComparer.Ordinal) { "no", "not", "never", "don't", "cannot", "can't", "without" };

    /// <summary>Reads them, each once.</summary>
    /// <param name="tokens">The message.</param>
    public static List<Fact<string>> Read(QuoteTokens tokens)
    {
        var found = new List<Fact<string>>();
        var first = ByFirst.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!first.TryGetValue(tokens.Text(i), out var names)) continue;
            foreach (var (words, pieces, name) in names)
            {
                var last = Last(tokens, i, words, pieces);
                if (last >= 0 && !Refused(tokens, i) && !IsKnown(found, name)) found.Add(new(name, tokens.Span(i, last)));
            }
        }

        return found;
    }

    private static bool IsKnown(List<Fact<string>> found, string name)
    {
        foreach (var fact in found)
        {
            if (fact.Value == name) return true;
        }

        return false;
    }

    private static Dictionary<string, List<(string Words, string[] Pieces, string Name)>> ReadNames()
    {
        var byFirst = new Dictionary<string, List<(string Words, string[] Pieces, string Name)>>(StringComparer.Ordinal);
        var entries = Resource.Lines("SourcingBot.Quotes.words.txt").Where(l => l.Contains('=', StringComparison.Ordinal)).SelectMany(l => l.Split(';'))
            .Select(e => e.Split('=')).Where(e => e.Length == 2);
        foreach (var entry in entries)
        {
            var words = entry[0].Trim();
            var pieces = words.Split(' ');
            var key = CharFolding.IsIdeograph(words[0]) ? words[..1] : pieces[0];
            if (!byFirst.TryGetValue(key, out var same)) byFirst[key] = same = [];
            same.Add((words, pieces, entry[1].Trim()));
        }

        return byFirst;
    }

    private static int Last(QuoteTokens tokens, int at, string words, string[] pieces)
    {
        if (CharFolding.IsIdeograph(words[0])) return tokens.StartsAt(at, words) ? at + words.Length - 1 : -1;
        var i = at;
        foreach (var piece in pieces)
        {
            if (i > at && (tokens.Is(i, "/") || tokens.Is(i, "-"))) i++;
            if (!tokens.Is(i, piece)) return -1;
            i++;
        }

        return i - 1;
    }

    private static bool Refused(QuoteTokens tokens, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 4); i--)
        {
            if (Refusals.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tokens.Text(i))) return true;
        }

        return false;
    }
}
