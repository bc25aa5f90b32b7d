using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Inspection;
using SourcingBot.Reminders;

namespace SourcingBot.Orders;

/// <summary>
/// The team's orders. It changes rows of the scope's database context and saves nothing: whoever uses it saves, so that an entry
/// and the reminders that follow from it are one transaction.
/// </summary>
/// <param name="db">The database of the team.</param>
/// <param name="policies">The policies.</param>
/// <param name="calendars">The working calendars.</param>
/// <param name="reminders">Writes the reminders.</param>
/// <param name="options">Quiet hours, and the zone where none is known.</param>
/// <param name="clock">The time.</param>
internal sealed class OrderBook(
    SourcingDbContext db, PolicyBook policies, WorkingCalendars calendars, ReminderWriter reminders, ReminderOptions options, IClock clock)
{
    /// <summary>The name of the settings that hold a length which the team set itself: this, then "policy/rule".</summary>
    public const string LengthSetting = "policy-length/";

    private List<PolicyOverride>? _overrides;

    /// <summary>The orders with a number, those that have ended included; the newest first.</summary>
    /// <param name="number">As somebody wrote it.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<StoredOrder>> FindAsync(string number, CancellationToken cancellationToken)
    {
        var key = OrderNumbers.Key(number);
        if (key.Length is 0 or > 100) return [];
        var rows = await db.Orders.Include(o => o.Events).Where(o => o.NumberKey == key).OrderByDescending(o => o.CreatedAt).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new StoredOrder(r));
    }

    /// <summary>An order by its id, or null.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<StoredOrder?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Orders.Include(o => o.Events).FirstOrDefaultAsync(o => o.Id == id, cancellationToken) is { } row ? new StoredOrder(row) : null;

    /// <summary>The one running order that was told of in a conversation and thread; null where there is none or several.</summary>
    /// <param name="threadKey">The key of conversation and thread.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<StoredOrder?> InThreadAsync(string threadKey, CancellationToken cancellationToken)
    {
        var rows = await Running().Where(o => o.ThreadKey == threadKey).Take(2).ToListAsync(cancellationToken);
        return rows is [var only] ? new StoredOrder(only) : null;
    }

    /// <summary>All orders that have not ended.</summary>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<StoredOrder>> RunningAsync(CancellationToken cancellationToken) =>
        (await Running().OrderBy(o => o.CreatedAt).ToListAsync(cancellationToken)).ConvertAll(r => new StoredOrder(r));

    /// <summary>All orders that have not ended, with their deadlines; to read only.</summary>
    /// <param name="cancellationToken">Ends the queries.</param>
    public Task<IReadOnlyList<PlannedOrder>> RunningPlannedAsync(CancellationToken cancellationToken) => PlannedAsync(Running(), cancellationToken);

    /// <summary>Orders by their ids, with their deadlines; to read only.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public Task<IReadOnlyList<PlannedOrder>> PlannedAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        PlannedAsync(db.Orders.Include(o => o.Events).Where(o => ids.Contains(o.Id)), cancellationToken);

    /// <summary>All numbers as written, for finding those near to one that is not known.</summary>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<string>> NumbersAsync(CancellationToken cancellationToken) =>
        (await db.Orders.AsNoTracking().Select(o => o.Facts).ToListAsync(cancellationToken)).ConvertAll(f => JsonSerializer.Deserialize(f, OrderJson.Default.Order)!.Number);

    /// <summary>Begins to follow an order. Call <see cref="PlanAsync"/> when its entries are in.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="incoming">The event in which it was told of; its conversation gets the reminders.</param>
    public StoredOrder Add(Order facts, IncomingEvent incoming)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(incoming);
        var row = new OrderRow
        {
            Id = Guid.CreateVersion7(),
            NumberKey = OrderNumbers.Key(facts.Number),
            Facts = JsonSerializer.Serialize(facts, OrderJson.Default.Order),
            Conversation = JsonSerializer.Serialize(incoming.Conversation, ChatJson.Default.ConversationRef),
            ThreadKey = StorableKey.OfThread(incoming.Conversation),
            OutsidersReadAlong = incoming.OutsidersReadAlong || !incoming.TellsWhoReads,
            IsPersonal = incoming is IncomingMessage { Addressing: Addressing.Direct or Addressing.OrderForm },
            CreatedAt = clock.GetCurrentInstant(),
        };
        db.Orders.Add(row);
        return new StoredOrder(row);
    }

    /// <summary>Deletes an order with its entries and reminders.</summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task RemoveAsync(StoredOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var its = db.Reminders.Where(r => r.OrderId == order.Row.Id);
        db.WaitingReminders.RemoveRange(await Timetable.Waiting(db.WaitingReminders, its).ToListAsync(cancellationToken));
        db.Reminders.RemoveRange(await its.ToListAsync(cancellationToken));
        db.OrderEvents.RemoveRange(order.Row.Events);
        db.Orders.Remove(order.Row);
    }

    /// <summary>The deadlines of an order by the policy versions that it runs on.</summary>
    /// <param name="order">The order.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<DeadlinePlan> DeadlinesAsync(StoredOrder order, OrderState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        return DeadlinePlanner.Plan(state, policies, await OverridesAsync(cancellationToken), calendars, clock.GetCurrentInstant());
    }

    /// <summary>When to inspect what, on the calendar of the factory's country.</summary>
    /// <param name="state">Where the order stands.</param>
    public IReadOnlyList<PlannedInspection> Inspections(OrderState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return InspectionPlanner.Plan(state, calendars.Of(state.Order.SupplierCountry), clock.GetCurrentInstant());
    }

    /// <summary>
    /// Plans an order anew after a change: its deadlines, the policy versions it runs on from now, and its reminders. Two people
    /// who change one order at once cannot both save; the later one's event is answered again on what the first one left.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    /// <returns>Where it stands, and its deadlines.</returns>
    public async Task<(OrderState State, DeadlinePlan Plan)> PlanAsync(StoredOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var now = clock.GetCurrentInstant();
        var state = order.State(now);
        var plan = await DeadlinesAsync(order, state, cancellationToken);
        var pinned = plan.PolicyVersions.Where(v => !order.Facts.PolicyVersions.ContainsKey(v.Key)).ToList();
        if (pinned.Count > 0)
        {
            order.Set(order.Facts with { PolicyVersions = order.Facts.PolicyVersions.Concat(pinned).ToDictionary(StringComparer.Ordinal) });
            state = order.State(now);
        }

        order.Row.Phase = state.Phase;
        order.Row.Revision++;
        await reminders.WriteAsync(order, state, plan, TimeOf(order.Facts), now, cancellationToken);
        return (state, plan);
    }

    /// <summary>The zone to read and write dates in: the person's own, else the one in the settings; null where it has to be asked for.</summary>
    /// <param name="personal">The person's zone, or null.</param>
    public string? ZoneOr(string? personal) => personal ?? options.TimeZone;

    /// <summary>Lengths that the team set itself.</summary>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyCollection<PolicyOverride>> OverridesAsync(CancellationToken cancellationToken)
    {
        if (_overrides is not null) return _overrides;
        var rows = await db.TeamSettings.Where(s => s.Name.StartsWith(LengthSetting)).ToListAsync(cancellationToken);
        _overrides = [];
        foreach (var row in rows)
        {
            if (row.Name[LengthSetting.Length..].Split('/') is [var policy, var rule] && int.TryParse(row.Value, System.Globalization.CultureInfo.InvariantCulture, out var length))
                _overrides.Add(new PolicyOverride(policy, rule, length));
        }

        return _overrides;
    }

    private async Task<IReadOnlyList<PlannedOrder>> PlannedAsync(IQueryable<OrderRow> orders, CancellationToken cancellationToken)
    {
        var planned = new List<PlannedOrder>();
        foreach (var row in await orders.AsNoTracking().OrderBy(o => o.CreatedAt).ToListAsync(cancellationToken))
        {
            var order = new StoredOrder(row);
            var state = order.State(clock.GetCurrentInstant());
            planned.Add(new PlannedOrder(row.Id, state, (await DeadlinesAsync(order, state, cancellationToken)).Deadlines));
        }

        return planned;
    }

    private ReaderTime TimeOf(Order order)
    {
        var zone = ZoneNames.OrUtc(order.ReaderZone ?? options.TimeZone);
        return new ReaderTime(zone, calendars.Of(order.BuyerCountry), calendars.Of(order.SupplierCountry), options.QuietHours);
    }

    private IQueryable<OrderRow> Running() => db.Orders.Include(o => o.Events).Where(o => o.Phase != OrderPhase.Closed && o.Phase != OrderPhase.Cancelled);
}
