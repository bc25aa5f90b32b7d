using NodaTime;
using SourcingBot.Inspection;
using SourcingBot.Orders;

namespace SourcingBot.Tests.Orders;

/// <summary>What a team member says of an order is understood as it was meant.</summary>
public sealed class OrderTextReaderTests
{
    private static readonly LocalDate Today = new(2026, 11, 25); // a Wednesday

    [Fact]
    public void An_order_told_in_one_line_is_read_whole()
    {
        var read = OrderTextReader.Read("order 178453210 Ningbo Bright 5,000 pcs USD 12,400 FOB Ningbo 30/70 ship by 20 Dec", Today);

        Assert.Equal("178453210", read.Number);
        Assert.Equal("Ningbo Bright", read.Supplier);
        Assert.Equal((5000m, "pcs"), (read.Quantity!.Value, read.Quantity.Unit));
        Assert.Equal((12400m, "USD"), (read.Amount!.Amount, read.Amount.Currency));
        Assert.Equal(("FOB", "Ningbo"), (read.Incoterm!.Term, read.Incoterm.Place));
        Assert.Equal([30m, 70m], read.PaymentSplit.Select(s => s.Percent));
        Assert.Equal(new LocalDate(2026, 12, 20), read.ShipBy);
        Assert.Null(read.Said);
    }

    [Theory]
    [InlineData("order no. 88812 from Shenzhen Lights Co., Ltd 200 ctns LED strips $4,300 DDP Hamburg offline, ship by Jan 5", "88812", "Shenzhen Lights Co., Ltd", "LED strips", "2027-01-05")]
    [InlineData("track PI-0388 Yiwu Toys (Zhejiang) wholesale ship by 2026-12-31", "PI-0388", "Yiwu Toys (Zhejiang)", null, "2026-12-31")]
    [InlineData("Order #178453210", "178453210", null, null, null)]
    [InlineData("order 178453210 ship by 20 Dec", "178453210", null, null, "2026-12-20")]
    public void Names_and_dates_are_found_wherever_they_stand(string text, string number, string? supplier, string? goods, string? shipBy)
    {
        var read = OrderTextReader.Read(text, Today);

        Assert.Equal((number, supplier, goods), (read.Number, read.Supplier, read.Goods));
        Assert.Equal(shipBy is null ? null : TestOrder.Day(shipBy), read.ShipBy);
    }

    [Theory]
    [InlineData("Order 178453210 arrived yesterday", OrderEventKind.Delivered, "2026-11-24")]
    [InlineData("178453210 delivered on Monday", OrderEventKind.Delivered, "2026-11-23")]
    [InlineData("deposit paid for order 178453210 on 3 November", OrderEventKind.DepositPaid, "2026-11-03")]
    [InlineData("we paid the deposit for 178453210 three days ago", OrderEventKind.DepositPaid, "2026-11-22")]
    [InlineData("order 178453210 balance paid", OrderEventKind.BalancePaid, "2026-11-25")]
    [InlineData("they ask, should we pay the balance on order 178453210 now?", OrderEventKind.BalanceAboutToBePaid, "2026-11-25")]
    [InlineData("supplier asks for the balance on 178453210", OrderEventKind.BalanceAsked, "2026-11-25")]
    [InlineData("order 178453210: opened a dispute today", OrderEventKind.RefundAsked, "2026-11-25")]
    [InlineData("order 178453210 supplier rejected the refund", OrderEventKind.SupplierAnswered, "2026-11-25")]
    [InlineData("order 178453210 escalated 20 Nov", OrderEventKind.Escalated, "2026-11-20")]
    [InlineData("Order 178453210 never arrived", OrderEventKind.NonDeliveryNoticed, "2026-11-25")]
    [InlineData("receipt confirmed for order 178453210", OrderEventKind.ReceiptConfirmed, "2026-11-25")]
    [InlineData("order 178453210 shipped 18/11", OrderEventKind.Shipped, "2026-11-18")]
    [InlineData("178453210 inspection failed", OrderEventKind.InspectionFailed, "2026-11-25")]
    [InlineData("178453210 did not pass inspection", OrderEventKind.InspectionFailed, "2026-11-25")]
    public void What_happened_is_read_with_its_day(string text, OrderEventKind kind, string day)
    {
        var read = OrderTextReader.Read(text, Today);

        Assert.Equal(("178453210", (OrderEventKind?)kind), (read.Number, read.Said));
        Assert.Equal(TestOrder.Day(day), read.SaidOn);
    }

    [Fact]
    public void A_booked_inspection_lies_ahead_and_has_its_kind()
    {
        var read = OrderTextReader.Read("order 178453210 pre-shipment inspection booked for 10 Dec", Today);

        Assert.Equal((OrderEventKind.InspectionBooked, InspectionKind.PreShipment), (read.Said!.Value, read.Inspection!.Value));
        Assert.Equal(new LocalDate(2026, 12, 10), read.SaidOn);
    }

    [Fact]
    public void A_slot_runs_until_the_day_that_was_told()
    {
        var read = OrderTextReader.Read("178453210 evidence slot open until 12 Dec", Today);

        Assert.Equal((OrderEventKind.EvidenceSlotOpened, new LocalDate(2026, 12, 12)), (read.Said!.Value, read.Until!.Value));
    }

    [Fact]
    public void A_new_date_is_agreed_and_not_shipped()
    {
        var read = OrderTextReader.Read("order 178453210 shipment delayed to 10 January", Today);

        Assert.Equal(OrderEventKind.DatesAgreed, read.Said);
        Assert.Equal(new LocalDate(2027, 1, 10), read.ShipBy);
    }

    [Theory]
    [InlineData("order 178453210 has not arrived yet")]
    [InlineData("order 178453210 hasn't shipped")]
    [InlineData("has order 178453210 arrived?")]
    [InlineData("when was order 178453210 shipped")]
    [InlineData("order 178453210 will be delivered next week")]
    [InlineData("tell me when 178453210 has arrived")]
    public void What_is_denied_asked_or_still_to_come_has_not_happened(string text) => Assert.Null(OrderTextReader.Read(text, Today).Said);

    [Fact]
    public void A_date_that_could_be_two_is_asked_for()
    {
        var read = OrderTextReader.Read("order 178453210 arrived 5/11", Today);

        Assert.Equal([new LocalDate(2026, 11, 5), new LocalDate(2026, 5, 11)], read.Ambiguous!.Alternatives);
    }
}
