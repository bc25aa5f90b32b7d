using NodaTime;
using NodaTime.Text;
using SourcingBot.Inspection;
using SourcingBot.Orders;
using SourcingBot.Quotes;
using SourcingBot.Reminders;

namespace SourcingBot.Tests.Orders;

/// <summary>An order whose life a test tells in a few words: "2026-06-01" is a day, "2026-06-01T10:00Z" an instant.</summary>
internal sealed class TestOrder
{
    private readonly List<OrderEvent> _events = [];

    public Order Order { get; set; } = new() { Number = "178453210", Supplier = "Ningbo Bright", ReaderZone = "Europe/Berlin" };

    public IReadOnlyList<OrderEvent> Events => _events;

    public static Instant At(string instant) => OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>").Parse(instant).Value.ToInstant();

    public static LocalDate Day(string date) => LocalDatePattern.Iso.Parse(date).Value;

    /// <param name="on">When it happened.</param>
    /// <param name="told">When it was entered; without it at the end of that day in UTC, or five minutes after the instant.</param>
    public TestOrder With(
        OrderEventKind kind, string on, string? told = null, string? until = null, InspectionKind? inspection = null, string? shipBy = null, PaymentWay? way = null,
        Guid? corrects = null)
    {
        var occurred = on.Contains('T', StringComparison.Ordinal) ? OccurredOn.At(At(on)) : OccurredOn.Day(Day(on));
        var recorded = told is not null ? At(told) : occurred.Instant is { } instant ? instant + Duration.FromMinutes(5) : Day(on).At(new LocalTime(23, 0)).InUtc().ToInstant();
        _events.Add(new OrderEvent
        {
            Id = new Guid(_events.Count + 1, 0, 0, new byte[8]),
            Kind = kind,
            On = occurred,
            RecordedAt = recorded,
            Until = until is null ? null : Day(until),
            Inspection = inspection,
            ShipBy = shipBy is null ? null : Day(shipBy),
            Way = way,
            Corrects = corrects,
        });
        return this;
    }

    public TestOrder Undo(int index, string at)
    {
        _events[index] = _events[index].Undo(At(at), null);
        return this;
    }

    public OrderState State(string now) => OrderFold.Fold(Order, _events, At(now));

    public DeadlinePlan Plan(string now, PolicyBook? policies = null, params PolicyOverride[] overrides) =>
        DeadlinePlanner.Plan(State(now), policies ?? PolicyBook.BuiltIn, overrides, WorkingCalendars.BuiltIn, At(now));

    public Deadline Deadline(string rule, string now, params PolicyOverride[] overrides) =>
        Assert.Single(Plan(now, null, overrides).Deadlines, d => d.RuleId == rule);

    public static Money Usd(decimal amount) => new(amount, "USD", MoneyRole.Total);
}
