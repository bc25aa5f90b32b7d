using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Inspection;
using SourcingBot.Orders;
using SourcingBot.Quotes;
using SourcingBot.Reminders;
using SourcingBot.Resources;
using SourcingBot.Suppliers;

namespace SourcingBot.Testing;

/// <summary>Cards of orders, deadlines, reminders and suppliers, to be looked at as each platform renders them.</summary>
internal static class SampleOrders
{
    private const string Token = "token";
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 20, 8, 0);
    private static readonly PersonRef Ann = new(new PlatformId("sample"), "W1", "U1", "Ann <@U2> *bold*");

    public static IReadOnlyList<string> Names { get; } = ["order", "order-balance-stop", "deadlines", "reminder", "reminder-last", "missed", "supplier"];

    public static OutgoingMessage Of(string name)
    {
        var delivered = State(OrderEventKind.DepositPaid, OrderEventKind.Shipped, OrderEventKind.Delivered);
        var window = PlanOf(delivered).Deadlines.First(d => d.Kind == DeadlineKind.DisputeWindow);
        return name switch
        {
            "order" => CardOf(State(OrderEventKind.DepositPaid), Words.NowFollowed),
            "order-balance-stop" => CardOf(State(OrderEventKind.DepositPaid, OrderEventKind.BalanceAboutToBePaid), null),
            "deadlines" => DeadlinesCard.Build(Urgency.Sort(PlanOf(delivered).Deadlines.Select(d => new OrderDeadline(delivered.Order, d))), 1, Audience.Conversation),
            "reminder" => Reminder(delivered, window, ReminderKind.Gentle, window.Due - Duration.FromDays(7)),
            "reminder-last" => Reminder(delivered, window, ReminderKind.Last, window.Due - Duration.FromHours(5)),
            "missed" => MissedCard.Build([new MissedReminder(delivered.Order, window, Planned(window, ReminderKind.Gentle, Now))], Audience.Conversation),
            "supplier" => SupplierCard.Reminder(new SupplierRow { Key = "NINGBOBRIGHT", Name = "Ningbo Bright <!channel> [x](https://evil.example)", Reason = ReCheckReason.Payment, Conversation = "{}", Person = "{}" }, Token, Audience.Conversation),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }

    private static OrderState State(params OrderEventKind[] kinds)
    {
        var order = new Order
        {
            Number = "178453210",
            Supplier = "Ningbo Bright <!channel> [x](https://evil.example)",
            Amount = new Money(12_400, "USD", MoneyRole.Total),
            Owner = Ann,
            ReaderZone = "Europe/Berlin",
            ShipBy = new LocalDate(2026, 7, 20),
        };
        var events = kinds.Select((kind, n) => new OrderEvent
        {
            Id = new Guid(n + 1, 0, 0, new byte[8]),
            Kind = kind,
            On = OccurredOn.Day(new LocalDate(2026, 5, 17).PlusDays(n)),
            RecordedAt = Instant.FromUtc(2026, 5, 17 + n, 12, 0),
        });
        return OrderFold.Fold(order, events, Now);
    }

    private static DeadlinePlan PlanOf(OrderState state) => DeadlinePlanner.Plan(state, PolicyBook.BuiltIn, [], WorkingCalendars.BuiltIn, Now);

    private static OutgoingMessage CardOf(OrderState state, string? lead) =>
        OrderCard.Build(state, PlanOf(state), InspectionPlanner.Plan(state, WorkingCalendars.BuiltIn.Of("CN"), Now), lead, Token, Audience.Conversation);

    private static OutgoingMessage Reminder(OrderState state, Deadline deadline, ReminderKind kind, Instant at) =>
        ReminderCard.Build(state, deadline, Planned(deadline, kind, at), at, state.Zone, ReminderTarget.Conversation, Token);

    private static PlannedReminder Planned(Deadline deadline, ReminderKind kind, Instant at) => new() { Key = deadline.Key + "/x", DeadlineKey = deadline.Key, At = at, Kind = kind, DaysBefore = 0 };
}
