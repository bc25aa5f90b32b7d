using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Suppliers;
using SourcingBot.Text;

namespace SourcingBot.Cases;

/// <summary>What joins a case to its order: what the order knows, its window and clocks, and what a case's answers tell of it. Changes rows and saves nothing.</summary>
/// <param name="book">The orders.</param>
/// <param name="suppliers">The suppliers.</param>
/// <param name="clock">The time.</param>
internal sealed class CaseOrders(OrderBook book, SupplierBook suppliers, IClock clock)
{
    private static readonly DeadlineKind[] CaseClocks = [DeadlineKind.SupplierAnswer, DeadlineKind.Escalation, DeadlineKind.Evidence, DeadlineKind.MarketplaceAnswer];

    /// <summary>What a summary shows of the order.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<SummaryFacts> FactsAsync(StoredCase stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var now = clock.GetCurrentInstant();
        var zone = ZoneNames.OrUtc(stored.Row.Zone);
        if (await OfAsync(stored, cancellationToken) is not { } order) return new SummaryFacts(null, [], zone, now);
        var plan = await book.DeadlinesAsync(order, order.State(now), cancellationToken);
        var clocks = plan.Deadlines.Where(d => CaseClocks.Contains(d.Kind) && d.Status is DeadlineStatus.Running or DeadlineStatus.Open).OrderBy(d => d.Due);
        return new SummaryFacts(plan.Deadlines.FirstOrDefault(d => d.Kind == DeadlineKind.DisputeWindow), stored.Row.Stage == CaseStage.Filed ? [.. clocks] : [], zone, now);
    }

    /// <summary>A refund that was asked for on the order, told in words or by its own button, hands the case in.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task CatchUpAsync(StoredCase stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Row is not { Kind: FlowKind.Dispute, Stage: CaseStage.Collecting } || await OfAsync(stored, cancellationToken) is not { } order) return;
        if (order.State(clock.GetCurrentInstant()).Last(OrderEventKind.RefundAsked) is { } asked && asked.RecordedAt > stored.Row.CreatedAt) stored.Row.Stage = CaseStage.Filed;
    }

    /// <summary>The order of a case, or null.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<StoredOrder?> OfAsync(StoredCase stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored.Row.OrderId is { } id ? await book.FindAsync(id, cancellationToken) : null;
    }

    /// <summary>What the order knows already, by the prefill's name.</summary>
    /// <param name="order">The order.</param>
    public IReadOnlyDictionary<string, Answer> KnownOf(StoredOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return CasePrefill.Of(order.State(clock.GetCurrentInstant()), clock.GetCurrentInstant());
    }

    /// <summary>
    /// Takes what an answer tells of the order: a day that something happened. A dispute about an order that nobody followed makes it
    /// followed, so that its window is watched.
    /// </summary>
    /// <param name="stored">The case.</param>
    /// <param name="question">The question that was answered.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task LearnAsync(StoredCase stored, Question question, Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(question);
        if (stored.Row.Kind != FlowKind.Dispute) return;
        var order = await OfAsync(stored, cancellationToken) ?? await FollowAsync(stored, turn, cancellationToken);
        if (order is null) return;

        // A new order learns all that was told before it; a known one what was just told.
        var isNew = order.Row.Events.Count == 0;
        var told = isNew ? stored.Flow.Questions.Where(q => q.Records is not null) : question.Records is not null ? [question] : [];
        var changed = isNew;
        foreach (var dated in told)
        {
            if (stored.Answers.GetValueOrDefault(dated.Id)?.Date is { } day && KebabNames<OrderEventKind>.ByName.TryGetValue(dated.Records!, out var kind)) changed |= Record(order, kind, OccurredOn.Day(day), turn, stored.Row.CreatedAt);
        }

        if (changed) await book.PlanAsync(order, cancellationToken);
    }

    /// <summary>Records that something happened to a case's order today.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="kind">What.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task HappenedAsync(StoredCase stored, OrderEventKind kind, Turn turn, CancellationToken cancellationToken)
    {
        if (await OfAsync(stored, cancellationToken) is not { } order) return;
        var today = clock.GetCurrentInstant().InZone(order.State(clock.GetCurrentInstant()).Zone).Date;
        if (Record(order, kind, OccurredOn.Day(today), turn)) await book.PlanAsync(order, cancellationToken);
    }

    /// <summary>Records an event once. Another day that was told in the same case before, as a slip, is corrected by it.</summary>
    private bool Record(StoredOrder order, OrderEventKind kind, OccurredOn on, Turn turn, Instant? correctsFrom = null)
    {
        var now = clock.GetCurrentInstant();
        var state = order.State(now);
        if (state.Events.Any(e => e.Kind == kind && e.On.DateIn(state.Zone) == on.DateIn(state.Zone))) return false;
        var slip = correctsFrom is { } since ? state.Events.LastOrDefault(e => e.Kind == kind && e.RecordedAt >= since) : null;
        var entry = new OrderEvent { Id = Guid.CreateVersion7(), Kind = kind, On = on, RecordedAt = now, By = OrderDesk.PersonOf(turn.Event), Corrects = slip?.Id };
        if (OrderFold.Check(state, entry, now).Any(p => p.Weight == ProblemWeight.Error)) return false;
        order.Add(entry, null);
        return true;
    }

    private async Task<StoredOrder?> FollowAsync(StoredCase stored, Turn turn, CancellationToken cancellationToken)
    {
        if (stored.TextOf("order-number") is not { } number || stored.TextOf("supplier") is not { } supplier || OrderNumbers.Key(number).Length is 0 or > 100) return null;
        if (await book.FindAsync(number, cancellationToken) is [var known])
        {
            stored.Row.OrderId = known.Row.Id;
            return known;
        }

        // Which of several is meant is not for a guess; the case goes on without.
        if ((await book.FindAsync(number, cancellationToken)).Count > 1) return null;
        var facts = new Order
        {
            Number = number,
            Supplier = supplier,
            Amount = stored.MoneyOf("order-amount") is { } amount ? amount with { Role = Quotes.MoneyRole.Total } : null,
            Quantity = stored.Answers.GetValueOrDefault("ordered")?.Quantity,
            Protection = KebabNames<Protection>.ByName.GetValueOrDefault(stored.ChoiceOf("protection") ?? string.Empty, Protection.TradeAssurance),
            Owner = OrderDesk.PersonOf(turn.Event),
            ReaderZone = stored.Row.Zone,
        };
        var order = book.Add(facts, turn.Event);
        await suppliers.MeetAsync(facts, turn.Event, cancellationToken);
        stored.Row.OrderId = order.Row.Id;
        return order;
    }
}
