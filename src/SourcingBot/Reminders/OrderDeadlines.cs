using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Orders;

namespace SourcingBot.Reminders;

/// <summary>An order with the deadlines that it has now.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Deadlines">Its deadlines, those done and over included.</param>
internal sealed record PlannedOrder(OrderState State, IReadOnlyList<Deadline> Deadlines);

/// <summary>Reads orders and plans their deadlines, for what is told of several at once. Changes nothing.</summary>
/// <param name="book">The team's orders.</param>
/// <param name="clock">The time.</param>
internal sealed class OrderDeadlines(OrderBook book, IClock clock)
{
    /// <summary>Reads and plans.</summary>
    /// <param name="orders">Which of the team's orders.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<Dictionary<Guid, PlannedOrder>> LoadAsync(IQueryable<OrderRow> orders, CancellationToken cancellationToken)
    {
        var planned = new Dictionary<Guid, PlannedOrder>();
        foreach (var row in await orders.AsNoTracking().Include(o => o.Events).ToListAsync(cancellationToken))
        {
            var order = new StoredOrder(row);
            var state = order.State(clock.GetCurrentInstant());
            planned[row.Id] = new PlannedOrder(state, (await book.DeadlinesAsync(order, state, cancellationToken)).Deadlines);
        }

        return planned;
    }
}
