using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Reminders;
using SourcingBot.Tests.Orders;

namespace SourcingBot.Tests.Reminders;

/// <summary>What people press on reminders, and who is asked when nobody does; on the real database.</summary>
public sealed class ReminderButtonTests : IAsyncLifetime
{
    private readonly OrderTalk _talk = new();

    public Task InitializeAsync() => _talk.StartAsync();

    public async Task DisposeAsync() => await _talk.DisposeAsync();

    [Fact]
    public async Task Done_ends_all_reminders_of_the_deadline_and_everybody_sees_who_said_so()
    {
        await WindowAsync();
        await NextAsync();
        Assert.StartsWith("Last day to ask for a refund: in 14 days", _talk.Last.Text, StringComparison.Ordinal);

        var done = await _talk.PressAsync("Done");

        Assert.Contains("Done: Last day to ask for a refund", done, StringComparison.Ordinal);
        Assert.StartsWith("update", _talk.LastKind, StringComparison.Ordinal);
        Assert.DoesNotContain(await PendingAsync(), r => r.DeadlineKey.Contains("refund-window", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Later_brings_the_same_reminder_a_day_later_as_a_message_that_rings()
    {
        await WindowAsync();
        await NextAsync();
        var pressedAt = _talk.Store.Clock.Now;
        Assert.Contains("I remind you again", await _talk.PressAsync("Remind me later"), StringComparison.Ordinal);

        await NextAsync();

        Assert.Equal("send", _talk.LastKind);
        Assert.StartsWith("Last day to ask for a refund: in 13 days", _talk.Last.Text, StringComparison.Ordinal);
        Assert.InRange(_talk.Store.Clock.Now - pressedAt, Duration.FromHours(24), Duration.FromHours(25));
    }

    [Fact]
    public async Task On_the_last_day_there_is_only_a_little_later_and_then_none()
    {
        await WindowAsync();
        for (var n = 0; n < 5; n++) await NextAsync();
        Assert.StartsWith("Last day to ask for a refund: today", _talk.Last.Text, StringComparison.Ordinal);

        Assert.Contains("I remind you again", await _talk.PressAsync("Remind me later"), StringComparison.Ordinal);
        await NextAsync();
        await _talk.PressAsync("Remind me later");
        await NextAsync();
        Assert.Contains("no time left", await _talk.PressAsync("Remind me later"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_a_dispute_begins_a_case_that_knows_the_order_and_is_there_once()
    {
        await WindowAsync();
        await NextAsync();
        Assert.Contains("We go on in private", await _talk.PressAsync("Open a dispute"), StringComparison.Ordinal);
        _talk.Store.Clock.Now += Duration.FromSeconds(2);
        await _talk.Store.SendAsync();
        Assert.Contains(_talk.Store.Platform.Seen, seen => seen.Delivery.Message.Text.Contains("What is wrong with them?", StringComparison.Ordinal));

        await NextAsync();
        await _talk.PressAsync("Open a dispute");
        var only = await _talk.ReadAsync(db => db.Cases.SingleAsync());
        Assert.NotNull(only.OrderId);
    }

    [Fact]
    public async Task Not_mine_hands_the_order_to_the_backup_who_hears_of_it_at_once()
    {
        await WindowAsync(backup: true);
        await NextAsync();

        Assert.Contains("U2 looks after the order now", await _talk.PressAsync("Not mine"), StringComparison.Ordinal);

        Assert.Contains("U2", (await _talk.ReadAsync(db => db.Orders.SingleAsync())).Facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_backup_not_mine_says_what_to_do()
    {
        await WindowAsync();
        await NextAsync();
        Assert.Contains("nobody to hand it to", await _talk.PressAsync("Not mine"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_reacts_the_backup_is_asked_in_private()
    {
        await WindowAsync(backup: true);
        var escalated = await RunOutAsync();

        var last = Assert.Single(escalated);
        Assert.Equal(("U2", Audience.Direct), (last.Asker.Id, last.Message.Audience));
        Assert.StartsWith("Nobody has answered yet. Last day to ask for a refund", last.Message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reacts_to_one_of_the_last_two_spares_the_backup()
    {
        await WindowAsync(backup: true);
        for (var n = 0; n < 4; n++) await NextAsync();
        await _talk.PressAsync("Done");

        Assert.Empty(await RunOutAsync());
    }

    [Fact]
    public async Task A_reminder_to_one_person_is_answered_by_nobody_else()
    {
        await WindowAsync(backup: true);
        var last = Assert.Single(await RunOutAsync());
        var token = last.Message.Card!.Parts.OfType<Buttons>().First().Items.First(b => b.Label == "Done").Token;

        _talk.Person = "U3";
        Assert.Contains("no longer works", await _talk.PressTokenAsync(token), StringComparison.Ordinal);
        _talk.Person = "U2";
        Assert.Contains("Done: Last day", await _talk.PressTokenAsync(token, "D2"), StringComparison.Ordinal);
    }

    /// <summary>An order that was delivered today: its window runs for 30 days.</summary>
    private async Task WindowAsync(bool backup = false)
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright USD 12,400");
        if (backup)
        {
            _talk.Person = "U2";
            await _talk.PressAsync("I am the backup");
            _talk.Person = "U1";
        }

        await _talk.SayAsync("order 178453210 arrived today");
    }

    /// <summary>Moves the clock to the next reminder and sends it.</summary>
    private async Task<bool> NextAsync()
    {
        if ((await PendingAsync()).MinBy(r => r.DueAt) is not { } next) return false;
        if (next.DueAt > _talk.Store.Clock.Now) _talk.Store.Clock.Now = next.DueAt;
        await _talk.Store.Services.GetRequiredService<ReminderSweep>().RunOnceAsync(CancellationToken.None);
        while (await _talk.Store.SendAsync() > 0) _talk.Store.Clock.Now += Duration.FromSeconds(1);
        return true;
    }

    /// <summary>Sends all that is left.</summary>
    /// <returns>What went to the backup.</returns>
    private async Task<List<Delivery>> RunOutAsync()
    {
        var before = _talk.Store.Platform.Seen.Count;
        while (await NextAsync())
        {
        }

        return [.. _talk.Store.Platform.Seen.Skip(before).Select(s => s.Delivery).Where(d => d.Asker.Id == "U2")];
    }

    private async Task<List<ReminderRow>> PendingAsync() => await _talk.WaitingAsync();
}
