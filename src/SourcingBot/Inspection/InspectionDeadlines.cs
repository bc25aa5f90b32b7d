using NodaTime;
using NodaTime.Text;
using SourcingBot.Orders;
using SourcingBot.Reminders;
using SourcingBot.Resources;

namespace SourcingBot.Inspection;

/// <summary>The day by which the pre-shipment inspection has to be booked, as a deadline of the order, so that it is reminded of like any other. Pure.</summary>
internal static class InspectionDeadlines
{
    /// <summary>The key's first part, where a deadline of a marketplace has its policy.</summary>
    public const string Policy = "inspection";

    /// <summary>The deadline, or null where there is no shipment date, or nothing can be booked any more.</summary>
    /// <param name="state">Where the order stands.</param>
    /// <param name="factory">The working calendar of the factory's country.</param>
    /// <param name="now">The present.</param>
    public static Deadline? ToBook(OrderState state, WorkingCalendar factory, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        var planned = InspectionPlanner.Plan(state, factory, now).FirstOrDefault(i => i.Kind == InspectionKind.PreShipment);
        if (planned is not { Status: not PlannedInspectionStatus.TooLate, BookBy: { } usual }) return null;

        // After the usual day it still helps to book, as long as the goods are there to be inspected.
        var isLate = planned.Status == PlannedInspectionStatus.BookNow;
        var day = isLate ? planned.To : usual;
        var due = day.PlusDays(1).AtStartOfDayInZone(state.Zone).ToInstant();
        var window = When.Say(Words.InspectionWindow, When.Weekday(planned.From), When.Weekday(planned.To));
        return new Deadline
        {
            // By the ship date, so that "done" holds when the day to book moves to the end of the window, and not when the shipment moves.
            Key = $"{Policy}/book-pre-shipment/{LocalDatePattern.Iso.Format(state.ShipBy ?? planned.To)}",
            PolicyId = Policy,
            PolicyVersion = 1,
            RuleId = "book-pre-shipment",
            Title = Words.InspectionBookTitle,
            Do = When.Say(isLate ? Words.InspectionBookLateDo : Words.InspectionBookDo, window),
            Kind = DeadlineKind.InspectionBooking,
            Actor = Party.Buyer,
            Due = due,
            DueDate = day,
            ClockZone = state.Zone,
            Status = planned.Status switch
            {
                PlannedInspectionStatus.Booked or PlannedInspectionStatus.Passed => DeadlineStatus.Done,

                // A failed one is followed by another: that is told by the order's card, and has no day to count to.
                PlannedInspectionStatus.Failed => DeadlineStatus.Done,
                _ when state.Phase is OrderPhase.Closed or OrderPhase.Cancelled || state.Has(OrderEventKind.Delivered) => DeadlineStatus.Moot,
                _ => DeadlineStatus.Running,
            },
            DaysLeft = Period.DaysBetween(now.InZone(state.Zone).Date, day),
            Source = planned.Source,
            Confidence = Confidence.Medium,
            IsCalendarEstimated = planned.IsCalendarEstimated,
        };
    }
}
