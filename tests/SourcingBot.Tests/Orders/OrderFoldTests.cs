using SourcingBot.Inspection;
using SourcingBot.Orders;
using SourcingBot.Quotes;
using static SourcingBot.Orders.OrderEventKind;

namespace SourcingBot.Tests.Orders;

public class OrderFoldTests
{
    private const string Now = "2026-08-01T10:00Z";

    [Fact]
    public void An_order_goes_through_its_phases()
    {
        var order = new TestOrder();
        var phases = new List<OrderPhase> { order.State(Now).Phase };
        foreach (var (kind, day) in new[]
        {
            (DepositPaid, "2026-05-01"), (InspectionBooked, "2026-06-01"), (InspectionFailed, "2026-06-03"), (InspectionPassed, "2026-06-10"), (BalancePaid, "2026-06-11"),
            (Shipped, "2026-06-12"), (Delivered, "2026-07-01"), (RefundAsked, "2026-07-03"), (Escalated, "2026-07-08"), (DisputeSettled, "2026-07-20"), (ReceiptConfirmed, "2026-07-21"),
            (Closed, "2026-07-22"),
        })
        {
            phases.Add(order.With(kind, day).State(Now).Phase);
        }

        Assert.Equal(
            [
                OrderPhase.Ordered, OrderPhase.InProduction, OrderPhase.InspectionBooked, OrderPhase.InspectionFailed, OrderPhase.ReadyToShip, OrderPhase.ReadyToShip, OrderPhase.Shipped,
                OrderPhase.Delivered, OrderPhase.InDispute, OrderPhase.Escalated, OrderPhase.Delivered, OrderPhase.Received, OrderPhase.Closed,
            ],
            phases);
        Assert.Empty(order.State(Now).Problems);
    }

    [Fact]
    public void The_order_of_entering_does_not_matter()
    {
        var late = new TestOrder().With(Delivered, "2026-07-01").With(Shipped, "2026-06-12", told: "2026-07-05T08:00Z");

        Assert.Equal([Shipped, Delivered], late.State(Now).Events.Select(e => e.Kind));
        Assert.Empty(late.State(Now).Problems);
    }

    [Fact]
    public void What_is_undone_stays_in_the_history_and_counts_no_more()
    {
        var state = new TestOrder().With(Shipped, "2026-06-12").With(Delivered, "2026-07-01").Undo(1, "2026-07-02T08:00Z").State(Now);

        Assert.Equal(OrderPhase.Shipped, state.Phase);
        Assert.Equal([null, TestOrder.At("2026-07-02T08:00Z")], state.History.Select(e => e.Undone?.At));
    }

    [Fact]
    public void A_correction_takes_the_place_of_what_it_corrects()
    {
        var order = new TestOrder().With(Delivered, "2026-07-01");
        order.With(Delivered, "2026-07-04", corrects: order.Events[0].Id);

        Assert.Equal(TestOrder.Day("2026-07-04"), Assert.Single(order.State(Now).Events).On.Date);
        Assert.Equal(2, order.State(Now).History.Count);
    }

    [Fact]
    public void On_one_day_things_happen_in_the_order_of_an_orders_life() =>
        Assert.Equal(
            [Delivered, RefundAsked],
            new TestOrder().With(RefundAsked, "2026-07-01T09:00Z").With(Delivered, "2026-07-01", told: "2026-07-02T09:00Z").State(Now).Events.Select(e => e.Kind));

    [Fact]
    public void Later_agreed_dates_take_the_place_of_the_orders()
    {
        var order = new TestOrder();
        order.Order = order.Order with { ShipBy = TestOrder.Day("2026-06-01") };

        Assert.Equal(TestOrder.Day("2026-06-20"), order.With(DatesAgreed, "2026-05-20", shipBy: "2026-06-20").State(Now).ShipBy);
    }

