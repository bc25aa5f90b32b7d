using NodaTime;
using SourcingBot.Chat;

namespace SourcingBot.Testing;

/// <summary>What a test needs of a platform: the real adapter in the real program, and a fake of the platform behind it.</summary>
public interface IPlatformHarness : IAsyncDisposable
{
    /// <summary>The adapter.</summary>
    IChatPlatform Platform { get; }

    /// <summary>A conversation that others read too.</summary>
    ConversationRef Conversation { get; }

    /// <summary>Somebody in it.</summary>
    ChatUser Asker { get; }

    /// <summary>Delivers a message to the bot in that conversation as the platform does, and checks that it is acknowledged.</summary>
    /// <param name="eventId">The platform's id of the event.</param>
    /// <param name="text">What <see cref="Asker"/> wrote to the bot.</param>
    Task DeliverAsync(string eventId, string text);

    /// <summary>What the platform has taken so far, in order.</summary>
    IReadOnlyList<TakenMessage> Taken { get; }

    /// <summary>Waits until the platform has taken so many messages.</summary>
    /// <param name="count">How many.</param>
    Task WaitAsync(int count);

    /// <summary>Makes the platform refuse the next message.</summary>
    /// <param name="refusal">How.</param>
    void RefuseNext(Refusal refusal);

    /// <summary>What is wrong with a message by the platform's published limits, and what in it the platform would act upon (a mention, a link, markup).</summary>
    /// <param name="message">The message.</param>
    IReadOnlyList<string> FaultsOf(TakenMessage message);
}

/// <summary>A message as the fake platform took it.</summary>
/// <param name="Words">All words that a person sees.</param>
/// <param name="Replaces">The id of the message that it replaces, or null.</param>
/// <param name="OnlyTo">The person who alone sees it, or null where everybody in the conversation does.</param>
/// <param name="Raw">What was sent.</param>
public sealed record TakenMessage(string Words, string? Replaces, string? OnlyTo, string Raw);

/// <summary>How a platform refuses a message.</summary>
public enum Refusal
{
    /// <summary>Too many messages: come back in seven seconds.</summary>
    TooMany,

    /// <summary>The conversation is closed to the bot.</summary>
    Closed,

    /// <summary>The network is down.</summary>
    Unreachable,
}

/// <summary>What every chat platform promises to the core. A new platform passes by subclassing this with its harness.</summary>
public abstract class ChatPlatformContract : IAsyncLifetime
{
    private IPlatformHarness _harness = null!;

    /// <summary>Starts the program and the fake.</summary>
    protected abstract Task<IPlatformHarness> StartAsync();

    /// <inheritdoc/>
    public async Task InitializeAsync() => _harness = await StartAsync();

    /// <inheritdoc/>
    public async Task DisposeAsync() => await _harness.DisposeAsync();

    [Fact]
    public async Task What_is_sent_is_seen_and_can_be_named_afterwards()
    {
        var sent = await SentAsync(Message("high"));

        Assert.False(string.IsNullOrEmpty(sent.MessageId));
        var taken = Assert.Single(_harness.Taken);
        Assert.Contains("Stop: do not pay yet", taken.Words, StringComparison.Ordinal);
        Assert.Contains("A reply about bank-account-changed.", taken.Words, StringComparison.Ordinal);
        Assert.Null(taken.Replaces);
        Assert.Null(taken.OnlyTo);
    }

    [Fact]
    public async Task What_was_sent_can_be_replaced()
    {
        var sent = await SentAsync(Message("high"));

        var updated = Assert.IsType<SendResult.Sent>(await _harness.Platform.UpdateAsync(Delivery(Message("none")), sent, CancellationToken.None));

        Assert.Equal(sent.MessageId, updated.Message.MessageId);
        Assert.Equal(2, _harness.Taken.Count);
        Assert.Equal(sent.MessageId, _harness.Taken[1].Replaces);
        Assert.DoesNotContain("Stop: do not pay yet", _harness.Taken[1].Words, StringComparison.Ordinal);
    }

