using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <summary>Reads the ways to pay that are asked for, accepted or used.</summary>
internal static class MethodReader
{
    private static readonly (string Words, string Name)[] Methods =
    [
        .. Resource.Lines("SourcingBot.Quotes.words.txt").Where(l => l.Contains('=', StringComparison.Ordinal)).SelectMany(l => l.Split(';'))
            .Select(e => e.Split('=')).Where(e => e.Length == 2).Select(e => (e[0].Trim(), e[1].Trim())),
    ];

    private static readonly HashSet<string> Refusals = new(StringComparer.Ordinal) { "no", "not", "never", "don't", "cannot", "can't", "without" };

    /// <summary>Reads them, each once.</summary>
    /// <param name="tokens">The message.</param>
    public static List<Fact<string>> Read(QuoteTokens tokens)
    {
        var found = new List<Fact<string>>();
        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var (words, name) in Methods)
            {
                var last = Last(tokens, i, words);
                if (last < 0 || Refused(tokens, i) || found.Exists(f => f.Value == name)) continue;
                found.Add(new(name, tokens.Span(i, last)));
            }
        }

        return found;
    }

    private static int Last(QuoteTokens tokens, int at, string words)
    {
        if (words[0] > 0x2e80) return tokens.StartsAt(at, words) ? at + words.Length - 1 : -1;
        var i = at;
        foreach (var range in words.AsSpan().Split(' '))
        {
            if (i > at && (tokens.Is(i, "/") || tokens.Is(i, "-"))) i++;
            if (!tokens.Text(i).SequenceEqual(words.AsSpan(range))) return -1;
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
