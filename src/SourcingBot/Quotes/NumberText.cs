using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <summary>Reads numbers as people write them: 12,400.50 and 12.400,50, 2.150 and 3,85, 12k, and 5OO with letters for zeros.</summary>
internal static class NumberText
{
    private const int MostDigits = 18;

    /// <summary>How many characters the number at a place has, and its value; 0 as value where it has more digits than an amount can have.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">A digit.</param>
    /// <param name="value">The number.</param>
    public static int LengthAt(FoldedText text, int at, out decimal value)
    {
        var chars = text.Chars;
        var end = at + 1;
        while (end < chars.Length && (char.IsAsciiDigit(chars[end]) || Joins(text, chars, at, end) || IsDisguisedDigit(text, chars, end))) end++;
        value = Value(chars[at..end]);
        if (end < chars.Length && chars[end] == 'k' && !IsLetterOrDigit(chars, end + 1))
        {
            value *= 1000;
            end++;
        }

        return end - at;
    }

    private static bool IsLetterOrDigit(ReadOnlySpan<char> chars, int at) => at < chars.Length && CharFolding.KindOf(chars[at]) is CharKind.Digit or CharKind.Latin;

    private static bool Joins(FoldedText text, ReadOnlySpan<char> chars, int start, int at)
    {
        if (chars[at] is not ('.' or ',' or ' ' or '\'') || at + 1 >= chars.Length) return false;
        if (chars[at] == ',' && chars[start] != '0' && at + 4 < chars.Length && !chars.Slice(at + 1, 4).ContainsAnyExceptInRange('0', '9')) return false;
        if (chars[at] is '.' or ',') return char.IsAsciiDigit(chars[at + 1]) || (IsDisguisedDigit(text, chars, at + 1) && text.Written(at + 1) == 'O');

        // "12 400": one space, then exactly three digits, after at most three that are no part of a word or a dimension.
        if (!char.IsAsciiDigit(chars[at + 1]) || text.Written(at) == '\t') return false;
        if (start > 0 && CharFolding.KindOf(chars[start - 1]) is CharKind.Latin) return false;
        var group = 0;
        while (at + 1 + group < chars.Length && group < 4 && char.IsAsciiDigit(chars[at + 1 + group])) group++;
        var before = 0;
        while (at - 1 - before >= start && before < 4 && char.IsAsciiDigit(chars[at - 1 - before])) before++;
        return group == 3 && before is > 0 and <= 3 && (at - start <= 3 || before == 3);
    }

    /// <summary>A capital O, or a small o or l between digits, stands for 0 or 1 in a disguised number.</summary>
    private static bool IsDisguisedDigit(FoldedText text, ReadOnlySpan<char> chars, int at)
    {
        if (chars[at] == 'o')
        {
            // "5OO pcs", "3O/7O", "7,84O": what follows the letters is no word.
            var end = at;
            while (end < chars.Length && end - at < 6 && chars[end] == 'o') end++;
            return (text.Written(at) == 'O' || end - at >= 2 || IsDigit(chars, end)) && !(end < chars.Length && CharFolding.KindOf(chars[end]) >= CharKind.Latin);
        }

        return chars[at] == 'l' && IsDigit(chars, at + 1) && IsDigit(chars, at - 1);
    }

    private static bool IsDigit(ReadOnlySpan<char> chars, int at) => at >= 0 && at < chars.Length && char.IsAsciiDigit(chars[at]);

    private static decimal Value(ReadOnlySpan<char> number)
    {
        var point = PointOf(number);
        ulong digits = 0;
        var count = 0;
        byte scale = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[i] switch { 'o' => 0, 'l' => 1, var c => c - '0' };
            if (digit is < 0 or > 9) continue;
            if (++count > MostDigits) return 0;
            digits = (digits * 10) + (ulong)digit;
            if (point >= 0 && i > point) scale++;
        }

        return new decimal((int)digits, (int)(digits >> 32), 0, false, scale);
    }

    /// <summary>Where the decimal point is, or -1: the last separator, unless it parts three digits.</summary>
    private static int PointOf(ReadOnlySpan<char> number)
    {
        var last = number.LastIndexOfAny('.', ',');
        if (last < 0) return -1;
        var after = number.Length - last - 1;
        var first = number.IndexOfAny('.', ',');
        if (number[first] != number[last]) return last;
        if (first != last) return -1;
        return after == 3 && last <= 3 && number[0] != '0' ? -1 : last;
    }
}
