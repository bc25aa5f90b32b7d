using NodaTime;
using SourcingBot.Orders;
using SourcingBot.Reminders;

namespace SourcingBot.Inspection;

/// <summary>Plans when to book which inspection. Pure.</summary>
public static class InspectionPlanner
{
    /// <summary>Working days between booking and inspection by default (GIS 3, SSQI 5, SGS 7 days).</summary>
    public const int DefaultLead = 5;

    /// <summary>Plans the inspections for which a date is known.</summary>
    /// <param name="state">Where the order stands; the ship date, the deposit and the delivery are what it counts from.</param>
    /// <param name="factory">The working calendar of the factory's country.</param>
    /// <param name="now">The present.</param>
    /// <param name="lead">Working days between booking and inspection.</param>
    public static IReadOnlyList<PlannedInspection> Plan(OrderState state, WorkingCalendar factory, Instant now, int lead = DefaultLead) =>
        throw new NotSupportedException();
}
