using System.Collections.Frozen;
using NodaTime;

namespace SourcingBot.Quotes;

/// <summary>Reads dates. Where day and month could be either way round, both are told and none is chosen.</summary>
internal static class DateReader
{
    private static readonly FrozenDictionary<string, int> Months = Enumerable.Range(1, 12).SelectMany(n => MonthNames[n - 1].Split(' ').Select(name => (name, n)))
        .ToFrozenDictionary(m => m.name, m => m.n, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, IsoDayOfWeek> WeekDays = new Dictionary<string, IsoDayOfWeek>(StringComparer.Ordinal)
    {
        ["monday"] = IsoDayOfWeek.Monday,
        ["tuesday"] = IsoDayOfWeek.Tuesday,
        ["wednesday"] = IsoDayOfWeek.Wednesday,
        ["thursday"] = IsoDayOfWeek.Thursday,
        ["friday"] = IsoDayOfWeek.Friday,
        ["saturday"] = IsoDayOfWeek.Saturday,
        ["sunday"] = IsoDayOfWeek.Sunday,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static string[] MonthNames =>
    [
        "january jan enero janvier", "february feb febrero fevrier", "march mar marzo mars", "april apr abril avril", "may mayo mai", "june jun junio juin",
        "july jul julio juillet", "august aug agosto aout", "september sep sept septiembre septembre", "october oct octubre octobre",
        "november nov noviembre novembre", "december dec diciembre decembre",
    ];

    /// <summary>Reads the dates.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="anchor">The day the message was sent, or null.</param>
    public static List<Fact<StatedDate>> Read(QuoteTokens tokens, LocalDate? anchor)
    {
        var found = new List<Fact<StatedDate>>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind is QuoteTokenKind.Mark or QuoteTokenKind.LineEnd) continue;
            if ((Digits(tokens, i) ?? Named(tokens, i) ?? Chinese(tokens, i) ?? Relative(tokens, i, anchor)) is not { } date) continue;
            found.Add(new(date.Value, tokens.Span(i, date.Last)));
            i = date.Last;
        }

        return [.. found.DistinctBy(d => (d.Value.Date, d.Value.Alternatives.Count, d.Span.Start))];
    }

    private static (StatedDate Value, int Last)? Digits(QuoteTokens tokens, int i)
    {
        if (tokens[i].Kind != QuoteTokenKind.Number) return null;

        // "14.07.2026" is one number token; "2026-07-14" and "14/07/2026" are five.
        if (Dotted(tokens, i) is { } dotted) return dotted;
        var mark = tokens.Is(i + 1, "-") ? "-" : tokens.Is(i + 1, "/") ? "/" : null;
        if (mark is null || !tokens.Is(i + 3, mark) || tokens[i + 2].Kind != QuoteTokenKind.Number || tokens[i + 4].Kind != QuoteTokenKind.Number) return null;
        if (!tokens[i + 1].Glued || !tokens[i + 2].Glued || !tokens[i + 3].Glued || !tokens[i + 4].Glued) return null;
        var (a, b, c) = (Int(tokens, i), Int(tokens, i + 2), Int(tokens, i + 4));
        if (tokens[i].Length == 4) return Valid(a, b, c) is { } iso ? (new StatedDate(iso, []), i + 4) : null;
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
        if (first == 4) return Valid(a, b, c) is { } iso ? (new StatedDate(iso, []), i) : null;

        // With points the day comes first, everywhere that they are used.
        return c > 1000 && Valid(c, b, a) is { } date ? (new StatedDate(date, []), i) : null;
    }

    private static (StatedDate Value, int Last)? DayAndMonth(int a, int b, int year, int last)
    {
        var dayFirst = Valid(year, b, a);
        var monthFirst = Valid(year, a, b);
        if (dayFirst is { } one && monthFirst is { } other && one != other) return (new StatedDate(null, [one, other]), last);
        return (dayFirst ?? monthFirst) is { } date ? (new StatedDate(date, []), last) : null;
    }

