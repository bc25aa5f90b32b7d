using NodaTime;

namespace SourcingBot.Orders;

/// <summary>Finds what does not fit together in an order's facts and entries. Pure.</summary>
internal static class OrderChecks
{
    private const int FarYears = 3;

    /// <summary>What has to happen before what. A missing cause is asked for; one that lies later is a contradiction.</summary>
    private static readonly Dictionary<OrderEventKind, OrderEventKind[]> Causes = new()
    {
        [OrderEventKind.ArrivedAtDestination] = [OrderEventKind.Shipped],
        [OrderEventKind.Delivered] = [OrderEventKind.Shipped],
        [OrderEventKind.ReceiptConfirmed] = [OrderEventKind.Shipped, OrderEventKind.Delivered],
        [OrderEventKind.ReceivingTimeExtended] = [OrderEventKind.Shipped],
        [OrderEventKind.SupplierAnswered] = [OrderEventKind.RefundAsked],
        [OrderEventKind.Escalated] = [OrderEventKind.RefundAsked],
        [OrderEventKind.CaseHandlerJoined] = [OrderEventKind.Escalated],
        [OrderEventKind.EvidenceSlotOpened] = [OrderEventKind.RefundAsked],
        [OrderEventKind.EvidenceUploaded] = [OrderEventKind.RefundAsked],
        [OrderEventKind.DisputeLapsed] = [OrderEventKind.RefundAsked],
        [OrderEventKind.DisputeWithdrawn] = [OrderEventKind.RefundAsked],
        [OrderEventKind.DisputeSettled] = [OrderEventKind.RefundAsked],
        [OrderEventKind.OfflineComplaintEscalated] = [OrderEventKind.OfflineComplaintOpened],
        [OrderEventKind.PayPalClaimMade] = [OrderEventKind.PayPalDisputeOpened],
        [OrderEventKind.RecallAsked] = [OrderEventKind.FraudulentWireSent],
    };

    /// <summary>Causes without which the entry makes no sense; the others are often simply not told.</summary>
    private static readonly HashSet<OrderEventKind> Needed =
        [OrderEventKind.RefundAsked, OrderEventKind.OfflineComplaintOpened, OrderEventKind.PayPalDisputeOpened];

    private static readonly HashSet<OrderEventKind> OnlyOnce = [OrderEventKind.Delivered, OrderEventKind.ReceiptConfirmed, OrderEventKind.Cancelled, OrderEventKind.Closed];

    /// <summary>Everything that does not fit, the facts first, then by entry.</summary>
    /// <param name="state">The order.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<OrderProblem> Find(OrderState state, Instant now) =>
        [.. OfFacts(state), .. state.Events.SelectMany((e, i) => OfEvent(state, e, i, now))];

    private static IEnumerable<OrderProblem> OfFacts(OrderState state)
    {
        var order = state.Order;
        if (OrderNumbers.Key(order.Number).Length == 0) yield return Error(OrderProblemKind.NumberMissing);
        if (order.Amount is { Amount: <= 0 } || order.Quantity is { Value: <= 0 }) yield return Error(OrderProblemKind.AmountNotPositive);
        if (order.PaymentSplit.Count > 0 && order.PaymentSplit.Sum(s => s.Percent) != 100) yield return Question(OrderProblemKind.SplitNotWhole);
        if (order.ReaderZone is null) yield return Question(OrderProblemKind.ZoneUnknown);
        else if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(order.ReaderZone) is null) yield return Error(OrderProblemKind.ZoneDoesNotExist);
        if (order.PlacedOn is { } placed && (order.ShipBy < placed || order.DeliverBy < placed || order.PayBy < placed)) yield return Error(OrderProblemKind.DueBeforeOrder);
        if (state is { ShipBy: { } ship, DeliverBy: { } deliver } && deliver < ship) yield return Question(OrderProblemKind.DeliverByBeforeShipBy);
    }

    private static IEnumerable<OrderProblem> OfEvent(OrderState state, OrderEvent e, int at, Instant now)
    {
        var day = e.On.DateIn(state.Zone);
        var today = now.InZone(state.Zone).Date;
        if (Far(day, today) || Far(e.Until, today) || Far(e.ShipBy, today) || Far(e.DeliverBy, today))
        {
            yield return Error(OrderProblemKind.ImplausibleDate, e);
            yield break;
        }

        // An inspection is booked for a day to come; everything else is told when it happened.
        if (e.Kind != OrderEventKind.InspectionBooked && (e.On.Instant is { } instant ? instant > now + Duration.FromMinutes(5) : day > today.PlusDays(Slack(state.Zone, now))))
            yield return Error(OrderProblemKind.InTheFuture, e);
        if (state.Order.PlacedOn is { } placed && day < placed) yield return Error(OrderProblemKind.BeforeOrder, e);
        if ((e.Until < day) || (e.UntilInstant is { } until && until < e.On.Earliest(state.Zone))) yield return Error(OrderProblemKind.UntilBeforeStart, e);

        if (Causes.TryGetValue(e.Kind, out var causes))
        {
            foreach (var cause in causes)
            {
                if (state.Events.Take(at).Any(other => other.Kind == cause)) continue;
                if (state.Events.Skip(at + 1).FirstOrDefault(other => other.Kind == cause && other.On.DateIn(state.Zone) > day) is { } later)
                    yield return Error(OrderProblemKind.BeforeItsCause, e, later);
                else if (Needed.Contains(cause) && !state.Has(cause)) yield return Question(OrderProblemKind.CauseMissing, e) with { Missing = cause };
            }
        }

        if (OnlyOnce.Contains(e.Kind) && state.Events.Take(at).FirstOrDefault(other => other.Kind == e.Kind) is { } first) yield return Question(OrderProblemKind.ToldTwice, e, first);
        if (e.Kind is not (OrderEventKind.Closed or OrderEventKind.Cancelled)
            && state.Events.Take(at).FirstOrDefault(other => other.Kind is OrderEventKind.Closed or OrderEventKind.Cancelled && other.On.DateIn(state.Zone) < day) is { } end)
            yield return Question(OrderProblemKind.AfterTheEnd, e, end);
        if (e.Kind == OrderEventKind.BalancePaid && state.Phase is not (OrderPhase.Closed or OrderPhase.Cancelled) && !state.Events.Take(at).Any(other => other.Kind == OrderEventKind.InspectionPassed))
            yield return Question(OrderProblemKind.BalanceBeforeInspection, e);
    }

    /// <summary>Where no zone is known, "today" can be tomorrow's date in UTC.</summary>
    private static int Slack(DateTimeZone zone, Instant now) => zone == DateTimeZone.Utc && now.InUtc().Hour >= 10 ? 1 : 0;

    private static bool Far(LocalDate? date, LocalDate today) => date is { } d && (d < today.PlusYears(-FarYears) || d > today.PlusYears(FarYears));

    private static OrderProblem Error(OrderProblemKind kind, OrderEvent? e = null, OrderEvent? other = null) => new(kind, ProblemWeight.Error, e, other);

    private static OrderProblem Question(OrderProblemKind kind, OrderEvent? e = null, OrderEvent? other = null) => new(kind, ProblemWeight.Question, e, other);
}
