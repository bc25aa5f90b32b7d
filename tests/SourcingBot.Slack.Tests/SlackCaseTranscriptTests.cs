using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>Every transcript beside a flow, played in a personal chat with the bot, through the signed front door.</summary>
public sealed class SlackCaseTranscriptTests : IAsyncLifetime, ICaseChat
{
    private readonly MovedClock _clock = new(CaseTranscript.Start);
    private readonly FakeOutside _slack;
    private RunningHost _host = null!;
    private int _said;

    public SlackCaseTranscriptTests() => _slack = new(Answer);

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(
        _slack, _clock, $"Slack:SigningSecret={SignedSlack.Secret}", "Slack:BotToken=xoxb-test", "Slack:ApiBaseUrl=https://slack.example/api/");

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        Assert.Empty(_slack.Unexpected);
    }

    [Theory]
    [MemberData(nameof(CaseTranscript.Names), MemberType = typeof(CaseTranscript))]
    public Task The_conversation_goes_as_approved(string name) => CaseTranscript.PlayAsync(name, _host, _clock, this);

    async Task ICaseChat.SayAsync(string text, IReadOnlyList<string> files)
    {
        var number = ++_said;
        var body = JsonSerializer.Serialize(new
        {
            type = "event_callback",
            team_id = "T1",
            api_app_id = "A1",
            event_id = "Ev" + number,
            authorizations = new[] { new { team_id = "T1", user_id = "UBOT", is_bot = true } },
            @event = new
            {
                type = "message",
                channel_type = "im",
                user = "U1",
                ts = string.Create(CultureInfo.InvariantCulture, $"{_clock.GetCurrentInstant().ToUnixTimeSeconds()}.0002{number:00}"),
                text,
                channel = "D1",
            },
        });
        await PostAsync("/slack/events", body, "application/json");
    }

    async Task ICaseChat.PressAsync(string token)
    {
        var payload = JsonSerializer.Serialize(new
        {
            type = "block_actions",
            team = new { id = "T1" },
            user = new { id = "U1", team_id = "T1" },
            channel = new { id = "D1" },
            container = new { type = "message", message_ts = "1772438499.000300", channel_id = "D1" },
            message = new { ts = "1772438499.000300" },
            trigger_id = "press" + ++_said,
            actions = new[] { new { type = "button", action_id = "b", value = token, action_ts = "1772438499.100000" } },
        });
        await PostAsync("/slack/interactions", "payload=" + Uri.EscapeDataString(payload), "application/x-www-form-urlencoded");
    }

    private async Task PostAsync(string path, string body, string mediaType)
    {
        using var response = await _host.Client.SendAsync(SignedSlack.Request(path, body, mediaType, _clock.Behind));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private HttpResponseMessage? Answer(HttpRequestMessage request, string body) => request.RequestUri!.AbsolutePath.Split('/')[^1] switch
    {
        "auth.test" => Ok(new { ok = true, user_id = "UBOT", bot_id = "BBOT" }),
        "users.info" => Ok(new { ok = true, user = new { id = "U1", tz = "Europe/Berlin", locale = "en-GB", profile = new { display_name = "Ann" } } }),
        "chat.postMessage" => Ok(new { ok = true, ts = string.Create(CultureInfo.InvariantCulture, $"1772500000.{_slack.Calls("chat.postMessage").Count:000000}"), channel = "D1" }),
        "conversations.open" => Ok(new { ok = true, channel = new { id = "D1" } }),
        "chat.update" => Ok(new { ok = true, ts = "1772500000.000000", channel = "D1" }),
        _ => null,
    };

    private static HttpResponseMessage Ok(object body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };
}
