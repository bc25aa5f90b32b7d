using SourcingBot.Text;

namespace SourcingBot.Orders;

/// <summary>A word of a message: letters, or digits, in lower case with its disguises undone.</summary>
/// <param name="Text">The word.</param>
/// <param name="Span">Where it stands in the message.</param>
internal readonly record struct Word(string Text, TextSpan Span)
{
    /// <summary>The number it is, or -1.</summary>
    public int Number => Text.Length <= 4 && int.TryParse(Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>Takes a message apart. "hasn't" is one word, "20th" a number and letters, "%" is "percent".</summary>
    /// <param name="text">The message.</param>
    public static IReadOnlyList<Word> Of(string text)
    {
        var folded = FoldedText.Of(text);
        var chars = folded.Chars;
        var words = new List<Word>();
        for (var i = 0; i < chars.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(chars[i])) i = EndOf(chars, i, digits: true);
            else if (char.IsLetter(chars[i])) i = EndOf(chars, i, digits: false);
            else i++;

            var word = chars[start..i];
            if (char.IsLetterOrDigit(word[0])) words.Add(new Word(word.ToString(), folded.SourceOf(start, i - start)));
            else if (word[0] == '%') words.Add(new Word("percent", folded.SourceOf(start, 1)));
        }

        return words;
    }

    private static int EndOf(ReadOnlySpan<char> chars, int at, bool digits)
    {
        while (at < chars.Length)
        {
            var goesOn = digits
                ? char.IsAsciiDigit(chars[at])
                : char.IsLetter(chars[at]) || (chars[at] == '\'' && at + 1 < chars.Length && char.IsLetter(chars[at + 1]));
            if (!goesOn) break;
            at++;
        }

        return at;
    }
}
