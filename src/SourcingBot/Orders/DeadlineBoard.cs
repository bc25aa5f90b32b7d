using NodaTime;
using SourcingBot.Reminders;

namespace SourcingBot.Orders;

/// <summary>An order on the board.</summary>
/// <param name="Number">Its number; from outside.</param>
/// <param name="Supplier">Its supplier; from outside.</param>
/// <param name="Phase">How far it is.</param>
/// <param name="Owner">Who looks after it, or null; from outside.</param>
/// <param name="Id">Its id.</param>
public sealed record BoardOrder(string Number, string Supplier, OrderPhase Phase, string? Owner, Guid Id);

/// <summary>A deadline on the board.</summary>
/// <param name="Number">The order's number; from outside.</param>
/// <param name="Supplier">Its supplier; from outside.</param>
/// <param name="Headline">What it is and how long is left.</param>
/// <param name="Moment">Until when, on the reader's clock.</param>
/// <param name="Do">What to do.</param>
/// <param name="IsOurs">Whether the team has to act.</param>
/// <param name="DaysLeft">Days left; negative when it is over.</param>
public sealed record BoardDeadline(string Number, string Supplier, string Headline, string Moment, string Do, bool IsOurs, int DaysLeft);

/// <summary>The team's orders and deadlines at a glance, for a page and for a calendar.</summary>
/// <param name="Orders">Orders that have not ended.</param>
/// <param name="Deadlines">Their deadlines, most urgent first.</param>
/// <param name="Calendar">The same as a calendar file.</param>
public sealed record DeadlineBoard(IReadOnlyList<BoardOrder> Orders, IReadOnlyList<BoardDeadline> Deadlines, string Calendar);

/// <summary>Reads the board.</summary>
public interface IDeadlineBoards
{
    /// <summary>The board of the scope's team.</summary>
    /// <param name="cancellationToken">Ends the queries.</param>
    Task<DeadlineBoard> ReadAsync(CancellationToken cancellationToken);
}

/// <inheritdoc cref="IDeadlineBoards"/>
/// <param name="book">The orders.</param>
/// <param name="clock">The time.</param>
internal sealed class DeadlineBoards(OrderBook book, IClock clock) : IDeadlineBoards
{
    /// <inheritdoc/>
    public async Task<DeadlineBoard> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var running = await book.RunningPlannedAsync(cancellationToken);
        var sorted = Urgency.Sort(running);
        return new DeadlineBoard([.. running.Select(Line)], [.. sorted.Select(Line)], DeadlineCalendar.Write(sorted, now));
    }

    private static BoardOrder Line(PlannedOrder order) => new(order.State.Order.Number, order.State.Order.Supplier, order.State.Phase, order.State.Order.Owner?.Name, order.Id);

    private static BoardDeadline Line(OrderDeadline one) => new(
        one.Order.Number, one.Order.Supplier, DeadlineText.Headline(one.Deadline), DeadlineText.Moment(one.Deadline, ZoneNames.OrUtc(one.Order.ReaderZone)), one.Deadline.Do,
        one.Deadline.Actor == Party.Buyer, one.Deadline.DaysLeft);
}
