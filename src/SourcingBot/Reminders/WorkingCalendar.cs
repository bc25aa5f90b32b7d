using NodaTime;

namespace SourcingBot.Reminders;

/// <summary>What kind of day a date is in a country.</summary>
public enum DayKind
{
    /// <summary>An ordinary working day.</summary>
    Working,

    /// <summary>A weekend day on which people work to make up for a holiday.</summary>
    MakeUpWorking,

    /// <summary>A weekend day.</summary>
    Weekend,

    /// <summary>A public holiday, or a day off beside one.</summary>
    Holiday,
}

/// <summary>A day that is not as its weekday says.</summary>
/// <param name="Date">The date.</param>
/// <param name="Name">The holiday's name, as in the file.</param>
/// <param name="IsOff">Whether people are off; false for a make-up working day.</param>
/// <param name="IsEstimated">Whether it was computed and not announced.</param>
public sealed record SpecialDay(LocalDate Date, string Name, bool IsOff, bool IsEstimated = false);

/// <summary>The working days of one country.</summary>
public sealed class WorkingCalendar
{
    /// <summary>The country, ISO 3166 two letters.</summary>
    public string Country => throw new NotSupportedException();

    /// <summary>What kind of day it is.</summary>
    /// <param name="date">The date.</param>
    public DayKind KindOf(LocalDate date) => throw new NotSupportedException();

    /// <summary>Whether people work.</summary>
    /// <param name="date">The date.</param>
    public bool IsWorkingDay(LocalDate date) => throw new NotSupportedException();

    /// <summary>The special day, or null where the weekday decides.</summary>
    /// <param name="date">The date.</param>
    public SpecialDay? SpecialOn(LocalDate date) => throw new NotSupportedException();

    /// <summary>Whether what is known of the date's year is computed and not announced.</summary>
    /// <param name="date">The date.</param>
    public bool IsEstimated(LocalDate date) => throw new NotSupportedException();

    /// <summary>The date so many working days later (or earlier, for a negative number), the start not counted; the start itself for 0.</summary>
    /// <param name="start">The start.</param>
    /// <param name="days">How many.</param>
    public LocalDate AddWorkingDays(LocalDate start, int days) => throw new NotSupportedException();

    /// <summary>The date itself if people work, else the last working day before it.</summary>
    /// <param name="date">The date.</param>
    public LocalDate OnOrBefore(LocalDate date) => throw new NotSupportedException();
}

/// <summary>The working calendars by country. A country without a file has weekends alone.</summary>
public sealed class WorkingCalendars
{
    /// <summary>The calendars that are part of the program: China, 2026 as announced and later years computed.</summary>
    public static WorkingCalendars BuiltIn => throw new NotSupportedException();

    /// <summary>The built-in calendars with files over them; a file replaces its country's year.</summary>
    /// <param name="files">Name and JSON text of each file, in the shape of holiday-cn, with "country" where it is not China.</param>
    /// <exception cref="Orders.PolicyFileException">A file is wrong; the message names file and place.</exception>
    public static WorkingCalendars With(IEnumerable<(string Name, string Json)> files) => throw new NotSupportedException();

    /// <summary>The calendar of a country.</summary>
    /// <param name="country">ISO 3166 two letters, any case; null means weekends alone.</param>
    public WorkingCalendar Of(string? country) => throw new NotSupportedException();
}
