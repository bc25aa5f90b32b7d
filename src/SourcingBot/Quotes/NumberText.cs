namespace SourcingBot.Quotes;

/// <summary>Reads numbers as people write them: 12,400.50 and 12.400,50, 2.150 and 3,85.</summary>
internal static class NumberText
{
    private const int MostDigits = 18;

    /// <summary>How many characters the number at a place has, and its value; 0 as value where it has more digits than an amount can have.</summary>
    /// <param name="chars">The text.</param>
    /// <param name="at">A digit.</param>
    /// <param name="value">The number.</param>
    public static int LengthAt(ReadOnlySpan<char> chars, int at, out decimal value)
    {
        var end = at + 1;
        while (end < chars.Length && (char.IsAsciiDigit(chars[end]) || Joins(chars, end))) end++;
        value = Value(chars[at..end]);
        return end - at;
    }

    private static bool Joins(ReadOnlySpan<char> chars, int at)
    {
        if (at + 1 >= chars.Length || !char.IsAsciiDigit(chars[at + 1])) return false;
        if (chars[at] == '.') return true;

        // "2020,1000 pieces": behind a comma four digits are another number, unless they follow a nought.
        if (chars[at] == ',') return chars[at - 1] == '0' && (at < 2 || !char.IsAsciiDigit(chars[at - 2])) || at + 4 >= chars.Length || !chars.Slice(at + 1, 4).ContainsOnlyDigits();

        // "12 400": a space, then exactly three digits, after at most three.
        if (chars[at] is not (' ' or '\'')) return false;
        var group = 0;
        while (at + 1 + group < chars.Length && char.IsAsciiDigit(chars[at + 1 + group])) group++;
        var before = 0;
        while (at - 1 - before >= 0 && char.IsAsciiDigit(chars[at - 1 - before])) before++;
        var longNumber = at + 1 + group < chars.Length && chars[at + 1 + group] == ' ' && at + 2 + group < chars.Length && char.IsAsciiDigit(chars[at + 2 + group]) && before > 3;
        return group == 3 && before <= 3 && !longNumber && (at - 1 - before < 0 || chars[at - 1 - before] is not (' ' or '.' or ',') || before == 3 || before > 0);
    }

    private static decimal Value(ReadOnlySpan<char> number)
    {
        var point = PointOf(number);
        decimal whole = 0, fraction = 0, scale = 1;
        var digits = 0;
        for (var i = 0; i < number.Length; i++)
        {
            if (!char.IsAsciiDigit(number[i])) continue;
            if (++digits > MostDigits) return 0;
            var digit = number[i] - '0';
            if (point >= 0 && i > point)
            {
                scale *= 10;
                fraction = (fraction * 10) + digit;
            }
            else
            {
                whole = (whole * 10) + digit;
            }
        }

        return whole + (fraction / scale);
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

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> chars)
    {
        foreach (var c in chars)
        {
            if (!char.IsAsciiDigit(c)) return false;
        }

        return true;
    }
}
