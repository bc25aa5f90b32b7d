using System.Collections.Concurrent;
using System.Collections.Frozen;
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

/// <summary>The working days of one country. Immutable.</summary>
public sealed class WorkingCalendar
{
    private readonly FrozenSet<IsoDayOfWeek> _weekend;
    private readonly FrozenDictionary<LocalDate, SpecialDay> _announced;
    private readonly FrozenSet<int> _announcedYears;
    private readonly Func<int, IReadOnlyDictionary<LocalDate, SpecialDay>>? _estimate;
    private readonly ConcurrentDictionary<int, IReadOnlyDictionary<LocalDate, SpecialDay>> _estimated = new();

    /// <summary>A calendar.</summary>
    /// <param name="country">The country, ISO 3166 two letters; empty for none.</param>
    /// <param name="weekend">The days off of a week.</param>
    /// <param name="announced">The announced special days.</param>
    /// <param name="announcedYears">The years whose special days are announced.</param>
    /// <param name="estimate">Computes a year that is not announced, or null.</param>
    internal WorkingCalendar(
        string country, IEnumerable<IsoDayOfWeek> weekend, IEnumerable<SpecialDay> announced, IEnumerable<int> announcedYears,
        Func<int, IReadOnlyDictionary<LocalDate, SpecialDay>>? estimate)
    {
        Country = country;
        _weekend = weekend.ToFrozenSet();
        _announced = announced.ToFrozenDictionary(d => d.Date);
        _announcedYears = announcedYears.ToFrozenSet();
        _estimate = estimate;
    }

    /// <summary>The country, ISO 3166 two letters; empty where weekends alone are known.</summary>
    public string Country { get; }

    /// <summary>What kind of day it is.</summary>
    /// <param name="date">The date.</param>
    public DayKind KindOf(LocalDate date)
    {
        var isWeekend = _weekend.Contains(date.DayOfWeek);
        return SpecialOn(date) switch
        {
            { IsOff: true } => DayKind.Holiday,
            { IsOff: false } when isWeekend => DayKind.MakeUpWorking,
            null when isWeekend => DayKind.Weekend,
            _ => DayKind.Working,
        };
    }

    /// <summary>Whether people work.</summary>
    /// <param name="date">The date.</param>
    public bool IsWorkingDay(LocalDate date) => KindOf(date) is DayKind.Working or DayKind.MakeUpWorking;

    /// <summary>The special day, or null where the weekday decides.</summary>
    /// <param name="date">The date.</param>
    public SpecialDay? SpecialOn(LocalDate date)
    {
        if (_announced.TryGetValue(date, out var day)) return day;
        return IsEstimated(date) ? _estimated.GetOrAdd(date.Year, _estimate!).GetValueOrDefault(date) : null;
    }

    /// <summary>Whether what is known of the date's year is computed and not announced.</summary>
    /// <param name="date">The date.</param>
    public bool IsEstimated(LocalDate date) => _estimate is not null && !_announcedYears.Contains(date.Year);

    /// <summary>The date so many working days later (or earlier, for a negative number), the start not counted; the start itself for 0.</summary>
    /// <param name="start">The start.</param>
    /// <param name="days">How many.</param>
    public LocalDate AddWorkingDays(LocalDate start, int days)
    {
        var step = Math.Sign(days);
        var date = start;
        for (var left = Math.Abs(days); left > 0;)
        {
            date = date.PlusDays(step);
            if (IsWorkingDay(date)) left--;
        }

        return date;
    }

    /// <summary>The date itself if people work, else the last working day before it.</summary>
    /// <param name="date">The date.</param>
    public LocalDate OnOrBefore(LocalDate date)
    {
        while (!IsWorkingDay(date)) date = date.PlusDays(-1);
        return date;
    }
}
