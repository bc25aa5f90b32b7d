namespace SourcingBot.Orders;

/// <summary>An order with the deadlines that it has now, for what is told of several at once.</summary>
/// <param name="Id">The order's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Deadlines">Its deadlines, those done and over included.</param>
internal sealed record PlannedOrder(Guid Id, OrderState State, IReadOnlyList<Deadline> Deadlines);
