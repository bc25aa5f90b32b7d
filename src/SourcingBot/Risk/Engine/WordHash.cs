namespace SourcingBot.Risk.Engine;

/// <summary>Numbers for words, so that looking one up needs no string. 64 bits: two words of a lexicon do not meet.</summary>
internal static class WordHash
{
    /// <summary>The number of no characters.</summary>
    public const ulong Empty = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    /// <summary>The number of a word with one more character.</summary>
    /// <param name="hash">The number of the word so far.</param>
    /// <param name="c">The character.</param>
    public static ulong Add(ulong hash, char c) => (hash ^ c) * Prime;

    /// <summary>The number of a word.</summary>
    /// <param name="word">The word.</param>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = Empty;
        foreach (var c in word) hash = Add(hash, c);
        return hash;
    }

    /// <summary>Spreads a number over all its bits, for a place in a table.</summary>
    /// <param name="hash">The number.</param>
    public static ulong Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        return hash ^ (hash >> 33);
    }
}
