using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Data;

namespace SourcingBot.Testing;

/// <summary>What each platform promises of a watched channel: nothing is read before somebody asks for it, and the bot speaks seldom.</summary>
public abstract class WatchingContract : IAsyncLifetime
{
    private const string Scam = "Supplier writes: our usual bank account is frozen by audit, please remit the balance of USD 4,000 to the new account of Mr Li today.";
    private const string Doubtful = "Supplier wants 100% upfront before production and says no deposit is possible, is that normal?";
    private const string Calm = "Packing list is attached, 40 cartons, the vessel leaves Ningbo on Friday.";

    private IChannelTalk _talk = null!;

    /// <summary>Starts the program.</summary>
    protected abstract Task<IChannelTalk> StartAsync();

    /// <inheritdoc/>
    public async Task InitializeAsync() => _talk = await StartAsync();

    /// <inheritdoc/>
    public async Task DisposeAsync() => await _talk.DisposeAsync();

    [Fact]
    public async Task Before_somebody_turns_it_on_nothing_is_taken_in()
    {
        await _talk.SayInChannelAsync(Scam, "first");

        Assert.Empty(_talk.Posts);
        Assert.Equal(0, await CountAsync(db => db.Inbox.CountAsync()));
    }

    [Fact]
    public async Task A_watched_channel_is_warned_once_in_a_thread_and_again_in_another()
    {
        await _talk.SayInChannelAsync("watch high", "setup", mentions: true);
        Assert.Contains("I watch this channel for messages that mean stop", _talk.Posts[^1], StringComparison.Ordinal);
        var before = _talk.Posts.Count;

        await _talk.SayInChannelAsync(Scam, "one");
        Assert.Equal(before + 1, _talk.Posts.Count);
        Assert.Contains("Stop", _talk.Posts[^1], StringComparison.Ordinal);
        Assert.Contains("Seen while watching this channel", _talk.Posts[^1], StringComparison.Ordinal);

        await _talk.SayInChannelAsync(Scam + " Hurry up.", "one");
        Assert.Equal(before + 1, _talk.Posts.Count);

        await _talk.SayInChannelAsync(Scam, "two");
        Assert.Equal(before + 2, _talk.Posts.Count);
    }

    [Fact]
    public async Task What_raises_no_warning_is_not_answered_and_not_kept()
    {
        await _talk.SayInChannelAsync("watch caution", "setup", mentions: true);
        var before = _talk.Posts.Count;

        await _talk.SayInChannelAsync(Calm, "calm");

        Assert.Equal(before, _talk.Posts.Count);
        Assert.Equal(0, await CountAsync(db => db.Inbox.CountAsync(r => r.Payload.Contains("Packing list"))));
        Assert.Equal(0, await CountAsync(db => db.Inbox.CountAsync(r => r.Status != Chat.QueueStatus.Done)));
    }

    [Fact]
    public async Task A_question_first_is_said_only_where_caution_is_watched_and_a_stop_after_it_is_said_once_more()
    {
        await _talk.SayInChannelAsync("watch high", "setup", mentions: true);
        var before = _talk.Posts.Count;
        await _talk.SayInChannelAsync(Doubtful, "one");
        Assert.Equal(before, _talk.Posts.Count);

        await _talk.SayInChannelAsync("watch caution", "setup", mentions: true);
        before = _talk.Posts.Count;
        await _talk.SayInChannelAsync(Doubtful, "one");
        Assert.Equal(before + 1, _talk.Posts.Count);

        await _talk.SayInChannelAsync(Scam, "one");
        Assert.Equal(before + 2, _talk.Posts.Count);
        Assert.Contains("Stop", _talk.Posts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Off_is_off()
    {
        await _talk.SayInChannelAsync("watch high", "setup", mentions: true);
        await _talk.SayInChannelAsync("watch off", "setup", mentions: true);
        var before = _talk.Posts.Count;

        await _talk.SayInChannelAsync(Scam, "one");

        Assert.Equal(before, _talk.Posts.Count);
        Assert.Equal(2, await CountAsync(db => db.Inbox.CountAsync()));
    }

    [Fact]
    public async Task Where_outsiders_read_along_only_who_turned_it_on_is_warned()
    {
        var buyer = _talk.Person;
        await _talk.SayInChannelAsync("watch high", "setup", mentions: true, outsiders: true);
        Assert.Contains("comes to you alone", _talk.Posts[^1], StringComparison.Ordinal);
        Assert.True(_talk.WentTo(_talk.Posts.Count - 1, buyer), _talk.Posts[^1]);
        var before = _talk.Posts.Count;

        _talk.Person += "-supplier";
        await _talk.SayInChannelAsync(Scam, "one", outsiders: true);

        Assert.Equal(before + 1, _talk.Posts.Count);
        Assert.True(_talk.WentTo(before, buyer), _talk.Posts[^1]);
    }

    [Fact]
    public async Task In_a_personal_chat_it_says_where_watching_works()
    {
        Assert.Contains("Watching is for channels", await _talk.AskAsync("watch high"), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(db => db.Watches.CountAsync()));
    }

    private async Task<int> CountAsync(Func<SourcingDbContext, Task<int>> count)
    {
        await using var scope = _talk.Host.Services.CreateAsyncScope();
        return await count(scope.ServiceProvider.GetRequiredService<SourcingDbContext>());
    }
}
