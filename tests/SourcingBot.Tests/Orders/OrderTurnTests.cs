using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Orders;
using SourcingBot.Reminders;
using SourcingBot.Tests.Chat;

namespace SourcingBot.Tests.Orders;

/// <summary>What people say of their orders is kept, answered and undone, on the real database.</summary>
public sealed class OrderTurnTests : IAsyncLifetime
{
    private readonly OrderTalk _talk = new();

    public Task InitializeAsync() => _talk.StartAsync();

    public async Task DisposeAsync() => await _talk.DisposeAsync();

    [Fact]
    public async Task An_order_told_in_one_line_is_followed_with_its_deadlines()
    {
        var card = await _talk.SayAsync("order 178453210 Ningbo Bright 5,000 pcs USD 12,400 FOB Ningbo 30/70 ship by 20 Dec");

        Assert.Contains("Order 178453210, Ningbo Bright", card, StringComparison.Ordinal);
        Assert.Contains("I follow this order now", card, StringComparison.Ordinal);
        Assert.Contains("Ship by  Sun 20 Dec 2026", card, StringComparison.Ordinal);
        Assert.Contains("The supplier ships: in 25 days", card, StringComparison.Ordinal);
        Assert.NotEmpty(await _talk.WaitingAsync());
    }

    [Fact]
    public async Task Gaps_are_asked_and_filled_by_the_next_words()
    {
        Assert.Contains("Who is the supplier of order 88812", await _talk.SayAsync("order 88812 USD 4,300"), StringComparison.Ordinal);
        Assert.Contains("Order 88812, Shenzhen Lights", await _talk.SayAsync("Shenzhen Lights"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrived_yesterday_starts_the_window_and_is_undone()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright USD 12,400");
        var arrived = await _talk.SayAsync("Order 178453210 arrived yesterday");

        Assert.Contains("Entered: delivered, Tue 24 Nov 2026", arrived, StringComparison.Ordinal);
        Assert.Contains("Last day to ask for a refund: in 29 days", arrived, StringComparison.Ordinal);
        Assert.Contains(await _talk.WaitingAsync(), r => r.DeadlineKey.Contains("refund-window", StringComparison.Ordinal));

        Assert.Contains("Taken back: delivered", await _talk.SayAsync("undo 178453210"), StringComparison.Ordinal);
        Assert.DoesNotContain(await _talk.WaitingAsync(), r => r.DeadlineKey.Contains("refund-window", StringComparison.Ordinal));
        Assert.Equal(1, await _talk.ReadAsync(db => db.OrderEvents.CountAsync()));
    }

    [Fact]
    public async Task An_edited_message_corrects_what_it_said()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright");
        await _talk.SayAsync("order 178453210 arrived today", key: "m1");
        var edited = await _talk.SayAsync("order 178453210 arrived yesterday", key: "m1", edit: true);

        Assert.Contains("Tue 24 Nov 2026: delivered", edited, StringComparison.Ordinal);
        Assert.DoesNotContain("Wed 25 Nov 2026: delivered", edited, StringComparison.Ordinal);
        Assert.DoesNotContain("entered twice", edited, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_only_the_order_page_knows_is_never_called_over()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright");
        await _talk.SayAsync("178453210 shipped 15 Oct");
        var card = await _talk.SayAsync("178453210 delivered 23 Nov");

        Assert.Contains("Look up the date: Receipt is confirmed by itself. The order page shows it.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Over: Receipt", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_is_not_entered_and_says_why()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright placed on 1 Nov");
        var card = await _talk.SayAsync("order 178453210 arrived 20 Oct");

        Assert.Contains("I have not entered that", card, StringComparison.Ordinal);
        Assert.Contains("before the order", card, StringComparison.Ordinal);
        Assert.Equal(0, await _talk.ReadAsync(db => db.OrderEvents.CountAsync()));
    }

    [Fact]
    public async Task An_unknown_number_offers_the_near_ones_and_the_choice_is_entered()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright");
        var card = await _talk.SayAsync("order 178453201 arrived yesterday");

        Assert.Contains("I do not know order 178453201", card, StringComparison.Ordinal);
        Assert.Contains("Entered: delivered, Tue 24 Nov 2026", await _talk.PressAsync("178453210, Ningbo Bright"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_orders_with_one_number_are_told_apart_by_a_question()
    {
        await _talk.SayAsync("order 1001 Ningbo Bright");
        await _talk.SayAsync("order 1001 Yiwu Toys");
        await _talk.PressAsync("It is another order");

        Assert.Contains("exists more than once", await _talk.SayAsync("order 1001 shipped today"), StringComparison.Ordinal);
        Assert.Contains("Order 1001, Yiwu Toys", await _talk.PressAsync("Yiwu Toys"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_could_be_two_is_asked_with_both_as_buttons()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright");

        Assert.Contains("Which day do you mean", await _talk.SayAsync("order 178453210 arrived 5/11"), StringComparison.Ordinal);
        Assert.Contains("Entered: delivered, Thu 5 Nov 2026", await _talk.PressAsync("Thu 5 Nov 2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_balance_is_stopped_until_the_inspection_is_passed()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright USD 12,400 30/70");
        await _talk.SayAsync("order 178453210 deposit paid 1 Nov");
        Assert.StartsWith("Stop: do not pay the balance yet", await _talk.SayAsync("should we pay the balance on order 178453210 now?"), StringComparison.Ordinal);

        var passed = await _talk.SayAsync("order 178453210 final inspection passed");
        Assert.StartsWith("Order 178453210, Ningbo Bright", passed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pressed_button_enters_once_and_replaces_the_card()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright");
        Assert.Contains("Entered: deposit paid, Wed 25 Nov 2026", await _talk.PressAsync("Deposit paid today"), StringComparison.Ordinal);
        Assert.StartsWith("update ", _talk.LastKind, StringComparison.Ordinal);
        Assert.Equal(1, await _talk.ReadAsync(db => db.OrderEvents.CountAsync()));
    }

    [Fact]
    public async Task A_button_does_nothing_elsewhere()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright");
        var token = _talk.TokenOf("Deposit paid today");

        Assert.Contains("no longer works", await _talk.PressTokenAsync(token, conversation: "C9"), StringComparison.Ordinal);
        Assert.Equal(0, await _talk.ReadAsync(db => db.OrderEvents.CountAsync()));
    }

    [Theory]
    [InlineData("Dear friend, your order 178453210 has been shipped, please pay the balance")]
    [InlineData("order 178453210 is ready, kindly confirm receipt today")]
    public async Task A_suppliers_message_is_judged_and_not_entered(string text)
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright");
        await _talk.SayAsync(text);

        Assert.Equal(0, await _talk.ReadAsync(db => db.OrderEvents.CountAsync()));
        Assert.Equal(1, await _talk.ReadAsync(db => db.Checks.CountAsync()));
    }

    [Fact]
    public async Task Deadlines_come_by_urgency_and_a_zone_moves_them()
    {
        await _talk.SayAsync("order 1001 Ningbo Bright ship by 20 Jan");
        await _talk.SayAsync("order 1002 Yiwu Toys");
        await _talk.SayAsync("order 1002 arrived 20 days ago");
        var card = await _talk.SayAsync("deadlines");
        Assert.True(card.IndexOf("Order 1002", StringComparison.Ordinal) < card.IndexOf("Order 1001", StringComparison.Ordinal), card);

        Assert.Contains("I have counted the deadlines of 2 orders", await _talk.SayAsync("zone los angeles"), StringComparison.Ordinal);
        Assert.Contains("(America/Los_Angeles)", await _talk.SayAsync("deadlines"), StringComparison.Ordinal);
        Assert.Contains("none that I know", await _talk.SayAsync("zone Atlantis"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_change_one_order_at_once_both_have_their_say()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright");
        await _talk.TellTogetherAsync("order 178453210 deposit paid", "order 178453210 inspection booked for 3 Dec");

        Assert.Equal(2, await _talk.ReadAsync(db => db.OrderEvents.CountAsync()));
        Assert.Equal(3, (await _talk.ReadAsync(db => db.Orders.SingleAsync())).Revision);
    }

    [Fact]
    public async Task A_sampling_plan_is_answered()
    {
        Assert.Contains("Draw 200 of 10,000 pieces", await _talk.SayAsync("aql 10000 2.5"), StringComparison.Ordinal);
        Assert.Contains("How many pieces", await _talk.SayAsync("aql many"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_length_that_the_team_sets_counts()
    {
        await _talk.SayAsync("policy refund-window 20");
        await _talk.SayAsync("order 178453210 Ningbo Bright");
        Assert.Contains("Last day to ask for a refund: in 19 days", await _talk.SayAsync("order 178453210 arrived yesterday"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suppliers_wish_for_the_balance_meets_what_the_team_knows_of_the_order()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright USD 12,400 30/70");
        var card = await _talk.SayAsync("Dear, goods for order 178453210 are ready, please arrange the 70% balance today");

        Assert.StartsWith("Stop: do not pay", card, StringComparison.Ordinal);
        Assert.Contains("Order 178453210: the balance should wait", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checked_quote_becomes_an_order_by_a_button_and_the_gaps_are_asked()
    {
        await _talk.SayAsync("Dear buyer, our offer: 5,000 pcs at total USD 12,400 FOB Ningbo, payment 30/70, please confirm");
        Assert.Contains("Which order number?", await _talk.PressAsync("Follow this order"), StringComparison.Ordinal);
        Assert.Contains("Who is the supplier of order 178453210", await _talk.SayAsync("178453210"), StringComparison.Ordinal);
        var card = await _talk.SayAsync("Ningbo Bright");

        Assert.StartsWith("Order 178453210, Ningbo Bright", card, StringComparison.Ordinal);
        Assert.Contains("USD 12,400", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order 178453210 arrived 31 Nov")]
    [InlineData("178453210 shipped 2026-13-45")]
    [InlineData("order 178453210 shipped on 29.2.2026")]
    [InlineData("order 178453210 arrived last week")]
    [InlineData("order 178453210 deposit paid in October")]
    [InlineData("order 178453210 ship by end of December")]
    public async Task A_date_that_cannot_be_read_is_asked_for_and_never_taken_for_today(string told)
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright");
        Assert.Contains("Which day do you mean?", await _talk.SayAsync(told), StringComparison.Ordinal);
        Assert.Equal(0, await _talk.ReadAsync(db => db.OrderEvents.CountAsync()));
    }

    [Theory]
    [InlineData("order 178453210 inspection passed on 30 Nov")]
    [InlineData("order 178453210 arrived 5 Dec")]
    public async Task A_day_that_has_not_come_is_not_taken_for_last_years(string told)
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright placed on 1 Nov");
        var card = await _talk.SayAsync(told);
        Assert.Contains("lies in the future", card, StringComparison.Ordinal);
        Assert.Equal(0, await _talk.ReadAsync(db => db.OrderEvents.CountAsync()));
    }

    [Theory]
    [InlineData("order 178453210 not arrived")]
    [InlineData("order 178453210 shiped")]
    [InlineData("order 178453210 goods broken")]
    [InlineData("order 178453210 supplier promises replacement")]
    public async Task Words_that_mean_nothing_make_no_second_order(string told)
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright");
        Assert.Contains("I did not understand", await _talk.SayAsync(told), StringComparison.Ordinal);
        Assert.Equal(1, await _talk.ReadAsync(db => db.Orders.CountAsync()));
    }

    [Fact]
    public async Task Another_suppliers_order_with_the_same_number_is_followed_when_a_button_says_so()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright");
        await _talk.SayAsync("order 178453210 Shenzhen Lamps USD 900");
        Assert.Contains("Order 178453210, Shenzhen Lamps", await _talk.PressAsync("It is another order"), StringComparison.Ordinal);

        Assert.Contains("Order 178453210, Shenzhen Lamps", await _talk.SayAsync("order 178453210 Shenzhen Lamps arrived yesterday"), StringComparison.Ordinal);
        Assert.Contains("exists more than once", await _talk.SayAsync("order 178453210 arrived yesterday"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_without_a_number_are_asked_to_which_order_they_belong()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright");
        await _talk.SayAsync("order 178453299 Yiwu Toys", key: "m2");
        _talk.Thread = "another";
        Assert.Contains("Which order?", await _talk.SayAsync("deposit paid"), StringComparison.Ordinal);
        Assert.Contains("Entered: deposit paid", await _talk.PressAsync("178453299, Yiwu Toys"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_was_followed_by_mistake_is_deleted_with_all_that_hangs_on_it()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright ship by 20 Dec");
        await _talk.SayAsync("order 178453210 deposit paid");
        Assert.Contains("Delete order 178453210?", await _talk.SayAsync("delete order 178453210"), StringComparison.Ordinal);
        Assert.Contains("Deleted: order 178453210", await _talk.PressAsync("Delete, Ningbo Bright"), StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), await _talk.ReadAsync(async db => (await db.Orders.CountAsync(), await db.OrderEvents.CountAsync(), await db.Reminders.CountAsync())));
    }

    [Fact]
    public async Task Goods_sold_to_a_port_that_arrived_there_start_no_refund_window()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright USD 12,400 CIF Hamburg");
        var card = await _talk.SayAsync("order 178453210 arrived in Hamburg");
        Assert.Contains("arrived at the destination port", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Last day to ask for a refund", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivered_goods_are_no_longer_waited_for()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright ship by 20 Dec");
        var card = await _talk.SayAsync("order 178453210 arrived this morning");
        Assert.Contains("Next  Last day to ask for a refund", card, StringComparison.Ordinal);
        Assert.DoesNotContain("The supplier ships", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agreed_delivery_date_is_a_deadline() =>
        Assert.Contains("The supplier delivers: in 6 days", await _talk.SayAsync("order 178453210 Ningbo Bright deliver by 1 Dec"), StringComparison.Ordinal);

    [Fact]
    public async Task What_a_slash_command_told_is_reminded_of_in_person_because_nobody_knows_who_reads_the_channel()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright ship by 20 Dec", command: true);

        Assert.All(await _talk.RemindersAsync(), r => Assert.Equal(ReminderTarget.Owner, r.Target));
        Assert.NotEmpty(await _talk.RemindersAsync());
    }
}
