using NodaTime;
using SourcingBot.Reminders;

namespace SourcingBot.Orders;

/// <summary>Turns where an order stands into its deadlines. Pure.</summary>
public static class DeadlinePlanner
{
    /// <summary>Plans the deadlines.</summary>
    /// <param name="state">Where the order stands.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="overrides">Lengths that the team set itself.</param>
    /// <param name="calendars">Working calendars, for lengths in working days.</param>
    /// <param name="now">The present.</param>
    public static DeadlinePlan Plan(OrderState state, PolicyBook policies, IReadOnlyCollection<PolicyOverride> overrides, WorkingCalendars calendars, Instant now) =>
        throw new NotSupportedException();
}
