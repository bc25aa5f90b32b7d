using NodaTime;
using SourcingBot.Orders;
using static SourcingBot.Orders.OrderEventKind;

namespace SourcingBot.Tests.Orders;

public class DeadlinePlannerTests
{
    // Every rule: what starts it, and when it is due. Days end at Beijing's midnight, which is 16:00 UTC.
    public static TheoryData<string, string, string, string> Rules => new()
    {
        { "refund-window", "", "Delivered 2026-06-01", "2026-07-01T16:00Z" },
        { "refund-window-enterprise", "tier", "Delivered 2026-06-01", "2026-07-31T16:00Z" },
        { "easy-return", "", "Delivered 2026-06-01", "2026-07-01T16:00Z" },
        { "agreed-shipment", "ship 2026-06-01", "", "2026-06-01T16:00Z" },
        { "late-shipment-refund", "ship 2026-06-01", "", "2026-06-01T16:00Z" },
        { "late-delivery-compensation", "deliver 2026-06-01", "", "2026-07-01T16:00Z" },
        { "late-delivery-automatic", "tier deliver 2026-06-01", "", "2026-06-02T16:00Z" },
        { "instant-cancel", "", "DepositPaid 2026-06-01T08:30Z", "2026-06-01T10:30Z" },
        { "agreed-delivery", "deliver 2026-06-20", "", "2026-06-20T16:00Z" },
        { "supplier-answer", "", "RefundAsked 2026-06-01", "2026-06-04T16:00Z" },
        { "may-escalate", "", "RefundAsked 2026-06-01", "2026-06-04T16:00Z" },
        { "automatic-escalation", "", "RefundAsked 2026-06-01", "2026-06-07T16:00Z" },
        { "fast-refund", "usd 500", "RefundAsked 2026-06-01", "2026-06-05T16:00Z" },
        { "fast-refund-enterprise", "tier usd 1000", "RefundAsked 2026-06-01", "2026-06-05T16:00Z" },
        { "handler-joins", "", "RefundAsked 2026-05-01,Escalated 2026-06-05", "2026-06-09T16:00Z" },
        { "evidence-review", "", "RefundAsked 2026-05-01,EvidenceUploaded 2026-06-05", "2026-06-09T16:00Z" },
        { "evidence-slot", "", "RefundAsked 2026-05-01,EvidenceSlotOpened 2026-06-05T08:00Z", "2026-06-06T08:00Z" },
        { "automatic-receipt", "", "Shipped 2026-06-05T08:00Z", "2026-06-07T08:00Z" },
        { "logistics-completes-at-port", "port", "ArrivedAtDestination 2026-06-01", "2026-06-16T16:00Z" },
        { "logistics-completes-untracked", "port", "Shipped 2026-06-01", "2026-07-31T16:00Z" },
        { "offline-complaint", "offline deliver 2026-06-01", "", "2026-08-30T16:00Z" },
        { "offline-may-escalate", "offline", "OfflineComplaintOpened 2026-06-01", "2026-06-05T16:00Z" },
        { "chargeback", "card deliver 2026-06-01", "", "2026-09-29T22:00Z" },
        { "chargeback-outer-limit", "card", "DepositPaid 2026-06-01", "2027-11-23T23:00Z" },
        { "paypal-dispute", "paypal", "DepositPaid 2026-06-01", "2026-11-28T23:00Z" },
        { "paypal-claim", "paypal", "PayPalDisputeOpened 2026-06-01", "2026-06-21T22:00Z" },
        { "wire-recall-best", "", "FraudulentWireSent 2026-06-01T08:00Z", "2026-06-02T08:00Z" },
        { "wire-recall", "", "FraudulentWireSent 2026-06-01T08:00Z", "2026-06-04T08:00Z" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_is_due_as_its_source_says(string rule, string facts, string life, string due)
    {
        var order = Tell(new TestOrder(), facts, life);
        var deadline = order.Deadline(rule, "2026-05-30T08:00Z");

        Assert.Equal(TestOrder.At(due), deadline.Due);
        Assert.False(string.IsNullOrEmpty(deadline.Source));
    }

    [Fact]
    public void Every_rule_that_sets_a_date_is_tested() =>
        Assert.Equal(
            PolicyBook.BuiltIn.Newest.SelectMany(p => p.Rules).Where(r => r.Kind is not null && !r.IsHistoric).Select(r => r.Id).Distinct().Order(),
            Rules.Select(r => (string)r[0]).Order());

    [Fact]
    public void A_historic_rule_is_never_planned() =>
        Assert.DoesNotContain(Tell(new TestOrder(), "", "RefundAsked 2026-06-01").Plan("2026-06-01T08:00Z").Deadlines, d => d.RuleId == "negotiation-2015");

    [Fact]
    public void The_page_of_a_refused_buyer_would_have_shown_the_last_day()
    {
        // Glass plates that arrived in November, found faulty in February: refused because 30 days had passed.
        var order = Tell(new TestOrder(), "", "Delivered 2026-11-10");

        Assert.Equal((DeadlineStatus.Running, 0), Of("2026-12-10T08:00Z"));
        Assert.Equal((DeadlineStatus.Expired, -1), Of("2026-12-11T08:00Z"));

        (DeadlineStatus, int) Of(string now) => (order.Deadline("refund-window", now).Status, order.Deadline("refund-window", now).DaysLeft);
    }

    [Theory]
    [InlineData("2028-01-31", "2028-03-01")]
    [InlineData("2027-01-31", "2027-03-02")]
    [InlineData("2028-01-30", "2028-02-29")]
    [InlineData("2026-12-15", "2027-01-14")]
    [InlineData("2026-03-31", "2026-04-30")]
    public void Thirty_days_are_counted_over_leap_days_and_month_ends(string delivered, string last) =>
        Assert.Equal(TestOrder.Day(last), Tell(new TestOrder(), "", "Delivered " + delivered).Deadline("refund-window", delivered + "T20:00Z").DueDate);

    [Fact]
    public void Beijings_midnight_is_the_morning_in_Los_Angeles()
    {
        var order = Tell(new TestOrder(), "zone America/Los_Angeles", "Delivered 2026-06-01");
        var deadline = order.Deadline("refund-window", "2026-07-01T15:00Z");

        // 1 July 24:00 in Beijing is 09:00 on 1 July in Los Angeles; an hour before it is still that day.
        Assert.Equal((TestOrder.At("2026-07-01T16:00Z"), TestOrder.Day("2026-07-01"), 0), (deadline.Due, deadline.DueDate, deadline.DaysLeft));
        Assert.Equal(DeadlineStatus.Expired, order.Deadline("refund-window", "2026-07-01T16:00Z").Status);
    }

    [Fact]
    public void East_of_Beijing_a_day_may_be_the_day_before_there()
    {
        // 1 June begins in Auckland at 20:00 of 31 May in Beijing: the earliest reading counts from 31 May.
        Assert.Equal(TestOrder.Day("2026-06-30"), Tell(new TestOrder(), "zone Pacific/Auckland", "Delivered 2026-06-01").Deadline("refund-window", "2026-06-02T00:00Z").DueDate);
    }

    [Fact]
    public void A_delivery_known_to_the_instant_ends_at_the_same_hour()
    {
        var deadline = Tell(new TestOrder(), "", "Delivered 2026-06-01T17:30Z").Deadline("refund-window", "2026-06-03T00:00Z");

        // 17:30 UTC is 2 June 01:30 in Beijing.
        Assert.Equal((TestOrder.At("2026-07-01T17:30Z"), TestOrder.Day("2026-07-02")), (deadline.Due, deadline.DueDate));
    }

    [Theory]
    [InlineData("2026-03-01", "2026-08-28T22:00Z")]
    [InlineData("2026-09-01", "2027-02-28T23:00Z")]
    public void The_readers_own_clock_changes_with_summer_time(string paid, string due) =>
        Assert.Equal(TestOrder.At(due), Tell(new TestOrder(), "paypal", "DepositPaid " + paid).Deadline("paypal-dispute", paid + "T20:00Z").Due);

    [Fact]
    public void Where_sources_disagree_the_earliest_reading_drives_and_all_are_told()
    {
        var escalation = Tell(new TestOrder(), "", "RefundAsked 2026-06-01").Deadline("automatic-escalation", "2026-06-02T16:00Z");
        Assert.Equal(TestOrder.Day("2026-06-08"), escalation.DueDate);
        Assert.Equal(["7 calendar days from “refund asked for”", "8 calendar days from “refund asked for”"], escalation.Disagreement!.Readings.Select(r => r.Counts));

        // Receipt confirmed before the delivery was told: the older wording's start comes first.
        var window = Tell(new TestOrder(), "", "ReceiptConfirmed 2026-05-28,Delivered 2026-06-01").Deadline("refund-window", "2026-06-02T08:00Z");
        Assert.Equal(TestOrder.Day("2026-06-27"), window.DueDate);
        Assert.Contains("older wording", window.Source, StringComparison.Ordinal);

        // Only delivered: the other reading has no date yet, and is told too.
        var open = Tell(new TestOrder(), "", "Delivered 2026-06-01").Deadline("refund-window", "2026-06-02T08:00Z").Disagreement!;
        Assert.Equal([true, false], open.Readings.Select(r => r.Due is not null));
    }

    [Theory]
    [InlineData("2026-02-12", "2026-02-14")] // the make-up Saturday before the Spring Festival
    [InlineData("2026-02-14", "2026-02-25")] // over the holiday
    [InlineData("2026-06-05", "2026-06-09")] // over a weekend
    [InlineData("2026-09-30", "2026-10-09")] // over Golden Week
    [InlineData("2026-10-09", "2026-10-12")] // the make-up Saturday after it
    public void Working_days_keep_holidays_and_make_up_days(string escalated, string due) =>
        Assert.Equal(TestOrder.Day(due), Tell(new TestOrder(), "", $"RefundAsked 2026-01-05,Escalated {escalated}").Deadline("handler-joins", escalated + "T20:00Z").DueDate);

    [Fact]
    public void Estimated_holidays_are_said()
    {
        var deadline = Tell(new TestOrder(), "", "RefundAsked 2027-01-20,Escalated 2027-02-04").Deadline("handler-joins", "2027-02-04T20:00Z");

        Assert.Equal((TestOrder.Day("2027-02-16"), true), (deadline.DueDate, deadline.IsCalendarEstimated));
        Assert.False(Tell(new TestOrder(), "", "RefundAsked 2026-06-01,Escalated 2026-06-04").Deadline("handler-joins", "2026-06-04T20:00Z").IsCalendarEstimated);
    }

    [Fact]
    public void What_is_done_is_done_and_a_lapsed_dispute_opens_the_window_again()
    {
        var order = Tell(new TestOrder(), "", "Delivered 2026-06-01,RefundAsked 2026-06-05");
        Assert.Equal((DeadlineStatus.Done, RefundAsked), Of());

        Tell(order, "", "DisputeLapsed 2026-06-12");
        Assert.Equal((DeadlineStatus.Running, null), Of());
        Assert.Contains(order.Plan("2026-06-13T08:00Z").Notes, n => n.RuleId == "lapsed-open-anew");

        Tell(order, "", "RefundAsked 2026-06-13");
        Assert.Equal((DeadlineStatus.Done, RefundAsked), Of());
        Assert.DoesNotContain(order.Plan("2026-06-13T08:00Z").Notes, n => n.RuleId == "lapsed-open-anew");

        (DeadlineStatus, OrderEventKind?) Of()
        {
            var window = order.Deadline("refund-window", "2026-06-13T08:00Z");
            return (window.Status, window.EndedBy?.Kind);
        }
    }

    [Fact]
    public void A_second_dispute_has_deadlines_of_its_own()
    {
        var order = Tell(new TestOrder(), "", "Delivered 2026-06-01,RefundAsked 2026-06-05");
        var first = order.Deadline("supplier-answer", "2026-06-05T23:30Z").Key;
        Tell(order, "", "DisputeLapsed 2026-06-12,RefundAsked 2026-06-13");
        var second = order.Deadline("supplier-answer", "2026-06-13T23:30Z");

        Assert.Equal(("alibaba-trade-assurance/supplier-answer", "alibaba-trade-assurance/supplier-answer/2"), (first, second.Key));
        Assert.Equal((TestOrder.Day("2026-06-16"), DeadlineStatus.Running), (second.DueDate, second.Status));
    }

    [Fact]
    public void A_correction_moves_the_deadline_and_keeps_its_key()
    {
        var order = Tell(new TestOrder(), "", "Delivered 2026-06-01");
        var before = order.Deadline("refund-window", "2026-06-10T08:00Z");
        order.With(Delivered, "2026-06-04", told: "2026-06-10T07:00Z", corrects: order.Events[0].Id);
        var after = order.Deadline("refund-window", "2026-06-10T08:00Z");

        Assert.Equal(before.Key, after.Key);
        Assert.Equal(3, Period.DaysBetween(before.DueDate, after.DueDate));
        order.Undo(1, "2026-06-10T07:30Z");
        Assert.Equal(before.Due, order.Deadline("refund-window", "2026-06-10T08:00Z").Due);
    }

    [Fact]
    public void What_is_taken_back_takes_its_deadlines_with_it() =>
        Assert.DoesNotContain(Tell(new TestOrder(), "", "Delivered 2026-06-01").Undo(0, "2026-06-02T08:00Z").Plan("2026-06-03T08:00Z").Deadlines, d => d.RuleId == "refund-window");

    [Fact]
    public void An_entry_made_too_late_is_late_at_once()
    {
        var order = new TestOrder().With(Delivered, "2026-06-01", told: "2026-07-10T08:00Z");

        Assert.Equal(DeadlineStatus.LateAtEntry, order.Deadline("refund-window", "2026-07-10T08:00Z").Status);
        Assert.Contains(order.Plan("2026-07-10T08:00Z").Notes, n => n.RuleId == "offline-dispute-left");
    }

    [Fact]
    public void Two_hours_told_without_an_hour_count_from_the_telling()
    {
        var deadline = new TestOrder().With(DepositPaid, "2026-06-01", told: "2026-06-01T12:00Z").Deadline("instant-cancel", "2026-06-01T12:01Z");

        Assert.Equal((TestOrder.At("2026-06-01T14:00Z"), true), (deadline.Due, deadline.IsStartAssumed));
    }

    [Fact]
    public void A_date_that_the_order_page_shows_counts_before_any_length()
    {
        var order = new TestOrder().With(RefundAsked, "2026-06-01").With(EvidenceSlotOpened, "2026-06-10", told: "2026-06-10T08:00Z");
        Assert.True(order.Deadline("evidence-slot", "2026-06-10T09:00Z").IsLengthUnknown);

        order.With(EvidenceSlotOpened, "2026-06-10", told: "2026-06-10T09:00Z", until: "2026-06-15");
        var told = order.Deadline("evidence-slot", "2026-06-10T09:30Z");
        Assert.Equal((TestOrder.At("2026-06-15T16:00Z"), false, DeadlineStatus.Running), (told.Due, told.IsLengthUnknown, told.Status));

        order.With(EvidenceUploaded, "2026-06-12");
        Assert.Equal(DeadlineStatus.Done, order.Deadline("evidence-slot", "2026-06-12T23:30Z").Status);
    }

    [Fact]
    public void Each_side_extends_the_receiving_time_once()
    {
        var order = new TestOrder().With(Shipped, "2026-06-01").With(AutoReceiptAnnounced, "2026-06-02", until: "2026-07-01");
        string[] expected = ["2026-07-01", "2026-07-16", "2026-07-31", "2026-07-31"];
        foreach (var (day, i) in expected.Select((d, i) => (d, i)))
        {
            Assert.Equal(TestOrder.Day(day), order.Deadline("automatic-receipt", "2026-06-20T08:00Z").DueDate);
            order.With(ReceivingTimeExtended, $"2026-06-{10 + i}");
        }
    }

    [Fact]
    public void A_late_shipment_opens_a_refund_and_a_timely_one_does_not()
    {
        var late = Tell(new TestOrder(), "ship 2026-06-01", "");
        Assert.Equal(DeadlineStatus.Running, late.Deadline("late-shipment-refund", "2026-06-01T15:00Z").Status);
        Assert.Equal(DeadlineStatus.Open, late.Deadline("late-shipment-refund", "2026-06-02T08:00Z").Status);

        Tell(late, "", "Shipped 2026-05-31");
        Assert.DoesNotContain(late.Plan("2026-06-02T08:00Z").Deadlines, d => d.RuleId == "late-shipment-refund");
    }

    [Theory]
    [InlineData("usd 501", "fast-refund")]
    [InlineData("usd 3000", "easy-return")]
    [InlineData("offline", "refund-window")]
    [InlineData("tier", "refund-window")]
    [InlineData("", "refund-window-enterprise")]
    [InlineData("", "paypal-dispute")]
    public void A_rule_of_another_tier_value_or_protection_does_not_hold(string facts, string rule) =>
        Assert.DoesNotContain(Tell(new TestOrder(), facts, "DepositPaid 2026-05-01,Delivered 2026-06-01,RefundAsked 2026-06-03").Plan("2026-06-03T08:00Z").Deadlines, d => d.RuleId == rule);

    [Fact]
    public void A_cards_clock_counts_from_what_was_paid_by_card()
    {
        var order = new TestOrder().With(DepositPaid, "2026-05-01", way: PaymentWay.Wire).With(BalancePaid, "2026-06-01", way: PaymentWay.Card);

        Assert.Equal(BalancePaid, order.Deadline("chargeback-outer-limit", "2026-06-02T08:00Z").StartedBy!.Kind);
    }

    [Fact]
    public void A_team_sets_its_own_length()
    {
        var order = Tell(new TestOrder(), "", "Delivered 2026-06-01");
        var own = order.Deadline("refund-window", "2026-06-02T08:00Z", new PolicyOverride("alibaba-trade-assurance", "refund-window", 25));

        Assert.Equal((TestOrder.Day("2026-06-26"), true), (own.DueDate, own.IsOverridden));
        Assert.False(order.Deadline("refund-window", "2026-06-02T08:00Z").IsOverridden);
    }

    [Fact]
    public void A_new_version_of_a_policy_is_proposed_and_moves_nothing()
    {
        var policies = PolicyBook.Read([("old.json", Policy(1, 30)), ("new.json", Policy(2, 20))]);
        var order = Tell(new TestOrder(), "", "Delivered 2026-06-01");
        order.Order = order.Order with { PolicyVersions = new Dictionary<string, int> { ["market"] = 1 } };
        var plan = order.Plan("2026-06-02T08:00Z", policies);

        Assert.Equal((TestOrder.Day("2026-07-01"), 1), (Assert.Single(plan.Deadlines).DueDate, plan.PolicyVersions["market"]));
        var proposal = Assert.Single(plan.Proposals);
        Assert.Equal((1, 2, false), (proposal.From, proposal.To, proposal.IsFromMissing));
        Assert.Equal((TestOrder.Day("2026-07-01"), TestOrder.Day("2026-06-21")), (Assert.Single(proposal.Moves).Now!.DueDate, proposal.Moves[0].Then!.DueDate));

        // Accepted, it moves; a new order starts with the newest.
        foreach (var versions in new[] { new Dictionary<string, int> { ["market"] = 2 }, [] })
        {
            order.Order = order.Order with { PolicyVersions = versions };
            var moved = order.Plan("2026-06-02T08:00Z", policies);
            Assert.Empty(moved.Proposals);
            Assert.Equal((TestOrder.Day("2026-06-21"), 2), (Assert.Single(moved.Deadlines).DueDate, moved.PolicyVersions["market"]));
        }
    }

    [Fact]
    public void A_version_that_is_gone_is_said()
    {
        var order = Tell(new TestOrder(), "", "Delivered 2026-06-01");
        order.Order = order.Order with { PolicyVersions = new Dictionary<string, int> { ["market"] = 1 } };
        var proposal = Assert.Single(order.Plan("2026-06-02T08:00Z", PolicyBook.Read([("new.json", Policy(2, 20))])).Proposals);

        Assert.True(proposal.IsFromMissing);
    }

    [Fact]
    public void A_closed_order_waits_for_nothing() =>
        Assert.All(Tell(new TestOrder(), "", "Delivered 2026-06-01,Closed 2026-06-10").Plan("2026-06-11T08:00Z").Deadlines, d => Assert.Contains(d.Status, new[] { DeadlineStatus.Done, DeadlineStatus.Moot }));

    private static string Policy(int version, int days) => $$"""
        { "policy": "market", "version": {{version}}, "title": "A market", "checked": "2026-01-01", "applies": { "marketplaces": ["alibaba"] }, "rules": [
          { "id": "window", "title": "Window", "do": "Ask.", "kind": "dispute-window", "readings": [
            { "start": ["delivered"], "length": {{days}}, "unit": "calendar-days", "zone": "Asia/Shanghai", "source": "a page", "confidence": "high" } ] } ] }
        """;

    private static TestOrder Tell(TestOrder order, string facts, string life)
    {
        var words = new Queue<string>(facts.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (words.TryDequeue(out var word))
        {
            order.Order = word switch
            {
                "tier" => order.Order with { BuyerTier = BuyerTier.Enterprise },
                "ship" => order.Order with { ShipBy = TestOrder.Day(words.Dequeue()) },
                "deliver" => order.Order with { DeliverBy = TestOrder.Day(words.Dequeue()), GuaranteedDelivery = true },
                "usd" => order.Order with { Amount = TestOrder.Usd(decimal.Parse(words.Dequeue(), System.Globalization.CultureInfo.InvariantCulture)) },
                "port" => order.Order with { Logistics = MarketplaceLogistics.PortToPort },
                "offline" => order.Order with { Protection = Protection.Offline },
                "card" => order.Order with { PaymentWays = [PaymentWay.Card] },
                "paypal" => order.Order with { PaymentWays = [PaymentWay.PayPal] },
                "zone" => order.Order with { ReaderZone = words.Dequeue() },
                _ => throw new ArgumentException(word),
            };
        }

        foreach (var part in life.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(' '))) order.With(Enum.Parse<OrderEventKind>(part[0]), part[1]);
        return order;
    }
}
