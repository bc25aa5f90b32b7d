using NodaTime;
using SourcingBot.Orders;

namespace SourcingBot.Reminders;

/// <summary>An order's deadline, for lists over several orders.</summary>
/// <param name="Order">The order.</param>
/// <param name="Deadline">The deadline.</param>
public sealed record OrderDeadline(Order Order, Deadline Deadline);

/// <summary>Puts deadlines in the order of urgency. Pure.</summary>
public static class Urgency
{
    /// <summary>Most urgent first: what runs and ends soonest, then what is over and can perhaps still be saved, newest first.</summary>
    /// <param name="deadlines">The deadlines; done and moot ones are left out.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<OrderDeadline> Sort(IEnumerable<OrderDeadline> deadlines, Instant now) => throw new NotSupportedException();
}

/// <summary>What a weekly digest tells.</summary>
/// <param name="ThisWeek">Due within seven days, most urgent first.</param>
/// <param name="Later">Due within 30 days.</param>
/// <param name="Over">Over in the last seven days with nothing done.</param>
/// <param name="InspectionsToBook">Inspections whose booking day is within seven days, by that day.</param>
/// <param name="RunningOrders">How many orders are neither closed nor cancelled.</param>
public sealed record WeeklyDigest(
    IReadOnlyList<OrderDeadline> ThisWeek, IReadOnlyList<OrderDeadline> Later, IReadOnlyList<OrderDeadline> Over,
    IReadOnlyList<(Order Order, Inspection.PlannedInspection Inspection)> InspectionsToBook, int RunningOrders)
{
    /// <summary>Builds the digest.</summary>
    /// <param name="orders">The team's orders with their deadlines and planned inspections.</param>
    /// <param name="now">The present.</param>
    public static WeeklyDigest Build(
        IEnumerable<(OrderState State, DeadlinePlan Plan, IReadOnlyList<Inspection.PlannedInspection> Inspections)> orders, Instant now) =>
        throw new NotSupportedException();
}

/// <summary>A reminder that could not be sent in time because the program was down.</summary>
/// <param name="Order">The order.</param>
/// <param name="Deadline">The deadline as it stands now.</param>
/// <param name="Reminder">The reminder.</param>
public sealed record MissedReminder(Order Order, Deadline Deadline, PlannedReminder Reminder);

/// <summary>What was missed while the program was down, as one message instead of a flood. Pure.</summary>
public static class MissedSummary
{
    /// <summary>One entry a deadline (its latest missed reminder), most urgent first.</summary>
    /// <param name="missed">The missed reminders.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<MissedReminder> Sort(IEnumerable<MissedReminder> missed, Instant now) => throw new NotSupportedException();
}
