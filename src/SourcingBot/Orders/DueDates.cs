using NodaTime;
using SourcingBot.Reminders;

namespace SourcingBot.Orders;

/// <summary>What a reading counts from in one order.</summary>
/// <param name="Event">The entry, or null.</param>
/// <param name="Index">Its place among the entries that count; -1 for a date of the order.</param>
/// <param name="Date">The date of the order, on the calendar of the clock that counts, or null.</param>
internal sealed record DeadlineStart(OrderEvent? Event, int Index, LocalDate? Date)
{
    /// <summary>The start's day on the reader's calendar, for comparing.</summary>
    /// <param name="reader">The reader's zone.</param>
    public LocalDate DayFor(DateTimeZone reader) => Date ?? Event!.On.DateIn(reader);
}

/// <summary>When something is due.</summary>
/// <param name="At">The instant at which it is over, or from which it is open.</param>
/// <param name="Date">The day on the calendar of the clock that counts.</param>
/// <param name="IsStartAssumed">Whether it counts from an assumed moment.</param>
/// <param name="IsEstimated">Whether estimated holidays count in.</param>
internal readonly record struct DueDate(Instant At, LocalDate Date, bool IsStartAssumed = false, bool IsEstimated = false);

/// <summary>Adds lengths to starts on the clock that counts. Always the earliest that the start can mean.</summary>
internal static class DueDates
{
    /// <summary>When a length is over, or opens.</summary>
    /// <param name="reading">The reading, with its length, unit and clock.</param>
    /// <param name="length">The length; differs from the reading's where a team set it.</param>
    /// <param name="start">What it counts from.</param>
    /// <param name="opens">Whether the day itself is meant, and not its end.</param>
    /// <param name="reader">The reader's zone, in which days were said.</param>
    /// <param name="calendar">The working calendar of the marketplace's country.</param>
    public static DueDate Add(RuleReading reading, int length, DeadlineStart start, bool opens, DateTimeZone reader, WorkingCalendar calendar)
    {
        var clock = reading.Zone ?? reader;
        if (reading.Unit == LengthUnit.Hours) return AddHours(length, start, reader, clock);
        if (reading.Unit == LengthUnit.CalendarDays && start.Event?.On.Instant is { } instant && !opens)
        {
            // Known to the instant: a marketplace that counts 24-hour days is over at the same time of the last day.
            var end = instant.InZone(clock).LocalDateTime.PlusDays(length);
            return new DueDate(end.InZoneLeniently(clock).ToInstant(), end.Date);
        }

        var first = start.Date ?? start.Event!.On.Earliest(reader).InZone(clock).Date;
        var last = reading.Unit == LengthUnit.WorkingDays ? calendar.AddWorkingDays(first, length) : first.PlusDays(length);
        var estimated = reading.Unit == LengthUnit.WorkingDays && (calendar.IsEstimated(first) || calendar.IsEstimated(last));
        return new DueDate(clock.AtStartOfDay(opens ? last : last.PlusDays(1)).ToInstant(), last, IsEstimated: estimated);
    }

    /// <summary>When a day that the order page shows is over: the marketplace may mean its own midnight or the reader's, so the earlier.</summary>
    /// <param name="told">The entry that tells it.</param>
    /// <param name="extraDays">Days by which it was extended since.</param>
    /// <param name="reader">The reader's zone.</param>
    /// <param name="clock">The marketplace's zone.</param>
    /// <returns>Null when the entry tells no day.</returns>
    public static DueDate? Told(OrderEvent told, int extraDays, DateTimeZone reader, DateTimeZone clock)
    {
        if (told.UntilInstant is { } instant)
        {
            var end = instant.InZone(clock).LocalDateTime.PlusDays(extraDays);
            return new DueDate(end.InZoneLeniently(clock).ToInstant(), end.Date);
        }

        if (told.Until is not { } until) return null;
        var day = until.PlusDays(extraDays);
        return new DueDate(Instant.Min(clock.AtStartOfDay(day.PlusDays(1)).ToInstant(), reader.AtStartOfDay(day.PlusDays(1)).ToInstant()), day);
    }

    private static DueDate AddHours(int length, DeadlineStart start, DateTimeZone reader, DateTimeZone clock)
    {
        var hours = Duration.FromHours(length);
        if (start.Date is { } date) return At(clock.AtStartOfDay(date).ToInstant() + hours, assumed: true);
        var on = start.Event!.On;
        var from = on.Earliest(reader);

        // Told on the day itself, a short length may be over only because the hour is unknown; then it counts from the telling.
        if (on.Instant is null && from + hours <= start.Event.RecordedAt && start.Event.RecordedAt < on.Latest(reader)) from = start.Event.RecordedAt;
        return At(from + hours, on.Instant is null);

        DueDate At(Instant due, bool assumed) => new(due, due.InZone(clock).Date, assumed);
    }
}
