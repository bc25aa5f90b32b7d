using NodaTime;
using SourcingBot.Inspection;
using SourcingBot.Orders;

namespace SourcingBot.Reminders;

/// <summary>An order's deadline, for lists over several orders.</summary>
/// <param name="Order">The order.</param>
/// <param name="Deadline">The deadline.</param>
public sealed record OrderDeadline(Order Order, Deadline Deadline);

/// <summary>Puts deadlines in the order of urgency. Pure.</summary>
public static class Urgency
{
    /// <summary>Most urgent first: what runs or is open, soonest first (at one instant the team's own before what it waits for), then what is over, newest first.</summary>
    /// <param name="deadlines">The deadlines; done and moot ones are left out, and the hours in which an order can be cancelled: nobody has to.</param>
    public static IReadOnlyList<OrderDeadline> Sort(IEnumerable<OrderDeadline> deadlines) =>
        [.. deadlines.Where(d => d.Deadline is { Status: not (DeadlineStatus.Done or DeadlineStatus.Moot), Kind: not DeadlineKind.Cancellation }).Order(MostUrgentFirst)];

    /// <summary>The same of the deadlines of several orders.</summary>
    internal static IReadOnlyList<OrderDeadline> Sort(IEnumerable<PlannedOrder> orders) => Sort(orders.SelectMany(o => o.Deadlines.Select(d => new OrderDeadline(o.State.Order, d))));

    /// <summary>Compares by urgency.</summary>
    internal static IComparer<OrderDeadline> MostUrgentFirst { get; } = Comparer<OrderDeadline>.Create((a, b) =>
    {
        var (x, y) = (a.Deadline, b.Deadline);
        if (IsOver(x) != IsOver(y)) return IsOver(x) ? 1 : -1;
        var byTime = IsOver(x) ? y.Due.CompareTo(x.Due) : x.Due.CompareTo(y.Due);
        if (byTime != 0) return byTime;
        var byActor = x.Actor.CompareTo(y.Actor);
        if (byActor == 0) byActor = x.Opens.CompareTo(y.Opens);
        if (byActor == 0) byActor = x.Kind.CompareTo(y.Kind);
        return byActor != 0 ? byActor : string.CompareOrdinal(a.Order.Number + x.Key, b.Order.Number + y.Key);
    });

    private static bool IsOver(Deadline deadline) => deadline.Status is DeadlineStatus.Expired or DeadlineStatus.LateAtEntry;
}

/// <summary>An inspection of an order that has to be booked.</summary>
/// <param name="Order">The order.</param>
/// <param name="Inspection">The inspection.</param>
public sealed record OrderInspection(Order Order, PlannedInspection Inspection);

/// <summary>What the digest knows of one order.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Deadlines">Its deadlines.</param>
/// <param name="Inspections">Its planned inspections.</param>
public sealed record DigestOrder(OrderState State, IReadOnlyList<Deadline> Deadlines, IReadOnlyList<PlannedInspection> Inspections);

/// <summary>What a weekly digest tells.</summary>
/// <param name="ThisWeek">What runs and is due within seven days, or is open to be done, most urgent first.</param>
/// <param name="Later">What runs and is due within 30 days.</param>
/// <param name="Over">What was over in the last seven days with nothing done, newest first.</param>
/// <param name="InspectionsToBook">Inspections to book within seven days, by that day.</param>
/// <param name="RunningOrders">How many orders are neither closed nor cancelled.</param>
public sealed record WeeklyDigest(
    IReadOnlyList<OrderDeadline> ThisWeek, IReadOnlyList<OrderDeadline> Later, IReadOnlyList<OrderDeadline> Over,
    IReadOnlyList<OrderInspection> InspectionsToBook, int RunningOrders)
{
    private static readonly Duration Week = Duration.FromDays(7);
    private static readonly Duration Month = Duration.FromDays(30);

    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsEmpty => ThisWeek.Count + Later.Count + Over.Count + InspectionsToBook.Count == 0;

    /// <summary>Builds the digest.</summary>
    /// <param name="orders">The team's orders.</param>
    /// <param name="now">The present.</param>
    public static WeeklyDigest Build(IEnumerable<DigestOrder> orders, Instant now)
    {
        var all = orders.ToList();

        // Inspections to book have a list of their own.
        var deadlines = Urgency.Sort(all.SelectMany(o => o.Deadlines.Where(d => d.Kind != DeadlineKind.InspectionBooking).Select(d => new OrderDeadline(o.State.Order, d))));
        var inspections = all.SelectMany(o => o.Inspections
            .Where(i => i.Status == PlannedInspectionStatus.BookNow
                || (i.Status == PlannedInspectionStatus.ToBook && i.BookBy <= now.InZone(o.State.Zone).Date.PlusDays(7)))
            .Select(i => new OrderInspection(o.State.Order, i)));
        return new WeeklyDigest(
            [.. deadlines.Where(d => d.Deadline.Status == DeadlineStatus.Open || (d.Deadline.Status == DeadlineStatus.Running && d.Deadline.Due <= now + Week))],
            [.. deadlines.Where(d => d.Deadline.Status == DeadlineStatus.Running && d.Deadline.Due > now + Week && d.Deadline.Due <= now + Month)],
            [.. deadlines.Where(d => d.Deadline.Status is DeadlineStatus.Expired or DeadlineStatus.LateAtEntry && d.Deadline.Due > now - Week)],
            [.. inspections.OrderBy(i => i.Inspection.BookBy).ThenBy(i => i.Order.Number, StringComparer.Ordinal)],
            all.Count(o => o.State.Phase is not (OrderPhase.Closed or OrderPhase.Cancelled)));
    }
}

/// <summary>A reminder that could not be sent in time because the program was down.</summary>
/// <param name="Order">The order.</param>
/// <param name="Deadline">The deadline as it stands now.</param>
/// <param name="Reminder">The reminder.</param>
public sealed record MissedReminder(Order Order, Deadline Deadline, PlannedReminder Reminder);

/// <summary>What was missed while the program was down, as one message instead of a flood. Pure.</summary>
public static class MissedSummary
{
    /// <summary>
    /// One entry a deadline (its latest missed reminder), most urgent first: what still runs, soonest first, then what went over
    /// meanwhile, newest first. Deadlines that are done or moot by now are left out.
    /// </summary>
    /// <param name="missed">The missed reminders of one team.</param>
    public static IReadOnlyList<MissedReminder> Sort(IEnumerable<MissedReminder> missed)
    {
        var latest = missed.GroupBy(m => (m.Order.Number, m.Order.Supplier, m.Deadline.Key)).Select(g => g.MaxBy(m => m.Reminder.At)!)
            .Where(m => m.Deadline.Status is not (DeadlineStatus.Done or DeadlineStatus.Moot));
        return [.. latest.OrderBy(m => new OrderDeadline(m.Order, m.Deadline), Urgency.MostUrgentFirst)];
    }
}
