using NodaTime;

namespace SourcingBot.Quotes;

/// <summary>Reads dates. Where day and month could be either way round, both are told and none is chosen.</summary>
internal static class DateReader
{
    /// <summary>Reads the dates.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="anchor">The day the message was sent, or null.</param>
    /// <param name="found">Receives them.</param>
    public static void Read(QuoteTokens tokens, LocalDate? anchor, FactList<StatedDate> found)
    {
        if (!tokens.HasNumbers && anchor is null) return;
        for (var i = First(tokens, -1, anchor); i < tokens.Count; i = First(tokens, i, anchor))
        {
            var date = tokens[i].Kind switch
            {
                QuoteTokenKind.Number when !tokens[i].Spelled => Digits(tokens, i) ?? Named(tokens, i) ?? Chinese(tokens, i),
                QuoteTokenKind.Word when tokens.Has(i, WordClass.Months) => MonthFirst(tokens, i),
                _ => null,
            } ?? (anchor is { } today ? Relative(tokens, i, today) : null);
            if (date is not { } one) continue;
            found.Add(new(one.Value, tokens.Span(i, one.Last)));
            tokens.Take(i, one.Last, TokenUse.Date);
            i = one.Last;
        }
    }

    /// <summary>The next token that a date can begin with: any word where relative dates are read.</summary>
    private static int First(QuoteTokens tokens, int i, LocalDate? anchor) => anchor is null ? tokens.Next(i, WordClass.Months) : i + 1;

    private static (StatedDate Value, int Last)? Digits(QuoteTokens tokens, int i)
    {
        // "14.07.2026" is one number token; "2026-07-14" and "14/07/2026" are five.
        if (tokens[i].Length is >= 8 and <= 10 && Dotted(tokens, i) is { } dotted) return dotted;
        var mark = tokens.Is(i + 1, '-') ? '-' : '/';
        if (!tokens.Is(i + 1, mark) || !tokens.Is(i + 3, mark) || tokens[i + 2].Kind != QuoteTokenKind.Number || tokens[i + 4].Kind != QuoteTokenKind.Number) return null;
        if (!tokens[i + 1].Glued || !tokens[i + 2].Glued || !tokens[i + 3].Glued || !tokens[i + 4].Glued) return null;
        var (a, b, c) = (Int(tokens, i), Int(tokens, i + 2), Int(tokens, i + 4));
        if (tokens[i].Length == 4) return Date(a, b, c, i + 4);
        return tokens[i + 4].Length == 4 ? DayAndMonth(a, b, c, i + 4) : null;
    }

    private static (StatedDate Value, int Last)? Dotted(QuoteTokens tokens, int i)
    {
        var text = tokens.Text(i);
        var first = text.IndexOf('.');
        if (first is < 1 or > 4) return null;
        var second = text[(first + 1)..].IndexOf('.');
        if (second is < 1 or > 2) return null;
        if (!int.TryParse(text[..first], out var a) || !int.TryParse(text.Slice(first + 1, second), out var b) || !int.TryParse(text[(first + second + 2)..], out var c)) return null;

        // With points the day comes first, everywhere that they are used.
        return first == 4 ? Date(a, b, c, i) : c > 1000 ? Date(c, b, a, i) : null;
    }

    private static (StatedDate Value, int Last)? DayAndMonth(int a, int b, int year, int last)
    {
        var dayFirst = Valid(year, b, a);
        var monthFirst = Valid(year, a, b);
        if (dayFirst is { } one && monthFirst is { } other && one != other) return (new StatedDate(null, [one, other]), last);
        return (dayFirst ?? monthFirst) is { } date ? (new StatedDate(date, []), last) : null;
    }

    /// <summary>"14 July 2026", "18 de julio de 2026", "14-Jul-26", "21. Juli 2026".</summary>
    private static (StatedDate Value, int Last)? Named(QuoteTokens tokens, int i)
    {
        if (tokens[i].Length > 2 || Int(tokens, i) is not (>= 1 and <= 31 and var day)) return null;
        var at = i + 1;
        if (IsOrdinal(tokens, at)) at++;
        for (var skipped = 0; skipped < 2 && (tokens.Is(at, '-') || tokens.Is(at, "de") || tokens.Is(at, "of") || tokens.Is(at, '.')); skipped++) at++;
        return MonthAt(tokens, at) is { } month && YearAfter(tokens, at + 1, mayBeShort: true) is { } year ? Date(year.Year, month, day, year.At) : null;
    }

