using NodaTime;

namespace SourcingBot.Reminders;

/// <summary>Finds hours at which people may be spoken to. Works on the reader's clock, so both changes of the clock are kept.</summary>
internal static class DecentTime
{
    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>The instant itself if it is a decent hour on a day on which both sides work, else the nearest earlier such time.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="reader">Whose time counts.</param>
    /// <param name="holiday">The holiday it was moved around, or null.</param>
    public static Instant AtOrBefore(Instant at, ReaderTime reader, out string? holiday)
    {
        holiday = null;
        var decent = HourAtOrBefore(at, reader);
        var date = decent.InZone(reader.Zone).Date;
        var day = date;
        while (!(reader.Reader.IsWorkingDay(day) && reader.Supplier.IsWorkingDay(day)))
        {
            holiday ??= reader.Reader.SpecialOn(day)?.Name ?? reader.Supplier.SpecialOn(day)?.Name;
            day = day.PlusDays(-1);
        }

        return day == date ? decent : day.At(HourOf(reader.Quiet)).InZoneLeniently(reader.Zone).ToInstant();
    }

    /// <summary>The instant itself if it is no quiet hour, else an hour before the quiet began, on whatever day.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="reader">Whose time counts.</param>
    public static Instant HourAtOrBefore(Instant at, ReaderTime reader)
    {
        var local = at.InZone(reader.Zone);
        if (!reader.Quiet.Contains(local.TimeOfDay)) return at;
        var began = local.TimeOfDay >= reader.Quiet.From ? local.Date : local.Date.PlusDays(-1);

        // An hour before, so that there is time to act; at the start of what is not quiet where that is shorter.
        var before = began.At(reader.Quiet.From).PlusHours(-1);
        if (reader.Quiet.Contains(before.TimeOfDay)) before = began.At(reader.Quiet.From).PlusMinutes(-1);
        return before.InZoneLeniently(reader.Zone).ToInstant();
    }

    /// <summary>The instant itself if it is no quiet hour, else when quiet ends.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="reader">Whose time counts.</param>
    public static Instant AtOrAfter(Instant at, ReaderTime reader)
    {
        var local = at.InZone(reader.Zone);
        if (!reader.Quiet.Contains(local.TimeOfDay)) return at;
        var ends = local.TimeOfDay < reader.Quiet.To ? local.Date : local.Date.PlusDays(1);
        return ends.At(reader.Quiet.To).InZoneLeniently(reader.Zone).ToInstant();
    }

    /// <summary>When in the day a reminder comes: nine in the morning, or the end of quiet where that is later.</summary>
    /// <param name="quiet">The quiet hours.</param>
    public static LocalTime HourOf(QuietHours quiet) => quiet.Contains(Morning) ? quiet.To : Morning;
}
