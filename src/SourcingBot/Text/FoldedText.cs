namespace SourcingBot.Text;

/// <summary>A text with its disguises undone, and the way back to where each character stood.</summary>
internal sealed class FoldedText
{
    private readonly char[] _chars;
    private readonly int[] _source;

    private FoldedText(string source, char[] chars, int[] positions, int length)
    {
        Source = source;
        _chars = chars;
        _source = positions;
        Length = length;
    }

    /// <summary>The text as it was given.</summary>
    public string Source { get; }

    /// <summary>How many folded characters there are.</summary>
    public int Length { get; }

    /// <summary>The folded characters.</summary>
    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>Folds a text.</summary>
    /// <param name="text">The text; broken surrogate pairs are kept as they are.</param>
    public static FoldedText Of(string text)
    {
        var chars = new char[text.Length];
        var source = new int[text.Length + 1];
        var length = 0;
        var wordStart = 0;
        var (latin, foreign) = (false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = MathLetter(text, i, out var units) is { } plain ? plain : CharFolding.Fold(text[i]);
            var at = i;
            i += units - 1;
            if (c == CharFolding.Hidden) continue;
            if (!char.IsLetter(c) || CharFolding.IsIdeograph(c))
            {
                if (latin && foreign) Unmask(chars, wordStart, length);
                (latin, foreign, wordStart) = (false, false, length + 1);
            }
            else if (char.IsAsciiLetter(c))
            {
                latin = true;
            }
            else if (CharFolding.LatinLookAlike(c) != c)
            {
                foreign = true;
            }

            chars[length] = c;
            source[length++] = at;
        }

        if (latin && foreign) Unmask(chars, wordStart, length);
        source[length] = text.Length;
        return new FoldedText(text, chars, source, length);
    }

    /// <summary>Where a stretch of folded characters stood.</summary>
    /// <param name="start">The first folded character.</param>
    /// <param name="length">How many, at least 1.</param>
    public TextSpan SourceOf(int start, int length)
    {
        var from = _source[start];
        var last = _source[start + length - 1];
        var end = last + (last + 1 < Source.Length && char.IsSurrogatePair(Source, last) ? 2 : 1);
        return new TextSpan(from, end - from);
    }

    /// <summary>The first folded character at or after a place in the text.</summary>
    /// <param name="position">The place, in UTF-16 units.</param>
    public int IndexAt(int position)
    {
        var found = Array.BinarySearch(_source, 0, Length, position);
        return found >= 0 ? found : ~found;
    }

    private static void Unmask(char[] chars, int from, int to)
    {
        for (var i = from; i < to; i++) chars[i] = CharFolding.LatinLookAlike(chars[i]);
    }

    /// <summary>Bold, italic and other mathematical letters, which look like plain ones and are not.</summary>
    private static char? MathLetter(string text, int at, out int units)
    {
        units = 1;
        if (!char.IsHighSurrogate(text[at]) || at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1])) return null;
        var code = char.ConvertToUtf32(text[at], text[at + 1]);
        if (code is >= 0x1d400 and < 0x1d6a4)
        {
            units = 2;
            return (char)('a' + ((code - 0x1d400) % 26));
        }

        if (code is < 0x1d7ce or > 0x1d7ff) return null;
        units = 2;
        return (char)('0' + ((code - 0x1d7ce) % 10));
    }
}
