using NodaTime;
using SourcingBot.Orders;

namespace SourcingBot.Reminders;

/// <summary>Turns a deadline into reminder times. Pure.</summary>
public static class ReminderPlanner
{
    /// <summary>How many days before a deadline of a kind it is reminded of, most first. The dispute window: 14, 7, 3, 1, 0.</summary>
    /// <param name="kind">The kind.</param>
    public static IReadOnlyList<int> DefaultOffsets(DeadlineKind kind) => throw new NotSupportedException();

    /// <summary>
    /// Plans the reminders of a running (or late) deadline, by time. Gentle ones are moved to decent hours and off weekends and both
    /// sides' holidays, always earlier. What would lie in the past is one reminder now. Nothing for what is done or moot.
    /// </summary>
    /// <param name="deadline">The deadline.</param>
    /// <param name="offsets">Days before, or null for the kind's own.</param>
    /// <param name="reader">Whose time counts.</param>
    /// <param name="now">The present.</param>
    /// <param name="hasBackup">Whether there is somebody to escalate to.</param>
    public static IReadOnlyList<PlannedReminder> Plan(Deadline deadline, IReadOnlyList<int>? offsets, ReaderTime reader, Instant now, bool hasBackup = false) =>
        throw new NotSupportedException();
}
