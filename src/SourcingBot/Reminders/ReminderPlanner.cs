using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SourcingBot.Orders;

namespace SourcingBot.Reminders;

/// <summary>Turns a deadline into reminder times. Pure.</summary>
public static class ReminderPlanner
{
    /// <summary>How long before the end the last reminder has to come, so that something can still be done.</summary>
    private static readonly Duration TimeToAct = Duration.FromHours(3);

    /// <summary>How long the owner has to react to the last reminder before the backup is asked.</summary>
    private static readonly Duration TimeToReact = Duration.FromHours(2);

    /// <summary>How many days before a deadline it is reminded of, most first. The dispute window: 14, 7, 3, 1, 0.</summary>
    /// <param name="deadline">The deadline.</param>
    public static IReadOnlyList<int> DefaultOffsets(Deadline deadline) => deadline switch
    {
        // What the team may do from a day on is told on that day; what comes by itself the day before, while something can be prepared.
        { Opens: true, Actor: Party.Buyer } => [0],
        { Opens: true } => [1],
        _ => DefaultOffsets(deadline.Kind),
    };

    private static IReadOnlyList<int> DefaultOffsets(DeadlineKind kind) => kind switch
    {
        DeadlineKind.DisputeWindow or DeadlineKind.EasyReturn => [14, 7, 3, 1, 0],
        DeadlineKind.OfflineComplaint or DeadlineKind.Chargeback or DeadlineKind.PaymentDispute => [30, 14, 7, 3, 1, 0],
        DeadlineKind.Compensation => [7, 1, 0],
        DeadlineKind.AutomaticReceipt => [7, 3, 1, 0],
        DeadlineKind.Evidence => [3, 1, 0],
        DeadlineKind.Shipment => [7, 1, 0],
        DeadlineKind.Escalation => [1, 0],

        // The first is far enough before the end of the window to come at once where the usual day to book is over.
        DeadlineKind.InspectionBooking => [10, 3, 0],
        _ => [0],
    };

    /// <summary>
    /// Plans the reminders of a running (or late) deadline, by time. Gentle ones are moved to decent hours and off weekends and both
    /// sides' holidays, always earlier. The last one keeps its day and says why it came. What lies in the past is one reminder now.
    /// Nothing for what is done, moot or ran out in the team's sight, nor for the hours in which an order can be cancelled: whoever has just
    /// paid does not think of it, and the order's card says it.
    /// </summary>
    /// <param name="deadline">The deadline.</param>
    /// <param name="offsets">Days before, or null for the kind's own.</param>
    /// <param name="reader">Whose time counts.</param>
    /// <param name="now">The present.</param>
    /// <param name="hasBackup">Whether there is somebody to escalate to.</param>
    public static IReadOnlyList<PlannedReminder> Plan(Deadline deadline, IReadOnlyList<int>? offsets, ReaderTime reader, Instant now, bool hasBackup = false)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        ArgumentNullException.ThrowIfNull(reader);
        if (deadline.Status == DeadlineStatus.LateAtEntry) return IsWorthTellingLate(deadline) ? [Late(deadline, now)] : [];
        if (deadline.Status is not (DeadlineStatus.Running or DeadlineStatus.Open) || deadline.Kind == DeadlineKind.Cancellation) return [];

        // All of them first, as if the present did not matter, so that planning again gives the same ones.
        var last = Last(deadline, reader);
        var days = (offsets ?? DefaultOffsets(deadline)).Where(d => d > 0).Distinct().ToList();
        var isLastNeeded = days.Count == 0 || deadline is not { Opens: true, Actor: not Party.Buyer };
        var all = days.Select(d => Gentle(deadline, d, reader)).Where(r => r.At < last.At).Concat(isLastNeeded ? [last] : [])
            .OrderBy(r => r.At).ThenBy(r => r.DaysBefore).DistinctBy(r => r.At).ToList();
        var planned = all.Where(r => r.At > now).ToList();