    public static TheoryData<string, OrderProblemKind, ProblemWeight, string> Contradictions => new()
    {
        { "placed 2026-06-01; Delivered 2026-05-20", OrderProblemKind.BeforeOrder, ProblemWeight.Error, "“delivered” on 20 May 2026 would be before the order of 1 Jun 2026" },
        { "Shipped 2026-06-12; Delivered 2026-06-10", OrderProblemKind.BeforeItsCause, ProblemWeight.Error, "“delivered” on 10 Jun 2026 would be before “shipped” on 12 Jun 2026" },
        { "Delivered 2026-08-05", OrderProblemKind.InTheFuture, ProblemWeight.Error, "lies in the future" },
        { "Delivered 2062-06-10", OrderProblemKind.ImplausibleDate, ProblemWeight.Error, "years away" },
        { "Escalated 2026-07-10", OrderProblemKind.CauseMissing, ProblemWeight.Question, "I know of no “refund asked for” before it" },
        { "Delivered 2026-06-10; Delivered 2026-06-12", OrderProblemKind.ToldTwice, ProblemWeight.Question, "entered twice, on 10 Jun 2026 and on 12 Jun 2026" },
        { "Closed 2026-06-10; Shipped 2026-06-12", OrderProblemKind.AfterTheEnd, ProblemWeight.Question, "after “closed” on 10 Jun 2026" },
        { "BalancePaid 2026-06-10", OrderProblemKind.BalanceBeforeInspection, ProblemWeight.Question, "no inspection was passed" },
        { "zone Europe/Ningbo", OrderProblemKind.ZoneDoesNotExist, ProblemWeight.Error, "no time zone “Europe/Ningbo”" },
        { "zone -", OrderProblemKind.ZoneUnknown, ProblemWeight.Question, "Tell me the zone" },
        { "placed 2026-06-01; ship 2026-05-01", OrderProblemKind.DueBeforeOrder, ProblemWeight.Error, "before the day of the order (1 Jun 2026)" },
        { "split 30/60", OrderProblemKind.SplitNotWhole, ProblemWeight.Question, "add up to 90 %" },
        { "amount 0", OrderProblemKind.AmountNotPositive, ProblemWeight.Error, "zero or less" },
        { "number #-", OrderProblemKind.NumberMissing, ProblemWeight.Error, "no letter or digit" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void What_does_not_fit_is_a_clear_question_or_error(string life, OrderProblemKind kind, ProblemWeight weight, string words)
    {
        var order = new TestOrder();
        foreach (var part in life.Split("; ").Select(p => p.Split(' ')))
        {
            if (Enum.TryParse<OrderEventKind>(part[0], out var happened)) order.With(happened, part[1], told: "2026-07-30T10:00Z");
            else order.Order = Change(order.Order, part[0], part[1]);
        }

        var state = order.State(Now);
        var problem = Assert.Single(state.Problems);
        Assert.Equal((kind, weight), (problem.Kind, problem.Weight));
        Assert.Contains(words, OrderProblems.Text(problem, state), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_is_checked_before_it_is_taken()
    {
        var order = new TestOrder().With(Shipped, "2026-06-12").With(Delivered, "2026-06-01", told: "2026-07-01T10:00Z");
        var state = OrderFold.Fold(order.Order, [order.Events[0]], TestOrder.At(Now));

        Assert.Equal(OrderProblemKind.BeforeItsCause, Assert.Single(OrderFold.Check(state, order.Events[1], TestOrder.At(Now))).Kind);
        Assert.Empty(OrderFold.Check(state, order.Events[1] with { On = OccurredOn.Day(TestOrder.Day("2026-06-30")) }, TestOrder.At(Now)));
    }

    [Fact]
    public void Today_is_the_readers_today()
    {
        // 2 June 01:00 in Auckland is still 1 June in UTC.
        var order = new TestOrder().With(Shipped, "2026-06-02", told: "2026-06-01T13:00Z");
        order.Order = order.Order with { ReaderZone = "Pacific/Auckland" };
        Assert.Empty(order.State("2026-06-01T13:00Z").Problems);

        order.Order = order.Order with { ReaderZone = "America/Los_Angeles" };
        Assert.Equal(OrderProblemKind.InTheFuture, Assert.Single(order.State("2026-06-01T13:00Z").Problems).Kind);
    }

    [Theory]
    [InlineData("BalanceAsked", InspectionStanding.None)]
    [InlineData("BalanceAboutToBePaid", InspectionStanding.None)]
    [InlineData("BalanceAsked,InspectionBooked", InspectionStanding.Booked)]
    [InlineData("InspectionFailed,BalanceAsked", InspectionStanding.Failed)]
    [InlineData("InspectionPassed,BalanceAsked", null)]
    [InlineData("InspectionBooked", null)]
    [InlineData("BalanceAsked,BalancePaid", null)]
    public void Paying_before_a_passed_inspection_is_stopped(string life, InspectionStanding? standing)
    {
        var order = new TestOrder();
        foreach (var (kind, i) in life.Split(',').Select((k, i) => (Enum.Parse<OrderEventKind>(k), i))) order.With(kind, $"2026-06-{10 + i}");

        Assert.Equal(standing, BalanceWarning.For(order.State(Now))?.Standing);
    }

    [Fact]
    public void An_early_inspection_does_not_clear_the_balance() =>
        Assert.Equal(
            InspectionStanding.None,
            BalanceWarning.For(new TestOrder().With(InspectionPassed, "2026-06-01", inspection: InspectionKind.DuringProduction).With(BalanceAsked, "2026-06-10").State(Now))?.Standing);

    [Theory]
    [InlineData("178453201", "178453210")]
    [InlineData("453210", "178453210")]
    [InlineData("17845321", "178453210")]
    [InlineData("PI0388", "PI-0388")]
    [InlineData("999999999", null)]
    public void An_unknown_number_brings_the_near_ones(string written, string? near) =>
        Assert.Equal(near is null ? [] : [near], OrderNumbers.Near(written, ["178453210", "PI-0388", "22222"]));

    private static Order Change(Order order, string what, string value) => what switch
    {
        "placed" => order with { PlacedOn = TestOrder.Day(value) },
        "ship" => order with { ShipBy = TestOrder.Day(value) },
        "zone" => order with { ReaderZone = value == "-" ? null : value },
        "split" => order with { PaymentSplit = [new PaymentShare(30, PaymentStage.Deposit), new PaymentShare(60, PaymentStage.Balance)] },
        "amount" => order with { Amount = TestOrder.Usd(0) },
        "number" => order with { Number = value },
        _ => throw new ArgumentException(what),
    };
}
