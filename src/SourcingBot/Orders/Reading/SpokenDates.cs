using NodaTime;
using SourcingBot.Quotes;
using SourcingBot.Text;

namespace SourcingBot.Orders;

/// <summary>On which side of today a date without a year lies.</summary>
internal enum DateSide
{
    /// <summary>It has happened.</summary>
    Past,

    /// <summary>It is to come, or was to come not long ago.</summary>
    Future,
}

/// <summary>A date as somebody said it.</summary>
/// <param name="Date">The date, or null where day and month could be either way round.</param>
/// <param name="Alternatives">The dates that it could be when it is ambiguous; else empty.</param>
/// <param name="Span">The words.</param>
internal sealed record SpokenDate(LocalDate? Date, IReadOnlyList<LocalDate> Alternatives, TextSpan Span);

/// <summary>Reads dates as people say them to each other: "20 Dec", "yesterday", "3 days ago", "last Monday". Pure.</summary>
internal static class SpokenDates
{
    /// <summary>Days.</summary>
    private const int NearFuture = 60;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] LongMonths = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The dates in the order of the text.</summary>
    /// <param name="text">The message.</param>
    /// <param name="words">Its words.</param>
    /// <param name="today">The day on which it was said, in the speaker's zone.</param>
    /// <param name="side">Where dates without a year lie.</param>
    public static IReadOnlyList<SpokenDate> Read(string text, IReadOnlyList<Word> words, LocalDate today, DateSide side)
    {
        // Full dates are a fact that the reader of quotes knows all forms of.
        var found = QuoteReader.Read(text).Dates.Select(d => new SpokenDate(d.Value.Date, d.Value.Alternatives, d.Span)).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if (found.Exists(f => f.Span.Overlaps(words[i].Span)) || One(text, words, i, today, side) is not { } one) continue;
            found.Add(one.Date);
            i = one.Last;
        }

        return [.. found.OrderBy(f => f.Span.Start)];
    }

    /// <summary>Whether some words look like a date and are none that was read.</summary>
    /// <param name="text">The message.</param>
    /// <param name="words">Its words.</param>
    /// <param name="isTaken">Whether a word belongs to a date or number that was read.</param>
    public static bool IsUnread(string text, IReadOnlyList<Word> words, Func<Word, bool> isTaken)
    {
        string At(int n) => n >= 0 && n < words.Count ? words[n].Text : string.Empty;
        bool IsNumber(int n) => n >= 0 && n < words.Count && char.IsAsciiDigit(words[n].Text[0]);
        for (var i = 0; i < words.Count; i++)
        {
            if (isTaken(words[i])) continue;
            var next = At(i + 1);
            if (At(i) is "last" or "next" or "this" or "past" && next is "week" or "weekend" or "month" or "year" or "quarter") return true;
            if (At(i) is "month" or "months" or "week" or "weeks" or "days" && next == "ago") return true;
            if (MonthOf(At(i)) is not null && (IsNumber(i - 1) || IsNumber(i + 1) || (At(i).Length > 3 && At(i - 1) is "in" or "of" or "by" or "until" or "before" or "since" or "mid" or "early" or "late"))) return true;
            if (IsNumber(i) && IsNumber(i + 1) && IsNumber(i + 2) && IsMark(words[i], words[i + 1]) && IsMark(words[i + 1], words[i + 2])) return true;
        }

        return false;

        bool IsMark(Word one, Word other) => other.Span.Start == one.Span.End + 1 && text[one.Span.End] is '.' or '-' or '/';
    }

    private static (SpokenDate Date, int Last)? One(string text, IReadOnlyList<Word> words, int i, LocalDate today, DateSide side)
    {
        string At(int n) => n < words.Count ? words[n].Text : string.Empty;
        (SpokenDate, int)? Sure(LocalDate date, int last) => (new SpokenDate(date, [], words[i].Span.Union(words[last].Span)), last);

        switch (At(i))
        {
            case "today" or "tonight" or "now":
                return Sure(today, i);
            case "yesterday":
                return i >= 3 && At(i - 1) == "before" ? null : Sure(today.PlusDays(-1), i);
            case "tomorrow":
                return Sure(today.PlusDays(1), i);
            case "day" when At(i + 1) == "before" && At(i + 2) == "yesterday":
                return Sure(today.PlusDays(-2), i + 2);
            case "day" when At(i + 1) == "after" && At(i + 2) == "tomorrow":
                return Sure(today.PlusDays(2), i + 2);
            case "in" when Count(At(i + 1)) is { } days && Unit(At(i + 2)) is { } unit:
                return Sure(today.PlusDays(days * unit), i + 2);
            case "last" or "next" or "on" or "this" when DayOf(At(i + 1)) is { } weekday:
                return Sure(Weekday(today, weekday, At(i) switch { "last" => DateSide.Past, "next" => DateSide.Future, _ => side }), i + 1);
            case var word when Count(word) is { } days && Unit(At(i + 1)) is { } unit && At(i + 2) == "ago":
                return Sure(today.PlusDays(-days * unit), i + 2);
            case var word when DayOf(word) is { } weekday && word.Length > 3:
                return Sure(Weekday(today, weekday, side), i);
            case var word when MonthOf(word) is { } month && words.Count > i + 1 && words[i + 1].Number is >= 1 and <= 31 and var day && IsNear(text, words[i], words[i + 1]):
                return Nearest(month, day, today, side) is { } date ? Sure(date, IsOrdinal(At(i + 2)) ? i + 2 : i + 1) : null;
        }

        if (words[i].Number is not (>= 1 and <= 31 and var first)) return null;
        var next = IsOrdinal(At(i + 1)) || At(i + 1) == "of" ? i + 2 : i + 1;
        if (At(next) == "of") next++;
        if (MonthOf(At(next)) is { } named && IsNear(text, words[next - 1], words[next])) return Nearest(named, first, today, side) is { } date ? Sure(date, next) : null;
        return next == i + 1 ? InDigits(text, words, i, first, today, side) : null;
    }

    /// <summary>"20/12" and "20.12.": which is the month is asked where both could be.</summary>
    private static (SpokenDate Date, int Last)? InDigits(string text, IReadOnlyList<Word> words, int i, int first, LocalDate today, DateSide side)
    {
        if (i + 1 >= words.Count || words[i + 1].Number is not (>= 1 and <= 31 and var second) || words[i + 1].Span.Start != words[i].Span.End + 1) return null;
        var mark = text[words[i].Span.End];
        if (mark is not ('/' or '.') || (i > 0 && words[i - 1].Span.End == words[i].Span.Start - 1 && text[words[i].Span.Start - 1] is '/' or ',' or '.')) return null;

        // "1.5" is an amount; a date with points is followed by another point or has a month that no amount would have.
        var behind = words[i + 1].Span.End;
        if (mark == '.' && (behind >= text.Length || text[behind] != '.')) return null;
        if (behind < text.Length && text[behind] == mark && mark == '/') return null;
        var span = words[i].Span.Union(words[i + 1].Span);
        LocalDate?[] both = mark == '.' ? [Nearest(second, first, today, side)] : [Nearest(second, first, today, side), Nearest(first, second, today, side)];
        var could = both.OfType<LocalDate>().Distinct().ToList();
        return could.Count switch
        {
            0 => null,
            1 => (new SpokenDate(could[0], [], span), i + 1),
            _ => (new SpokenDate(null, could, span), i + 1),
        };
    }

    /// <summary>
    /// The year that brings it nearest: for what happened the last such day up to tomorrow, unless the next one is near and that one
    /// nearly a year ago (whoever says it in November of a day in December means this year's, and is told that it has not come); for what
    /// is to come the next one, or one not long ago.
    /// </summary>
    private static LocalDate? Nearest(int month, int day, LocalDate today, DateSide side)
    {
        if (month is < 1 or > 12) return null;
        var years = side == DateSide.Past ? [today.Year + 1, today.Year, today.Year - 1] : new[] { today.Year - 1, today.Year, today.Year + 1 };
        foreach (var year in years)
        {
            if (day > CalendarSystem.Iso.GetDaysInMonth(year, month)) continue;
            var date = new LocalDate(year, month, day);
            if (side == DateSide.Past ? date <= today.PlusDays(NearFuture) : date >= today.PlusDays(-60)) return date;
        }

        return null;
    }

    private static LocalDate Weekday(LocalDate today, IsoDayOfWeek day, DateSide side) =>
        side == DateSide.Past ? today.DayOfWeek == day ? today : today.Previous(day) : today.Next(day);

    private static bool IsNear(string text, Word one, Word other) => other.Span.Start - one.Span.End <= 2 && !text.AsSpan(one.Span.End, other.Span.Start - one.Span.End).Contains('\n');

    private static int? MonthOf(string word)
    {
        var at = Array.IndexOf(LongMonths, word);
        if (at < 0) at = Array.IndexOf(Months, word == "sept" ? "sep" : word);
        return at < 0 ? null : at + 1;
    }

    private static IsoDayOfWeek? DayOf(string word)
    {
        var at = Array.FindIndex(Days, d => d == word || (word.Length is >= 3 and <= 5 && d.StartsWith(word, StringComparison.Ordinal)));
        return at < 0 ? null : (IsoDayOfWeek)(at + 1);
    }

    private static int? Count(string word) => word switch
    {
        "a" or "an" or "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "ten" => 10,
        _ => word.Length is >= 1 and <= 3 && int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    private static int? Unit(string word) => word switch { "day" or "days" => 1, "week" or "weeks" => 7, _ => null };

    private static bool IsOrdinal(string word) => word is "st" or "nd" or "rd" or "th";
}
