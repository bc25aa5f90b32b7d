using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>What the outbox may rely on in Slack, where no other platform is like it.</summary>
public sealed class SlackChatTests : IAsyncLifetime
{
    private static readonly Instant Written = Instant.FromUtc(2026, 6, 1, 9, 0);

    private readonly FakeOutside _slack;
    private Func<string, HttpResponseMessage?> _answer = _ => null;
    private RunningHost _host = null!;

    public SlackChatTests() => _slack = new FakeOutside((request, _) =>
    {
        var method = request.RequestUri!.AbsolutePath.Split('/')[^1];
        return _answer(method) ?? method switch
        {
            "auth.test" => Ok(new { ok = true, user_id = "UBOT", bot_id = "BBOT" }),
            "chat.postMessage" => Ok(new { ok = true, ts = "2.2", channel = "C1" }),
            "chat.postEphemeral" => Ok(new { ok = true, message_ts = "2.2" }),
            "conversations.open" => Ok(new { ok = true, channel = new { id = "D1" } }),
            _ => null,
        };
    });

    private IChatPlatform Chat => _host.Services.GetServices<IChatPlatform>().Single(p => p.Id == SlackEventMapper.Platform);

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(
        _slack, $"Slack:SigningSecret={SignedSlack.Secret}", "Slack:BotToken=xoxb-test", "Slack:ApiBaseUrl=https://slack.example/api/");

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        Assert.Empty(_slack.Unexpected);
    }

    [Theory]
    [InlineData("1760000000.000100", "conversations.replies", Audience.Conversation)]
    [InlineData(null, "conversations.history", Audience.Conversation)]
    [InlineData(null, "conversations.history", Audience.Direct)]
    public async Task A_message_that_stands_already_is_found_by_its_id_and_not_posted_again(string? thread, string method, Audience audience)
    {
        var delivery = Delivery(thread, audience, mayStand: true);
        _answer = m => m == method
            ? Ok(new
            {
                ok = true,
                messages = new object[]
                {
                    new { ts = "1.1", text = "other" },
                    new { ts = "1.2", metadata = new { event_type = "sourcingbot_answer", event_payload = new { id = delivery.OutboxId.ToString() } } },
                },
            })
            : null;

        var result = Assert.IsType<SendResult.Sent>(await Chat.SendAsync(delivery, CancellationToken.None));

        Assert.Equal("1.2", result.Message.MessageId);
        Assert.Empty(_slack.Calls("chat.postMessage"));
        var asked = Assert.Single(_slack.Calls(method));
        Assert.Contains("include_all_metadata=true", asked, StringComparison.Ordinal);
        Assert.Contains(audience == Audience.Direct ? "channel=D1" : "channel=C1", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_does_not_stand_there_is_posted()
    {
        _answer = m => m == "conversations.history" ? Ok(new { ok = true, messages = Array.Empty<object>() }) : null;

        Assert.IsType<SendResult.Sent>(await Chat.SendAsync(Delivery(null, Audience.Conversation, mayStand: true), CancellationToken.None));

        Assert.Single(_slack.Calls("chat.postMessage"));
    }

    [Fact]
    public async Task Nothing_is_looked_for_where_no_try_was_in_doubt()
    {
        Assert.IsType<SendResult.Sent>(await Chat.SendAsync(Delivery(null, Audience.Conversation, mayStand: false), CancellationToken.None));

        Assert.Empty(_slack.Calls("conversations.history"));
    }

    [Theory]
    [InlineData("ratelimited")]
    [InlineData("internal_error")]
    public async Task While_Slack_cannot_say_whether_it_stands_nothing_is_posted(string error)
    {
        _answer = m => m == "conversations.history" ? Ok(new { ok = false, error }) : null;

        Assert.IsType<SendResult.RetryAfter>(await Chat.SendAsync(Delivery(null, Audience.Conversation, mayStand: true), CancellationToken.None));

        Assert.Empty(_slack.Calls("chat.postMessage"));
    }

    [Fact]
    public async Task Where_the_bot_may_not_look_it_posts_again_and_then_waits_long()
    {
        _answer = m => m switch
        {
            "conversations.history" => Ok(new { ok = false, error = "missing_scope", needed = "channels:history" }),
            "chat.postMessage" => throw new TaskCanceledException("The request timed out."),
            _ => null,
        };

        var result = Assert.IsType<SendResult.RetryAfter>(await Chat.SendAsync(Delivery(null, Audience.Conversation, mayStand: true), CancellationToken.None));

        Assert.True(result.InDoubt);
        Assert.Equal(Duration.FromMinutes(5), result.Delay);
        Assert.Null(Chat.Trouble);
    }

    [Theory]
    [InlineData("timeout", true)]
    [InlineData("reset", true)]
    [InlineData("502", true)]
    [InlineData("internal_error", true)]
    [InlineData("refused", false)]
    [InlineData("429", false)]
    public async Task A_try_is_in_doubt_only_where_Slack_may_have_posted(string fault, bool inDoubt)
    {
        _answer = m => (m, fault) switch
        {
            ("chat.postMessage", "timeout") => throw new TaskCanceledException("The request timed out."),
            ("chat.postMessage", "reset") => throw new HttpRequestException(HttpRequestError.ResponseEnded),
            ("chat.postMessage", "refused") => throw new HttpRequestException(HttpRequestError.ConnectionError),
            ("chat.postMessage", "502") => new HttpResponseMessage(HttpStatusCode.BadGateway),
            ("chat.postMessage", "429") => new HttpResponseMessage(HttpStatusCode.TooManyRequests),
            ("chat.postMessage", _) => Ok(new { ok = false, error = fault }),
            _ => null,
        };

        var result = Assert.IsType<SendResult.RetryAfter>(await Chat.SendAsync(Delivery(null, Audience.Conversation, mayStand: false), CancellationToken.None));

        Assert.Equal(inDoubt, result.InDoubt);
    }

    [Fact]
    public async Task A_missing_right_to_open_direct_messages_holds_back_those_alone()
    {
        _answer = m => m == "conversations.open" ? Ok(new { ok = false, error = "missing_scope", needed = "im:write" }) : null;

        Assert.IsType<SendResult.Paused>(await Chat.SendAsync(Delivery(null, Audience.Direct, mayStand: false), CancellationToken.None));
        Assert.IsType<SendResult.Sent>(await Chat.SendAsync(Delivery(null, Audience.Conversation, mayStand: false), CancellationToken.None));

        Assert.False(Chat.Trouble!.StopsSending);
        Assert.Contains("im:write", Chat.Trouble.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_persons_zone_is_asked_once_told_with_events_and_follows_changes()
    {
        _answer = m => m == "users.info"
            ? Ok(new { ok = true, user = new { id = "U1", tz = "Europe/Berlin", locale = "de-DE", profile = new { display_name = "Eva" } } })
            : null;

        Assert.Equal(new ChatUser("U1", "Eva", "Europe/Berlin", "de-DE"), await Chat.FindUserAsync("T1", "U1", CancellationToken.None));
        await Chat.FindUserAsync("T1", "U1", CancellationToken.None);
        Assert.Equal("user=U1&include_locale=true", Assert.Single(_slack.Calls("users.info")));

        using var change = await _host.Client.SendAsync(SignedSlack.Request("/slack/events", """
            {"type":"event_callback","team_id":"T1","event_id":"Ev9","event":{"type":"user_change","user":{"id":"U1","tz":"Asia/Shanghai","profile":{"display_name":"Eva"}},"event_ts":"1.1"}}
            """));
        var mapper = _host.Services.GetRequiredService<SlackEventMapper>();
        var mention = mapper.Event(JsonDocument.Parse(SignedSlack.Mention("Ev1", "help")).RootElement);
        Assert.Equal("Asia/Shanghai", mention!.From.TimeZone);
    }

    [Theory]
    [InlineData("missing_scope")]
    [InlineData("user_not_found")]
    public async Task Where_Slack_does_not_tell_who_somebody_is_it_is_not_asked_each_time(string error)
    {
        _answer = m => m == "users.info" ? Ok(new { ok = false, error }) : null;

        Assert.Null(await Chat.FindUserAsync("T1", "U1", CancellationToken.None));
        Assert.Null(await Chat.FindUserAsync("T1", "U1", CancellationToken.None));

        Assert.Single(_slack.Calls("users.info"));
        Assert.Null(Chat.Trouble);
    }

    [Fact]
    public async Task A_zone_that_nobody_knows_is_none()
    {
        _answer = m => m == "users.info" ? Ok(new { ok = true, user = new { id = "U1", tz = "Mars/Olympus", name = "eva" } }) : null;

        Assert.Equal(new ChatUser("U1", "eva"), await Chat.FindUserAsync("T1", "U1", CancellationToken.None));
    }

    private static Delivery Delivery(string? thread, Audience audience, bool mayStand) => new(
        Guid.NewGuid(), new ConversationRef(SlackEventMapper.Platform, "T1", "C1", thread, new SlackAddress("C1", thread, null).ToJson()),
        new ChatUser("U1"), new OutgoingMessage("Hello", null, audience), Written, mayStand);

    private static HttpResponseMessage Ok(object body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };
}
