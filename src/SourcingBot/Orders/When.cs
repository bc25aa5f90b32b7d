using System.Globalization;
using NodaTime;
using SourcingBot.Resources;

namespace SourcingBot.Orders;

/// <summary>Says dates and times as people read them: the month in letters, because 03/04 is read in two ways.</summary>
internal static class When
{
    /// <summary>"14 Dec 2026".</summary>
    /// <param name="date">The date.</param>
    public static string Day(LocalDate date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Mon 14 Dec 2026".</summary>
    /// <param name="date">The date.</param>
    public static string Weekday(LocalDate date) => date.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The last moment before an instant: "Mon 14 Dec 2026, 17:00", or the day alone where it ends with the day.</summary>
    /// <param name="end">The instant at which it is over.</param>
    /// <param name="zone">The reader's zone.</param>
    public static string Until(Instant end, DateTimeZone zone)
    {
        var local = end.InZone(zone).LocalDateTime;
        return local.TimeOfDay == LocalTime.Midnight ? Weekday(local.Date.PlusDays(-1)) : Say(Words.WhenBefore, Weekday(local.Date), Clock(local.TimeOfDay));
    }

    /// <summary>An instant: "Mon 14 Dec 2026, 17:00", or the day alone at its beginning.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="zone">The reader's zone.</param>
    public static string From(Instant instant, DateTimeZone zone)
    {
        var local = instant.InZone(zone).LocalDateTime;
        return local.TimeOfDay == LocalTime.Midnight ? Weekday(local.Date) : Say(Words.WhenFrom, Weekday(local.Date), Clock(local.TimeOfDay));
    }

    /// <summary>"today", "tomorrow", "in 12 days", "yesterday", "12 days ago".</summary>
    /// <param name="days">Days from today.</param>
    public static string Left(int days) => days switch
    {
        0 => Words.WhenToday,
        1 => Words.WhenTomorrow,
        -1 => Words.WhenYesterday,
        > 1 => Say(Words.WhenInDays, days),
        _ => Say(Words.WhenDaysAgo, -days),
    };

    /// <summary>Words with values in them.</summary>
    /// <param name="text">The words, with {0} and so on.</param>
    /// <param name="values">The values.</param>
    public static string Say(string text, params object?[] values) => string.Format(CultureInfo.InvariantCulture, text, values);

    private static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
