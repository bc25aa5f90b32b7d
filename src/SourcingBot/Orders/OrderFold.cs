using NodaTime;

namespace SourcingBot.Orders;

/// <summary>Folds an order's entries into where it stands. Pure.</summary>
public static class OrderFold
{
    /// <summary>Folds the entries. What contradicts is kept and told in <see cref="OrderState.Problems"/>; nothing throws for what people enter.</summary>
    /// <param name="order">The facts.</param>
    /// <param name="events">All entries, those taken back included, in any order.</param>
    /// <param name="now">The present.</param>
    public static OrderState Fold(Order order, IEnumerable<OrderEvent> events, Instant now) => throw new NotSupportedException();

    /// <summary>What would newly be wrong if an entry were added (or replaced the one it corrects). Errors should not be taken.</summary>
    /// <param name="state">Where the order stands.</param>
    /// <param name="candidate">The entry.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<OrderProblem> Check(OrderState state, OrderEvent candidate, Instant now) => throw new NotSupportedException();
}

/// <summary>Says problems in words.</summary>
public static class OrderProblems
{
    /// <summary>A clear question or error: what does not fit and what to do.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="state">The order it is about.</param>
    public static string Text(OrderProblem problem, OrderState state) => throw new NotSupportedException();
}

/// <summary>Whether paying the balance now would be too soon.</summary>
/// <param name="Standing">How inspection stands.</param>
/// <param name="Cause">The entry that asks for or announces the payment, or null.</param>
/// <param name="LastInspection">The last entry about an inspection, or null.</param>
public sealed record BalanceWarning(InspectionStanding Standing, OrderEvent? Cause, OrderEvent? LastInspection)
{
    /// <summary>The warning for an order whose balance is asked for or about to be paid although no final inspection was passed; null when there is no reason to stop.</summary>
    /// <param name="state">Where the order stands.</param>
    public static BalanceWarning? For(OrderState state) => throw new NotSupportedException();
}
