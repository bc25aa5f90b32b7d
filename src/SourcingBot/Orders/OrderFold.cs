using NodaTime;
using SourcingBot.Inspection;

namespace SourcingBot.Orders;

/// <summary>Folds an order's entries into where it stands. Pure.</summary>
public static class OrderFold
{
    /// <summary>Folds the entries. What contradicts is kept and told in <see cref="OrderState.Problems"/>; nothing throws for what people enter.</summary>
    /// <param name="order">The facts.</param>
    /// <param name="events">All entries, those taken back included, in any order.</param>
    /// <param name="now">The present.</param>
    public static OrderState Fold(Order order, IEnumerable<OrderEvent> events, Instant now)
    {
        ArgumentNullException.ThrowIfNull(order);
        var history = events.OrderBy(e => e.RecordedAt).ThenBy(e => e.Id).ToList();

        // An entry that another one corrects counts no more, also when only the correction was stored.
        var corrected = history.Where(e => e.Undone is null && e.Corrects is not null).Select(e => e.Corrects!.Value).ToHashSet();
        var zone = ZoneNames.OrUtc(order.ReaderZone);
        var counting = InOrder(history.Where(e => e.Undone is null && !corrected.Contains(e.Id)), zone);
        var agreed = counting.Where(e => e.Kind == OrderEventKind.DatesAgreed).ToList();
        var state = new OrderState
        {
            Order = order,
            History = history,
            Events = counting,
            Zone = zone,
            Phase = OrderPhase.Ordered,
            Inspection = StandingOf(counting),
            ShipBy = agreed.LastOrDefault(e => e.ShipBy is not null)?.ShipBy ?? order.ShipBy,
            DeliverBy = agreed.LastOrDefault(e => e.DeliverBy is not null)?.DeliverBy ?? order.DeliverBy,
        };
        state = state with { Phase = PhaseOf(state) };
        return state with { Problems = OrderChecks.Find(state, now) };
    }

    /// <summary>What would newly be wrong if an entry were added (or replaced the one it corrects). Errors should not be taken.</summary>
    /// <param name="state">Where the order stands.</param>
    /// <param name="candidate">The entry.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<OrderProblem> Check(OrderState state, OrderEvent candidate, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(candidate);
        var known = OrderChecks.Find(state, now);
        return [.. Fold(state.Order, [.. state.History, candidate], now).Problems.Where(p => !known.Contains(p))];
    }

    /// <summary>
    /// By day; within a day by instant where all are known, else in the order of an order's life, else (when something happened
    /// twice that day) as entered. Each rule orders a whole day, so the order never runs in circles.
    /// </summary>
    private static List<OrderEvent> InOrder(IEnumerable<OrderEvent> events, DateTimeZone zone) =>
    [
        .. events.GroupBy(e => e.On.DateIn(zone)).OrderBy(day => day.Key).SelectMany(day =>
        {
            if (day.All(e => e.On.Instant is not null)) return day.OrderBy(e => e.On.Instant).ThenBy(e => e.RecordedAt);
            return day.DistinctBy(e => e.Kind).Count() == day.Count() ? day.OrderBy(e => e.Kind).ThenBy(e => e.RecordedAt) : day.OrderBy(e => e.RecordedAt).ThenBy(e => e.Kind);
        }),
    ];

    private static InspectionStanding StandingOf(IReadOnlyList<OrderEvent> events)
    {
        // Only a look at the finished goods says that they may be paid for; earlier ones say nothing of what will be packed.
        var last = events.LastOrDefault(e => e.Kind is OrderEventKind.InspectionBooked or OrderEventKind.InspectionPassed or OrderEventKind.InspectionFailed
            && e.Inspection is null or InspectionKind.PreShipment or InspectionKind.Loading);
        return last?.Kind switch
        {
            OrderEventKind.InspectionPassed => InspectionStanding.Passed,
            OrderEventKind.InspectionFailed => InspectionStanding.Failed,
            OrderEventKind.InspectionBooked => InspectionStanding.Booked,
            _ => InspectionStanding.None,
        };
    }

    private static OrderPhase PhaseOf(OrderState state)
    {
        if (state.Has(OrderEventKind.Cancelled)) return OrderPhase.Cancelled;
        if (state.Has(OrderEventKind.Closed)) return OrderPhase.Closed;
        var dispute = state.Events.LastOrDefault(e => e.Kind is OrderEventKind.RefundAsked or OrderEventKind.Escalated or OrderEventKind.CaseHandlerJoined
            or OrderEventKind.DisputeLapsed or OrderEventKind.DisputeWithdrawn or OrderEventKind.DisputeSettled
            or OrderEventKind.OfflineComplaintOpened or OrderEventKind.OfflineComplaintEscalated)?.Kind;
        if (dispute is OrderEventKind.RefundAsked or OrderEventKind.OfflineComplaintOpened) return OrderPhase.InDispute;
        if (dispute is OrderEventKind.Escalated or OrderEventKind.CaseHandlerJoined or OrderEventKind.OfflineComplaintEscalated) return OrderPhase.Escalated;
        if (state.Has(OrderEventKind.ReceiptConfirmed)) return OrderPhase.Received;
        if (state.Has(OrderEventKind.Delivered)) return OrderPhase.Delivered;
        if (state.Has(OrderEventKind.Shipped) || state.Has(OrderEventKind.ArrivedAtDestination)) return OrderPhase.Shipped;
        return state.Inspection switch
        {
            InspectionStanding.Failed => OrderPhase.InspectionFailed,
            InspectionStanding.Passed => OrderPhase.ReadyToShip,
            _ when state.Has(OrderEventKind.BalancePaid) => OrderPhase.ReadyToShip,
            InspectionStanding.Booked => OrderPhase.InspectionBooked,
            _ => state.Has(OrderEventKind.DepositPaid) || state.Has(OrderEventKind.PaidInFull) ? OrderPhase.InProduction : OrderPhase.Ordered,
        };
    }
}
