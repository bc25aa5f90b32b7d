namespace SourcingBot.Text;

/// <summary>A text with its disguises undone, and the way back to where each character stood.</summary>
internal sealed class FoldedText
{
    private char[] _chars = [];
    private int[] _source = [];

    /// <summary>The text as it was given.</summary>
    public string Source { get; private set; } = string.Empty;

    /// <summary>How many folded characters there are.</summary>
    public int Length { get; private set; }

    /// <summary>The folded characters.</summary>
    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>Folds a text.</summary>
    /// <param name="text">The text; broken surrogate pairs are kept as they are.</param>
    public static FoldedText Of(string text)
    {
        var folded = new FoldedText();
        folded.Fold(text);
        return folded;
    }

    /// <summary>Folds another text into the same memory.</summary>
    /// <param name="text">The text; broken surrogate pairs are kept as they are.</param>
    public void Fold(string text)
    {
        Source = text;
        if (_chars.Length < text.Length || _source.Length <= text.Length) (_chars, _source) = (new char[text.Length], new int[text.Length + 1]);
        var (chars, source) = (_chars, _source);
        var length = 0;
        var foreign = false;
        for (var i = 0; i < text.Length; i++)
        {
            var at = i;
            var c = CharFolding.Fold(text[i]);
            if (c >= 128)
            {
                if (char.IsHighSurrogate(c) && MathLetter(text, i) is { } plain) (c, i) = (plain, i + 1);
                foreign |= CharFolding.KindOf(c) == CharKind.LatinLookAlike;
            }
            else if (c == CharFolding.Hidden)
            {
                continue;
            }

            chars[length] = c;
            source[length++] = at;
        }

        source[length] = text.Length;
        Length = length;
        if (foreign) Unmask(chars.AsSpan(0, length));
    }

    /// <summary>The character that a folded one was written as.</summary>
    /// <param name="index">The folded character.</param>
    public char Written(int index) => Source[_source[index]];

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

    /// <summary>In words that hold Latin letters too, letters of other alphabets stand for those they look like.</summary>
    private static void Unmask(Span<char> chars)
    {
        for (var start = 0; start < chars.Length;)
        {
            var (latin, foreign) = (false, false);
            var end = start;
            for (; end < chars.Length && CharFolding.KindOf(chars[end]) is >= CharKind.Latin and var kind; end++)
            {
                latin |= kind == CharKind.Latin;
                foreign |= kind == CharKind.LatinLookAlike;
            }

            for (var i = start; latin && foreign && i < end; i++) chars[i] = CharFolding.LatinLookAlike(chars[i]);
            start = end + 1;
        }
    }

    /// <summary>Bold, italic and other mathematical letters, which look like plain ones and are not; null for other characters.</summary>
    private static char? MathLetter(string text, int at)
    {
        if (at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1])) return null;
        var code = char.ConvertToUtf32(text[at], text[at + 1]);
        return code switch
        {
            >= 0x1d400 and < 0x1d6a4 => (char)('a' + ((code - 0x1d400) % 26)),
            >= 0x1d7ce and <= 0x1d7ff => (char)('0' + ((code - 0x1d7ce) % 10)),
            _ => null,
        };
    }
}