    /// <summary>"14 July 2026", "July 14th, 2026", "18 de julio de 2026", "14-Jul-2026".</summary>
    private static (StatedDate Value, int Last)? Named(QuoteTokens tokens, int i)
    {
        if (tokens[i].Kind == QuoteTokenKind.Number && Int(tokens, i) is >= 1 and <= 31 and var day)
        {
            var at = i + 1;
            if (IsOrdinal(tokens, at)) at++;
            while (tokens.Is(at, "-") || tokens.Is(at, "de") || tokens.Is(at, "of") || tokens.Is(at, ".")) at++;
            return MonthAt(tokens, at) is { } month ? YearAfter(tokens, at + 1) is { } year ? Date(year.Year, month, day, year.At) : null : null;
        }

        if (MonthAt(tokens, i) is not { } named || tokens[i + 1].Kind != QuoteTokenKind.Number || Int(tokens, i + 1) is not (>= 1 and <= 31 and var second)) return null;
        var behind = IsOrdinal(tokens, i + 2) ? i + 3 : i + 2;
        return YearAfter(tokens, behind) is { } found ? Date(found.Year, named, second, found.At) : null;
    }

    private static (StatedDate Value, int Last)? Chinese(QuoteTokens tokens, int i)
    {
        if (tokens[i].Kind != QuoteTokenKind.Number || !tokens.Is(i + 1, "年") || !tokens.Is(i + 3, "月")) return null;
        if (!tokens.Is(i + 5, "日") && !tokens.Is(i + 5, "号")) return null;
        return Date(Int(tokens, i), Int(tokens, i + 2), Int(tokens, i + 4), i + 5);
    }

    private static (StatedDate Value, int Last)? Relative(QuoteTokens tokens, int i, LocalDate? anchor)
    {
        if (anchor is not { } today) return null;
        if (tokens.Is(i, "today") || tokens.Is(i, "hoy")) return (new StatedDate(today, [], IsRelative: true), i);
        if (tokens.Is(i, "tomorrow") || tokens.Is(i, "demain")) return (new StatedDate(today.PlusDays(1), [], IsRelative: true), i);
        if (tokens.StartsAt(i, "今天")) return (new StatedDate(today, [], IsRelative: true), i + 1);
        if (tokens.StartsAt(i, "明天")) return (new StatedDate(today.PlusDays(1), [], IsRelative: true), i + 1);
        return WeekDays.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(tokens.Text(i), out var day)
            ? (new StatedDate(today.Next(day), [], IsRelative: true), i)
            : null;
    }

    private static (int Year, int At)? YearAfter(QuoteTokens tokens, int at)
    {
        while (tokens.Is(at, ",") || tokens.Is(at, "de") || tokens.Is(at, "-") || tokens.Is(at, ".") || tokens.Is(at, "del")) at++;
        return tokens[at].Kind == QuoteTokenKind.Number && tokens[at].Length == 4 && Int(tokens, at) is >= 1990 and <= 2100 and var year ? (year, at) : null;
    }

    private static int? MonthAt(QuoteTokens tokens, int i) =>
        Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(tokens.Text(i), out var month) ? month : null;

    private static bool IsOrdinal(QuoteTokens tokens, int i) =>
        tokens.Is(i, "st") || tokens.Is(i, "nd") || tokens.Is(i, "rd") || tokens.Is(i, "th") || tokens.Is(i, "er");

    private static (StatedDate Value, int Last)? Date(int year, int month, int day, int last) =>
        Valid(year, month, day) is { } date ? (new StatedDate(date, []), last) : null;

    private static LocalDate? Valid(int year, int month, int day) =>
        year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static int Int(QuoteTokens tokens, int i) =>
        tokens[i].Length <= 4 && int.TryParse(tokens.Text(i), out var value) ? value : -1;
}