        // Those that are over are one reminder now, under the nearest one's key: if that was sent in its time, it is not sent again.
        if (all.FindLast(r => r.At <= now) is { } past) planned.Insert(0, AtOnce(past, reader, now));
        if (hasBackup && deadline is { Actor: Party.Buyer, Opens: false, IsLengthUnknown: false }) planned.Add(Escalation(deadline, all, now));
        return planned;
    }

    private static PlannedReminder AtOnce(PlannedReminder past, ReaderTime reader, Instant now)
    {
        var breaks = BreaksAt(reader, now, out var holiday);
        return past.Kind == ReminderKind.Last
            ? past with { At = now, Breaks = breaks, Holiday = holiday }
            : past with { At = now, Kind = ReminderKind.CatchUp, MovedFrom = null, Holiday = null };
    }

    private static PlannedReminder Gentle(Deadline deadline, int daysBefore, ReaderTime reader)
    {
        var day = LastDay(deadline, reader.Zone).PlusDays(-daysBefore);
        var at = InZone(day, DecentTime.HourOf(reader.Quiet), reader.Zone);
        var moved = DecentTime.AtOrBefore(at, reader, out var holiday);
        return new PlannedReminder
        {
            Key = KeyOf(deadline, daysBefore),
            DeadlineKey = deadline.Key,
            At = moved,
            Kind = ReminderKind.Gentle,
            DaysBefore = daysBefore,
            MovedFrom = moved == at ? null : at,
            Holiday = holiday,
        };
    }

    private static PlannedReminder Last(Deadline deadline, ReaderTime reader)
    {
        Instant at;
        if (deadline.Opens)
        {
            // What opens is told once it is open: the first decent hour from then on.
            at = DecentTime.AtOrAfter(deadline.Due, reader);
        }
        else if (deadline.IsLengthUnknown)
        {
            // Nothing ends then: it is only time to look the date up.
            at = DecentTime.AtOrAfter(InZone(LastDay(deadline, reader.Zone), DecentTime.HourOf(reader.Quiet), reader.Zone), reader);
        }
        else
        {
            var morning = InZone(LastDay(deadline, reader.Zone), DecentTime.HourOf(reader.Quiet), reader.Zone);
            var wanted = Instant.Min(morning, deadline.Due - TimeToAct);
            var decent = DecentTime.HourAtOrBefore(wanted, reader);

            // A decent hour before anybody knew of the deadline is no use: then it comes at the wanted time, however quiet that is.
            at = decent > EnteredAt(deadline) ? decent : wanted;
        }

        return new PlannedReminder
        {
            Key = KeyOf(deadline, 0),
            DeadlineKey = deadline.Key,
            At = at,
            Kind = deadline.IsLengthUnknown ? ReminderKind.Gentle : ReminderKind.Last,
            DaysBefore = 0,
            Breaks = BreaksAt(reader, at, out var holiday),
            Holiday = holiday,
        };
    }

    private static PlannedReminder Late(Deadline deadline, Instant now) => new()
    {
        Key = KeyOf(deadline, "late"),
        DeadlineKey = deadline.Key,
        At = now,
        Kind = ReminderKind.Late,
        DaysBefore = 0,
    };

    /// <summary>The reminder to the backup, some time after the last one and before the end.</summary>
    private static PlannedReminder Escalation(Deadline deadline, List<PlannedReminder> all, Instant now)
    {
        // A booking that is told only now, because its day moved by itself, leaves the owner the same time to react.
        var last = Instant.Max(Instant.Max(all[^1].At, EnteredAt(deadline)), deadline.Kind == DeadlineKind.InspectionBooking && all[^1].At <= now ? now : Instant.MinValue);
        return new PlannedReminder
        {
            Key = KeyOf(deadline, "escalation"),
            DeadlineKey = deadline.Key,
            At = Instant.Min(last + TimeToReact, last + ((deadline.Due - last) / 2)),
            Kind = ReminderKind.Escalation,
            DaysBefore = 0,
            UnlessAnswered = [.. all.TakeLast(2).Select(r => r.Key)],
        };
    }

    private static Instant EnteredAt(Deadline deadline) => deadline.StartedBy?.RecordedAt ?? Instant.MinValue;

    /// <summary>A short expectation that is long over helps nobody; a lost window does, because something else may be left.</summary>
    private static bool IsWorthTellingLate(Deadline deadline) =>
        !deadline.IsLengthUnknown && deadline.Actor == Party.Buyer && deadline.Kind is not DeadlineKind.Cancellation;

    private static QuietBreak BreaksAt(ReaderTime reader, Instant at, out string? holiday)
    {
        var local = at.InZone(reader.Zone);
        holiday = null;
        var breaks = QuietBreak.None;
        if (reader.Quiet.Contains(local.TimeOfDay)) breaks |= QuietBreak.QuietHours;
        if (reader.Reader.KindOf(local.Date) == DayKind.Weekend) breaks |= QuietBreak.Weekend;
        if (reader.Supplier.KindOf(local.Date) == DayKind.Holiday)
        {
            breaks |= QuietBreak.SupplierHoliday;
            holiday = reader.Supplier.SpecialOn(local.Date)?.Name;
        }

        if (reader.Reader.KindOf(local.Date) == DayKind.Holiday)
        {
            breaks |= QuietBreak.ReaderHoliday;
            holiday = reader.Reader.SpecialOn(local.Date)?.Name;
        }

        return breaks;
    }

    /// <summary>The day on the reader's calendar on which it ends or opens; the end of a day belongs to that day.</summary>
    private static LocalDate LastDay(Deadline deadline, DateTimeZone zone) => (deadline.Opens ? deadline.Due : deadline.Due - Duration.Epsilon).InZone(zone).Date;

    private static Instant InZone(LocalDate date, LocalTime time, DateTimeZone zone) => date.At(time).InZoneLeniently(zone).ToInstant();

    private static string KeyOf(Deadline deadline, int daysBefore) => KeyOf(deadline, daysBefore.ToString(CultureInfo.InvariantCulture) + "d");

    // The date is part of it: a deadline that moves has new reminders, also for offsets that were sent for the old date.
    // The booking of an inspection moves by itself when its usual day is over, and has the shipment's date in its own key.
    private static string KeyOf(Deadline deadline, string which) => deadline.Kind == DeadlineKind.InspectionBooking ? $"{deadline.Key}/{which}" : $"{deadline.Key}/{LocalDatePattern.Iso.Format(deadline.DueDate)}/{which}";
}
