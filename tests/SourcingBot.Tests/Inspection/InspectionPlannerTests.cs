using SourcingBot.Inspection;
using SourcingBot.Orders;
using SourcingBot.Reminders;
using SourcingBot.Tests.Orders;
using static SourcingBot.Tests.Orders.TestOrder;

namespace SourcingBot.Tests.Inspection;

public class InspectionPlannerTests
{
    [Fact]
    public void Each_inspection_has_its_window_and_booking_day()
    {
        // Deposit on Monday 1 June, ship by Friday 10 July; 19 June is Dragon Boat.
        var plans = Plan(Order("2026-07-10").With(OrderEventKind.DepositPaid, "2026-06-01"), "2026-06-01T12:00Z");

        Assert.Equal(
            [
                (InspectionKind.PreProduction, "06-08", "06-08", "06-01"), (InspectionKind.DuringProduction, "06-08", "06-16", "06-01"),
                (InspectionKind.PreShipment, "07-01", "07-03", "06-24"), (InspectionKind.Loading, "07-09", "07-10", "07-02"),
            ],
            plans.Select(p => (p.Kind, Say(p.From), Say(p.To), Say(p.BookBy!.Value))));
        Assert.NotNull(plans[1].OtherReadings);
        Assert.Null(plans[2].Holiday);
    }

    [Fact]
    public void Before_the_Spring_Festival_the_holiday_and_its_make_up_Saturday_count()
    {
        // Ship by 18 February, inside the holiday of 15 to 23 February; Saturday the 14th is worked.
        var plan = Plan(Order("2026-02-18"), "2026-01-05T12:00Z").Single(p => p.Kind == InspectionKind.PreShipment);

        Assert.Equal(("02-06", "02-10", "01-30"), (Say(plan.From), Say(plan.To), Say(plan.BookBy!.Value)));
        Assert.Equal(("春节", false), (plan.Holiday, plan.IsCalendarEstimated));
    }

    [Fact]
    public void After_the_holiday_factories_are_still_slow() =>
        Assert.Equal("春节", Plan(Order("2026-03-13"), "2026-02-25T12:00Z").Single(p => p.Kind == InspectionKind.PreShipment).Holiday);

    [Fact]
    public void A_later_years_holiday_is_an_estimate() =>
        Assert.True(Plan(Order("2027-02-10"), "2027-01-05T12:00Z").Single(p => p.Kind == InspectionKind.PreShipment).IsCalendarEstimated);

    [Theory]
    [InlineData("2026-06-20T12:00Z", PlannedInspectionStatus.ToBook)]
    [InlineData("2026-06-25T12:00Z", PlannedInspectionStatus.BookNow)]
    [InlineData("2026-07-04T12:00Z", PlannedInspectionStatus.TooLate)]
    public void It_says_when_to_book(string now, PlannedInspectionStatus status) =>
        Assert.Equal(status, Plan(Order("2026-07-10"), now).Single(p => p.Kind == InspectionKind.PreShipment).Status);

    [Theory]
    [InlineData(OrderEventKind.InspectionBooked, PlannedInspectionStatus.Booked)]
    [InlineData(OrderEventKind.InspectionPassed, PlannedInspectionStatus.Passed)]
    [InlineData(OrderEventKind.InspectionFailed, PlannedInspectionStatus.Failed)]
    public void What_was_entered_counts(OrderEventKind entered, PlannedInspectionStatus status)
    {
        var plans = Plan(Order("2026-07-10").With(entered, "2026-07-02"), "2026-07-03T12:00Z");

        // Without a kind it is the one before shipment.
        Assert.Equal(status, plans.Single(p => p.Kind == InspectionKind.PreShipment).Status);
        Assert.Equal(PlannedInspectionStatus.BookNow, plans.Single(p => p.Kind == InspectionKind.Loading).Status);
    }

    [Fact]
    public void The_buyers_own_check_follows_the_delivery()
    {
        var plan = Assert.Single(Plan(new TestOrder().With(OrderEventKind.Delivered, "2026-07-01"), "2026-07-02T12:00Z"));

        Assert.Equal((InspectionKind.Arrival, "07-04", "07-11", null), (plan.Kind, Say(plan.From), Say(plan.To), plan.BookBy));
    }

    [Fact]
    public void Without_dates_there_is_nothing_to_plan() => Assert.Empty(Plan(new TestOrder(), "2026-07-02T12:00Z"));

    private static TestOrder Order(string shipBy)
    {
        var order = new TestOrder();
        order.Order = order.Order with { ShipBy = Day(shipBy) };
        return order;
    }

    private static IReadOnlyList<PlannedInspection> Plan(TestOrder order, string now) =>
        InspectionPlanner.Plan(order.State(now), WorkingCalendars.BuiltIn.Of("CN"), At(now));

    private static string Say(NodaTime.LocalDate date) => date.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
