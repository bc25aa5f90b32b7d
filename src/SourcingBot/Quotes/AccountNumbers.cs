using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <summary>
/// Finds whatever may be somebody's account number, to hide it. Wider than <see cref="BankReader"/>, which states facts: here a
/// number too many costs little, and a number too few shows an account to everybody in the conversation.
/// </summary>
internal static class AccountNumbers
{
    /// <summary>Behind a word for an account, at most so many tokens later, a number of this many digits is one.</summary>
    private const int FewestDigits = 6;
    private const int TokensBehindWord = 12;

    /// <summary>Anywhere: as long as the account numbers of Chinese banks and cards, and longer than a phone number (ITU-T E.164: 15 with its "+").</summary>
    private const int FewestDigitsAnywhere = 12;

    /// <summary>ISO 13616: no IBAN is shorter or longer. Whether the check digits are right does not matter here.</summary>
    private const int ShortestIban = 15;
    private const int LongestIban = 34;

    /// <summary>An IBAN on paper is written in groups of four, of which only the last may be shorter (ISO 13616-1, print format).</summary>
    private const int IbanGroup = 4;

    /// <summary>Where they stand, in the order of finding; some may overlap.</summary>
    /// <param name="text">The message.</param>
    public static List<TextSpan> In(string text)
    {
        var found = new List<TextSpan>();
        var memory = ReaderMemory.Rent();
        memory.Text.Fold(text);
        var tokens = memory.Tokens;
        tokens.Cut(memory.Text);
        var nearWord = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.LengthAt(i, WordClass.AccountNumber) > 0) nearWord = i + TokensBehindWord;
            if (tokens[i].Kind != QuoteTokenKind.Number || tokens[i].Spelled) continue;
            var last = LastOf(tokens, i);
            var span = tokens.Span(i, last);
            if (Digits(span.In(text)) >= (i <= nearWord ? FewestDigits : FewestDigitsAnywhere) && !tokens.Is(i - 1, '+')) found.Add(span);
            i = last;
        }

        ReaderMemory.Return(memory);
        for (var i = 0; i + ShortestIban <= text.Length; i++)
        {
            if (IbanAt(text, i) is not { } end) continue;
            found.Add(new TextSpan(i, end - i));
            i = end - 1;
        }

        return found;
    }

    /// <summary>A number may be written in groups, with spaces or hyphens.</summary>
    private static int LastOf(QuoteTokens tokens, int first)
    {
        var last = first;
        while (true)
        {
            if (tokens[last + 1].Kind == QuoteTokenKind.Number) last++;
            else if (tokens.Is(last + 1, '-') && tokens[last + 2].Kind == QuoteTokenKind.Number) last += 2;
            else return last;
        }
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text) digits += char.IsDigit(c) ? 1 : 0;
        return digits;
    }

    /// <summary>The end of what has the shape of an IBAN and begins here; null where nothing does.</summary>
    private static int? IbanAt(string text, int start)
    {
        if (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])) return null;
        if (!char.IsAsciiLetter(text[start]) || !char.IsAsciiLetter(text[start + 1]) || !char.IsAsciiDigit(text[start + 2]) || !char.IsAsciiDigit(text[start + 3])) return null;
        int length = 0, digits = 0, end = start;
        for (var group = start; ;)
        {
            var next = group;
            while (next < text.Length && char.IsAsciiLetterOrDigit(text[next])) next++;
            var written = text.AsSpan(group, next - group);

            // Only the bank's code, in the second group, may be letters alone; other letters are the next words of the message.
            if (group > start && (written.Length > IbanGroup || (Digits(written) == 0 && group != start + IbanGroup + 1))) break;
            length += written.Length;
            digits += Digits(written);
            end = next;
            var isLast = written.Length != IbanGroup || next + 1 >= text.Length || text[next] is not (' ' or '\u00a0' or '-') || !char.IsAsciiLetterOrDigit(text[next + 1]);
            if (isLast || length >= LongestIban) break;
            group = next + 1;
        }

        return length is >= ShortestIban and <= LongestIban && digits * 2 >= length ? end : null;
    }
}