    public static TheoryData<string> Samples => [.. SampleAnswers.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_answer_is_within_the_limits_and_nothing_in_it_is_acted_upon(string name)
    {
        await SentAsync(Message(name));

        Assert.Empty(_harness.FaultsOf(Assert.Single(_harness.Taken)));
    }

    [Fact]
    public async Task Hostile_words_are_shown_as_they_are()
    {
        await SentAsync(Message("hostile-markup"));

        var words = Assert.Single(_harness.Taken).Words;
        Assert.Contains("<!channel>", words, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", words, StringComparison.Ordinal);
        Assert.Contains("[Alibaba](https://evil.example)", words, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', words);
    }

    [Fact]
    public async Task Plain_words_of_any_length_are_taken_and_cut_without_breaking_a_character()
    {
        await SentAsync(new OutgoingMessage(string.Concat(Enumerable.Repeat("😀", 60_000)), null, Audience.Conversation));

        var taken = Assert.Single(_harness.Taken);
        Assert.Empty(_harness.FaultsOf(taken));
        Assert.DoesNotContain('\ufffd', taken.Words);
    }

    [Fact]
    public async Task A_platform_that_has_too_much_says_how_long_to_wait()
    {
        _harness.RefuseNext(Refusal.TooMany);

        var result = Assert.IsType<SendResult.RetryAfter>(await SendAsync(Message("help")));

        Assert.Equal(Duration.FromSeconds(7), result.Delay);
        Assert.False(result.InDoubt);
    }

    [Fact]
    public async Task A_conversation_that_is_closed_is_gone()
    {
        _harness.RefuseNext(Refusal.Closed);

        Assert.IsType<SendResult.Gone>(await SendAsync(Message("help")));
    }

    [Fact]
    public async Task A_network_that_is_down_is_a_reason_to_wait_and_no_exception()
    {
        _harness.RefuseNext(Refusal.Unreachable);

        Assert.IsType<SendResult.RetryAfter>(await SendAsync(Message("help")));
    }

    [Fact]
    public async Task What_is_for_the_asker_alone_is_seen_by_nobody_else()
    {
        await SentAsync(Message("high") with { Audience = Audience.AskerOnly });

        Assert.Equal(_harness.Asker.Id, Assert.Single(_harness.Taken).OnlyTo);
    }

    [Fact]
    public async Task What_the_bot_says_uninvited_reaches_the_person_alone()
    {
        await SentAsync(Message("help") with { Audience = Audience.Direct });

        Assert.Equal(_harness.Asker.Id, Assert.Single(_harness.Taken).OnlyTo);
    }

    [Fact]
    public async Task An_event_that_comes_several_times_is_answered_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _harness.DeliverAsync("1", "help")));
        await _harness.DeliverAsync("1", "help");
        await _harness.DeliverAsync("2", "pay to the new account, the old account is frozen");

        await _harness.WaitAsync(2);
        Assert.Equal(1, _harness.Taken.Count(t => t.Words.Contains("Is this supplier message safe?", StringComparison.Ordinal)));
        Assert.Equal(1, _harness.Taken.Count(t => t.Words.Contains("Stop: do not pay yet", StringComparison.Ordinal)));
    }

    private static OutgoingMessage Message(string sample) => SampleAnswers.Of(sample, Addressing.Direct, Addressing.Mention);

    private Delivery Delivery(OutgoingMessage message) =>
        new(Guid.NewGuid(), _harness.Conversation, _harness.Asker, message, Instant.FromUtc(2026, 6, 1, 9, 0), MayStand: false);

    private Task<SendResult> SendAsync(OutgoingMessage message) => _harness.Platform.SendAsync(Delivery(message), CancellationToken.None);

    private async Task<SentMessageRef> SentAsync(OutgoingMessage message) => Assert.IsType<SendResult.Sent>(await SendAsync(message)).Message;
}
