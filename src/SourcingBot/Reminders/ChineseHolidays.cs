using System.Collections.ObjectModel;
using System.Globalization;
using NodaTime;

namespace SourcingBot.Reminders;

/// <summary>
/// Computes China's holidays for years that are not announced yet. The thirteen statutory days follow State Council Order 795
/// (in force 1 January 2025); the length of the blocks is what the announcements of 2025 and 2026 gave. Make-up working
/// days are announced each year and not guessed here.
/// </summary>
internal static class ChineseHolidays
{
    /// <summary>The name of the Spring Festival, as the files write it.</summary>
    public const string SpringFestival = "春节";

    private const int FirstYear = 1901;
    private const int LastYear = 2100;

    /// <summary>The estimated days off of a year; none outside of the lunar calendar's range, 1901 to 2100.</summary>
    /// <param name="year">The year.</param>
    public static IReadOnlyDictionary<LocalDate, SpecialDay> Estimate(int year)
    {
        if (year is < FirstYear or > LastYear) return ReadOnlyDictionary<LocalDate, SpecialDay>.Empty;
        var days = new Dictionary<LocalDate, SpecialDay>();
        var newYear = LunarDate(year, 1, 1);
        var midAutumn = LunarDate(year, 8, 15);

        // A Mid-Autumn inside or beside Golden Week makes it a day longer.
        var insideGoldenWeek = midAutumn >= new LocalDate(year, 9, 30) && midAutumn <= new LocalDate(year, 10, 8);
        Single("元旦", new LocalDate(year, 1, 1));
        Block(SpringFestival, newYear.PlusDays(-1), 8);
        Single("清明节", Qingming(year));
        Block("劳动节", new LocalDate(year, 5, 1), 5);
        Single("端午节", LunarDate(year, 5, 5));
        if (!insideGoldenWeek) Single("中秋节", midAutumn);
        Block("国庆节", new LocalDate(year, 10, 1), insideGoldenWeek ? 8 : 7);
        return days;

        void Block(string name, LocalDate first, int length)
        {
            for (var i = 0; i < length; i++) days.TryAdd(first.PlusDays(i), new SpecialDay(first.PlusDays(i), name, IsOff: true, IsEstimated: true));
        }

        // On a weekend the Monday after it is off instead.
        void Single(string name, LocalDate day)
        {
            Block(name, day, 1);
            if (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) Block(name, day.Next(IsoDayOfWeek.Monday), 1);
        }
    }

    /// <summary>The date of a day of the lunar year that begins in a year.</summary>
    /// <param name="year">The year in which the lunar year begins.</param>
    /// <param name="month">The month, 1 to 12, leap months not counted.</param>
    /// <param name="day">The day.</param>
    public static LocalDate LunarDate(int year, int month, int day)
    {
        var calendar = new ChineseLunisolarCalendar();

        // The calendar numbers months through; behind a leap month each is one higher (GetLeapMonth gives the leap month's own number).
        var leap = calendar.GetLeapMonth(year);
        return LocalDate.FromDateTime(calendar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    /// <summary>Qingming, the fifth solar term; the formula holds for this century.</summary>
    /// <param name="year">The year.</param>
    public static LocalDate Qingming(int year)
    {
        var yy = year % 100;
        return new LocalDate(year, 4, (int)((0.2422 * yy) + 4.81) - (yy / 4));
    }
}
