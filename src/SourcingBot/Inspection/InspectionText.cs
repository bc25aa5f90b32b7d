using System.Globalization;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Inspection;

/// <summary>Says planned inspections as people read them.</summary>
internal static class InspectionText
{
    /// <summary>"pre-shipment inspection".</summary>
    /// <param name="kind">The kind.</param>
    public static string NameOf(InspectionKind kind) => kind switch
    {
        InspectionKind.PreProduction => Words.InspectionNamePreProduction,
        InspectionKind.DuringProduction => Words.InspectionNameDuringProduction,
        InspectionKind.PreShipment => Words.InspectionNamePreShipment,
        InspectionKind.Loading => Words.InspectionNameLoading,
        _ => Words.InspectionNameArrival,
    };

    /// <summary>"Pre-shipment inspection: Wed 9 Dec 2026 to Fri 11 Dec 2026, book by Wed 2 Dec 2026 (before Golden Week)".</summary>
    /// <param name="planned">The inspection.</param>
    public static string Line(PlannedInspection planned)
    {
        var name = NameOf(planned.Kind);
        name = char.ToUpper(name[0], CultureInfo.InvariantCulture) + name[1..];
        var window = planned.From == planned.To ? When.Weekday(planned.From) : When.Say(Words.InspectionWindow, When.Weekday(planned.From), When.Weekday(planned.To));
        var line = planned.Status switch
        {
            PlannedInspectionStatus.Booked => When.Say(Words.InspectionBooked, name),
            PlannedInspectionStatus.Passed => When.Say(Words.InspectionPassed, name),
            PlannedInspectionStatus.Failed => When.Say(Words.InspectionFailed, name),
            PlannedInspectionStatus.BookNow => When.Say(Words.InspectionBookNow, name, window),
            _ when planned.BookBy is { } by => When.Say(Words.InspectionBookBy, name, window, When.Weekday(by)),
            _ => When.Say(Words.InspectionOwn, name, window),
        };
        if (planned.Holiday is not { } holiday || planned.Status is not (PlannedInspectionStatus.ToBook or PlannedInspectionStatus.BookNow)) return line;
        return When.Say(planned.IsCalendarEstimated ? Words.InspectionNearEstimated : Words.InspectionNear, line, Reminders.HolidayNames.Say(holiday));
    }
}
