using System.Collections.Frozen;
using SourcingBot.Risk.Engine;
using SourcingBot.Text;

namespace SourcingBot.Risk;

/// <summary>Tells whether a message is in a language that the bot reads. "Nothing found" must not be said of words that were not understood.</summary>
internal static class Readability
{
    /// <summary>Fewer words than this say too little of their language.</summary>
    private const int FewestWords = 6;

    /// <summary>At least one word in so many must be one of the commonest of a language.</summary>
    private const int OneIn = 9;

    private static readonly FrozenSet<string> Common = Resource.Lines("SourcingBot.Text.common-words.txt")
        .Where(l => l.Length > 0 && l[0] != '#').SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether it is read.</summary>
    /// <param name="text">The message.</param>
    /// <param name="message">The same, tagged.</param>
    public static bool IsRead(string text, TaggedMessage message)
    {
        int latin = 0, chinese = 0, other = 0;
        foreach (var c in text)
        {
            if (c is >= '\u3400' and <= '\u9fff') chinese++;
            else if (!char.IsLetter(c)) continue;
            else if (c < '\u0250') latin++;
            else other++;
        }

        if (other > latin + (chinese * 3)) return false;
        if (chinese * 3 > latin || message.WordCount < FewestWords) return true;
        int words = 0, known = 0;
        foreach (var token in message.Words)
        {
            var word = message.Text.Chars.Slice(token.Start, token.Length);
            if (!char.IsAsciiLetter(word[0])) continue;
            words++;
            if (Common.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) known++;
        }

        return words < FewestWords || known * OneIn >= words || message.ConceptCount > words / 3;
    }
}
