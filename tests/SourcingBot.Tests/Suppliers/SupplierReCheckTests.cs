using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Suppliers;
using SourcingBot.Testing;
using SourcingBot.Tests.Chat;
using SourcingBot.Tests.Orders;

namespace SourcingBot.Tests.Suppliers;

public sealed class SqliteSupplierReCheckTests : SupplierReCheckTests
{
    [Fact] public Task Year() => A_supplier_is_reminded_of_once_after_a_year_in_working_hours();
    [Fact] public Task Checked() => Whoever_has_checked_it_is_reminded_a_year_later();
    [Fact] public Task Quality() => A_failed_inspection_brings_the_check_at_once();
    [Fact] public Task Payment() => Another_account_in_a_suppliers_message_brings_the_check_at_once();
    [Fact] public Task Later() => It_is_put_off_for_a_month_by_a_button_that_works_in_its_place_alone();
    [Fact] public Task Ignored() => A_reminder_that_nobody_answered_hides_no_later_worry();
    [Fact] public Task Told() => A_message_about_a_supplier_is_judged_and_not_taken_for_a_command();
    [Fact] public Task Undone() => What_was_taken_back_worries_nobody();
    [Fact] public Task Listed() => The_suppliers_are_listed_and_unknown_ones_told();
}

public sealed class PostgresSupplierReCheckTests : SupplierReCheckTests
{
    internal override bool OnPostgres => true;

    [PostgresFact] public Task Year() => A_supplier_is_reminded_of_once_after_a_year_in_working_hours();
    [PostgresFact] public Task Payment() => Another_account_in_a_suppliers_message_brings_the_check_at_once();
}

/// <summary>Suppliers are checked again after a year, and sooner when something worrying happens.</summary>
public abstract class SupplierReCheckTests : IAsyncLifetime
{
    private readonly OrderTalk _talk = new();

    internal virtual bool OnPostgres => false;

    public Task InitializeAsync() => _talk.StartAsync(OnPostgres);

    public async Task DisposeAsync() => await _talk.DisposeAsync();

    internal async Task A_supplier_is_reminded_of_once_after_a_year_in_working_hours()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright USD 12,400");
        await _talk.SayAsync("order 178453299 ningbo  bright USD 2,000");
        _talk.Store.Clock.Now += Duration.FromDays(364);
        Assert.Equal(0, await RunAsync());

        // 25 Nov 2027 is a Thursday; six in the morning in Berlin is too early.
        _talk.Store.Clock.Now = Instant.FromUtc(2027, 11, 26, 5, 0);
        Assert.Equal(0, await RunAsync());
        _talk.Store.Clock.Now = Instant.FromUtc(2027, 11, 27, 10, 0);
        Assert.Equal(0, await RunAsync());
        _talk.Store.Clock.Now = Instant.FromUtc(2027, 11, 29, 8, 0);
        Assert.Equal(1, await RunAsync());
        Assert.Equal(0, await RunAsync());
        Assert.StartsWith("Check the supplier Ningbo Bright again. Nobody has told me of a check yet.", _talk.Last.Text, StringComparison.Ordinal);
    }

    internal async Task Whoever_has_checked_it_is_reminded_a_year_later()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright USD 12,400");
        _talk.Store.Clock.Now += Duration.FromDays(100);
        Assert.Contains("next check on Sat 4 Mar 2028", (await _talk.SayAsync("supplier Ningbo Bright checked")).Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        _talk.Store.Clock.Now += Duration.FromDays(300);
        Assert.Equal(0, await RunAsync());
    }

    internal async Task A_failed_inspection_brings_the_check_at_once()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright USD 12,400");
        await _talk.SayAsync("order 178453210 inspection failed today");
        Assert.Equal(1, await RunAsync());
        Assert.Contains("failed an inspection", _talk.Last.Text, StringComparison.Ordinal);

        await _talk.PressAsync("Checked today");
        Assert.StartsWith("update", _talk.LastKind, StringComparison.Ordinal);
        await _talk.SayAsync("order 178453210 refund asked");
        Assert.Equal(0, await RunAsync());
    }

    internal async Task Another_account_in_a_suppliers_message_brings_the_check_at_once()
    {
        await _talk.SayAsync("order 178453210 宁波明亮 USD 12,400");
        await _talk.SayAsync("Order 178453210: our usual bank account is under audit, please remit the balance to the new account below.");
        Assert.Equal(1, await RunAsync());
        Assert.Contains("宁波明亮", _talk.Last.Text, StringComparison.Ordinal);
        Assert.Contains("another way or account to pay", _talk.Last.Text, StringComparison.Ordinal);
    }

    internal async Task It_is_put_off_for_a_month_by_a_button_that_works_in_its_place_alone()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright USD 12,400");
        await _talk.SayAsync("order 178453210 inspection failed today");
        await RunAsync();
        var token = _talk.TokenOf("In a month");
        Assert.Contains("no longer works", await _talk.PressTokenAsync(token, "C9"), StringComparison.Ordinal);

        await _talk.PressTokenAsync(token);
        Assert.Contains("Fri 25 Dec 2026", _talk.Last.Text, StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync());
        _talk.Store.Clock.Now = Instant.FromUtc(2026, 12, 28, 9, 0);
        Assert.Equal(1, await RunAsync());
    }

    internal async Task A_reminder_that_nobody_answered_hides_no_later_worry()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright USD 12,400");
        await _talk.SayAsync("order 178453210 inspection failed today");
        Assert.Equal(1, await RunAsync());
        await _talk.PressAsync("Checked today");

        await _talk.SayAsync("Order 178453210: our usual bank account is under audit, please remit the balance to the new account below.");
        Assert.Equal(1, await RunAsync());
        _talk.Store.Clock.Now += Duration.FromDays(371);
        Assert.Equal(1, await RunAsync());
    }

    internal async Task A_message_about_a_supplier_is_judged_and_not_taken_for_a_command() =>
        Assert.Contains("Stop", await _talk.SayAsync("Supplier account frozen, please pay the balance to our new account, checked"), StringComparison.Ordinal);

    internal async Task What_was_taken_back_worries_nobody()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright USD 12,400");
        await _talk.SayAsync("order 178453210 inspection failed today");
        await _talk.SayAsync("undo 178453210");
        Assert.Equal(0, await RunAsync());
    }

    internal async Task The_suppliers_are_listed_and_unknown_ones_told()
    {
        Assert.Contains("No suppliers yet", await _talk.SayAsync("suppliers"), StringComparison.Ordinal);
        await _talk.SayAsync("order 178453210 Ningbo Bright USD 12,400");
        Assert.Contains("Ningbo Bright: never checked; I remind you on 25 Nov 2027", await _talk.SayAsync("suppliers"), StringComparison.Ordinal);
        Assert.Contains("I know no supplier “Yiwu Toys”", await _talk.SayAsync("supplier Yiwu Toys checked", command: true), StringComparison.Ordinal);
    }

    private async Task<int> RunAsync()
    {
        var sent = await _talk.Store.Services.GetRequiredService<SupplierReChecks>().RunOnceAsync(CancellationToken.None);
        _talk.Store.Clock.Now += Duration.FromSeconds(2);
        if (sent > 0) await _talk.Store.SendAsync();
        return sent;
    }
}