    /// <summary>"July 14th, 2026", "Aug. 20, 2026".</summary>
    private static (StatedDate Value, int Last)? MonthFirst(QuoteTokens tokens, int i)
    {
        if (MonthAt(tokens, i) is not { } month) return null;
        var at = tokens.Is(i + 1, '.') ? i + 2 : i + 1;
        if (tokens[at].Kind != QuoteTokenKind.Number || tokens[at].Length > 2 || Int(tokens, at) is not (>= 1 and <= 31 and var day)) return null;
        var behind = IsOrdinal(tokens, at + 1) ? at + 2 : at + 1;
        return YearAfter(tokens, behind) is { } year ? Date(year.Year, month, day, year.At) : null;
    }

    private static (StatedDate Value, int Last)? Chinese(QuoteTokens tokens, int i)
    {
        if (!tokens.Is(i + 1, '年') || !tokens.Is(i + 3, '月')) return null;
        if (!tokens.Is(i + 5, '日') && !tokens.Is(i + 5, '号')) return null;
        return Date(Int(tokens, i), Int(tokens, i + 2), Int(tokens, i + 4), i + 5);
    }

    private static (StatedDate Value, int Last)? Relative(QuoteTokens tokens, int i, LocalDate today)
    {
        if (tokens.Is(i, "today") || tokens.Is(i, "hoy")) return (new StatedDate(today, [], IsRelative: true), i);
        if (tokens.Is(i, "tomorrow") || tokens.Is(i, "demain")) return (new StatedDate(today.PlusDays(1), [], IsRelative: true), i);
        if (tokens.Is(i + 1, '天') && tokens.Is(i, '今')) return (new StatedDate(today, [], IsRelative: true), i + 1);
        if (tokens.Is(i + 1, '天') && tokens.Is(i, '明')) return (new StatedDate(today.PlusDays(1), [], IsRelative: true), i + 1);
        return tokens.Has(i, WordClass.WeekDays) && tokens[i].Known is { } day
            ? (new StatedDate(today.Next((IsoDayOfWeek)(int)day.Number), [], IsRelative: true), i)
            : null;
    }

    private static (int Year, int At)? YearAfter(QuoteTokens tokens, int at, bool mayBeShort = false)
    {
        var dash = mayBeShort && tokens.Is(at, '-') && tokens[at].Glued;
        for (var skipped = 0; skipped < 3 && (tokens.Is(at, ',') || tokens.Is(at, "de") || tokens.Is(at, '-') || tokens.Is(at, '.') || tokens.Is(at, "del")); skipped++) at++;
        if (tokens[at].Kind != QuoteTokenKind.Number) return null;

        // "20-Aug-26": two digits only where dashes leave no doubt.
        if (dash && tokens[at] is { Length: 2, Glued: true }) return (2000 + Int(tokens, at), at);
        return tokens[at].Length == 4 && Int(tokens, at) is >= 1990 and <= 2100 and var year ? (year, at) : null;
    }

    private static int? MonthAt(QuoteTokens tokens, int i) => tokens.Has(i, WordClass.Months) && tokens[i].Known is { } known ? (int)known.Number : null;

    private static bool IsOrdinal(QuoteTokens tokens, int i) =>
        tokens[i].Length == 2 && (tokens.Is(i, "st") || tokens.Is(i, "nd") || tokens.Is(i, "rd") || tokens.Is(i, "th") || tokens.Is(i, "er"));

    private static (StatedDate Value, int Last)? Date(int year, int month, int day, int last) =>
        Valid(year, month, day) is { } date ? (new StatedDate(date, []), last) : null;

    private static LocalDate? Valid(int year, int month, int day) =>
        year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static int Int(QuoteTokens tokens, int i) =>
        tokens[i].Length <= 4 && int.TryParse(tokens.Text(i), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : -1;
}
