using NodaTime;
using SourcingBot.Orders;
using SourcingBot.Reminders;

namespace SourcingBot.Inspection;

/// <summary>Plans when to book which inspection. Pure. Windows after tradeaiders.com, gis-inspection.com and ssqualityinspection.com (no dates), and plutoniaglobal.com (June 2026).</summary>
public static class InspectionPlanner
{
    /// <summary>Working days between booking and inspection by default (GIS asks for 3, SSQI for 5, SGS for 7 days).</summary>
    public const int DefaultLead = 5;

    private const int ArrivalFrom = 3;
    private const int ArrivalTo = 10;

    /// <summary>Plans the inspections for which a date is known, in the order of production.</summary>
    /// <param name="state">Where the order stands; the ship date, the first payment and the delivery are what it counts from.</param>
    /// <param name="factory">The working calendar of the factory's country.</param>
    /// <param name="now">The present.</param>
    /// <param name="lead">Working days between booking and inspection, 0 or more.</param>
    public static IReadOnlyList<PlannedInspection> Plan(OrderState state, WorkingCalendar factory, Instant now, int lead = DefaultLead)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(factory);
        ArgumentOutOfRangeException.ThrowIfNegative(lead);
        var today = now.InZone(state.Zone).Date;
        var start = (state.First(OrderEventKind.DepositPaid) ?? state.First(OrderEventKind.PaidInFull))?.On.DateIn(state.Zone);
        var plans = new List<PlannedInspection>();
        if (start is { } paid)
        {
            var materials = factory.AddWorkingDays(paid, 5);
            Add(InspectionKind.PreProduction, materials, materials, "tradeaiders.com: before mass production, on the materials", null);
        }

        if (state.ShipBy is { } ship)
        {
            if (start is { } begun && Period.DaysBetween(begun, ship) is > 0 and var days)
            {
                Add(InspectionKind.DuringProduction, OnOrAfter(begun.PlusDays(days / 5)), factory.OnOrBefore(begun.PlusDays(days * 2 / 5)),
                    "tradeaiders.com and plutoniaglobal.com, 20-40 % of the time to shipment",
                    "tradeaiders.com 20-80 % made; plutoniaglobal.com (June 2026) 10-40 %; advancedontrade.com (May 2015) from 10 %; leveragegroupdance.com 8-15 % finished");
            }

            Add(InspectionKind.PreShipment, factory.AddWorkingDays(ship, -7), factory.AddWorkingDays(ship, -5),
                "gis-inspection.com, ssqualityinspection.com, tradeaiders.com: all made, 80 % packed", null);
            Add(InspectionKind.Loading, factory.AddWorkingDays(ship, -1), factory.OnOrBefore(ship), "ssqualityinspection.com: all packed, container and labour booked", null);
        }

        if (state.First(OrderEventKind.Delivered)?.On.DateIn(state.Zone) is { } delivered)
            Add(InspectionKind.Arrival, delivered.PlusDays(ArrivalFrom), delivered.PlusDays(ArrivalTo), "within the first third of the refund window", null);
        return plans;

        LocalDate OnOrAfter(LocalDate date) => factory.IsWorkingDay(date) ? date : factory.AddWorkingDays(date, 1);

        void Add(InspectionKind kind, LocalDate from, LocalDate to, string source, string? others)
        {
            if (to < from) to = from;
            var bookBy = kind == InspectionKind.Arrival ? (LocalDate?)null : factory.AddWorkingDays(from, -lead);
            plans.Add(new PlannedInspection
            {
                Kind = kind,
                From = from,
                To = to,
                BookBy = bookBy,
                Status = StatusOf(state, kind, bookBy, to, today),
                Source = source,
                OtherReadings = others,
                Holiday = kind == InspectionKind.Arrival ? null : HolidayBetween(factory, bookBy ?? from, state.ShipBy is { } by && kind != InspectionKind.PreProduction && by > to ? by : to),
                IsCalendarEstimated = kind != InspectionKind.Arrival && (factory.IsEstimated(bookBy ?? from) || factory.IsEstimated(to)),
            });
        }
    }

    private static PlannedInspectionStatus StatusOf(OrderState state, InspectionKind kind, LocalDate? bookBy, LocalDate to, LocalDate today)
    {
        // An inspection that was entered without its kind is the one that people mean: before shipment.
        var last = state.Events.LastOrDefault(e => (e.Inspection ?? InspectionKind.PreShipment) == kind
            && e.Kind is OrderEventKind.InspectionBooked or OrderEventKind.InspectionPassed or OrderEventKind.InspectionFailed);
        return last?.Kind switch
        {
            OrderEventKind.InspectionPassed => PlannedInspectionStatus.Passed,
            OrderEventKind.InspectionFailed => PlannedInspectionStatus.Failed,
            OrderEventKind.InspectionBooked => PlannedInspectionStatus.Booked,
            _ when today > to => PlannedInspectionStatus.TooLate,
            _ when kind != InspectionKind.Arrival && state.Has(OrderEventKind.Shipped) => PlannedInspectionStatus.TooLate,
            _ when bookBy is { } by && today > by => PlannedInspectionStatus.BookNow,
            _ => PlannedInspectionStatus.ToBook,
        };
    }

    /// <summary>The first holiday in a time, or the Spring Festival when the time lies in its stall: factories are slow from two weeks before to three weeks after.</summary>
    private static string? HolidayBetween(WorkingCalendar factory, LocalDate from, LocalDate to)
    {
        for (var day = from; day <= to; day = day.PlusDays(1))
        {
            if (factory.SpecialOn(day) is { IsOff: true } special) return special.Name;
        }

        if (factory.Country != "CN") return null;
        return new[] { from.Year, to.Year + 1 }.Distinct().Select(year => ChineseHolidays.LunarDate(Math.Clamp(year, 1901, 2100), 1, 1))
            .Any(newYear => from <= newYear.PlusDays(21) && to >= newYear.PlusDays(-14)) ? ChineseHolidays.SpringFestival : null;
    }
}
