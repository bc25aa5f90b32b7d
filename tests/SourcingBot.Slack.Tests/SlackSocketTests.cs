using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Data;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>Socket Mode through the front door: the real program and Slack's side of the socket.</summary>
public sealed class SlackSocketTests : IAsyncLifetime
{
    private readonly FakeOutside _slack;
    private int _refusals;
    private FakeSlackSockets _sockets = null!;
    private RunningHost _host = null!;

    public SlackSocketTests() => _slack = new FakeOutside((request, _) => request.RequestUri!.AbsolutePath.Split('/')[^1] switch
    {
        "auth.test" => Ok(new { ok = true, user_id = "UBOT", bot_id = "BBOT" }),
        "users.info" => Ok(new { ok = true, user = new { id = "U1", tz = "Asia/Shanghai" } }),
        "apps.connections.open" when request.Headers.Authorization?.Parameter != "xapp-test" => Ok(new { ok = false, error = "not_allowed_token_type" }),
        "apps.connections.open" when Interlocked.Decrement(ref _refusals) >= 0 => Ok(new { ok = false, error = "internal_error" }),
        "apps.connections.open" => Ok(new { ok = true, url = _sockets.Address }),
        "chat.postMessage" => Ok(new { ok = true, ts = "1760000001.000200", channel = "C1" }),
        "respond" => Ok(new { ok = true }),
        _ => null,
    });

    public async Task InitializeAsync() => _sockets = await FakeSlackSockets.StartAsync();

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _sockets.DisposeAsync();
        Assert.Empty(_slack.Unexpected);
    }

    [Fact]
    public async Task An_envelope_is_stored_then_acknowledged_on_its_own_socket_and_answered()
    {
        await StartAsync();
        var socket = await _sockets.NextAsync();

        await socket.SendEnvelopeAsync("E1", "events_api", SignedSlack.Mention("Ev1", "help"));

        Assert.Equal("E1", await socket.AcknowledgedAsync());
        Assert.Equal(1, await StoredAsync());
        var sent = JsonDocument.Parse((await _slack.WaitAsync("chat.postMessage"))[0]).RootElement;
        Assert.Equal("1760000000.000100", sent.GetProperty("thread_ts").GetString());
    }

    [Fact]
    public async Task An_envelope_that_was_not_acknowledged_in_time_comes_again_and_is_answered_once()
    {
        await StartAsync();
        var first = await _sockets.NextAsync();
        await first.SendEnvelopeAsync("E1", "events_api", SignedSlack.Mention("Ev1", "help"));
        await first.AcknowledgedAsync();
        first.Cut(); // Slack did not see the acknowledgement

        var second = await _sockets.NextAsync();
        await second.SendEnvelopeAsync("E1", "events_api", SignedSlack.Mention("Ev1", "help"), retry: 1);
        Assert.Equal("E1", await second.AcknowledgedAsync());
        await second.SendEnvelopeAsync("E2", "events_api", SignedSlack.Mention("Ev2", "check", ts: "1760000009.000100"));
        await second.AcknowledgedAsync();

        var sent = await _slack.WaitAsync("chat.postMessage", 2);
        Assert.Equal(["1760000000.000100", "1760000009.000100"], sent.Select(s => JsonDocument.Parse(s).RootElement.GetProperty("thread_ts").GetString()));
    }

    [Fact]
    public async Task An_announced_end_opens_the_next_socket_while_the_old_one_still_delivers()
    {
        await StartAsync();
        var old = await _sockets.NextAsync();
        await old.SendAsync(new { type = "disconnect", reason = "refresh_requested" });

        var next = await _sockets.NextAsync();
        await old.SendEnvelopeAsync("E1", "events_api", SignedSlack.Mention("Ev1", "help"));
        await next.SendEnvelopeAsync("E2", "events_api", SignedSlack.Mention("Ev2", "help", ts: "1760000009.000100"));

        Assert.Equal("E1", await old.AcknowledgedAsync());
        Assert.Equal("E2", await next.AcknowledgedAsync());
        await old.CloseAsync();
        await next.SendEnvelopeAsync("E3", "events_api", SignedSlack.Mention("Ev3", "help", ts: "1760000010.000100"));
        Assert.Equal("E3", await next.AcknowledgedAsync());
    }

    [Fact]
    public async Task Many_envelopes_at_once_are_all_acknowledged()
    {
        await StartAsync();
        var socket = await _sockets.NextAsync();

        for (var n = 0; n < 150; n++) await socket.SendEnvelopeAsync($"E{n}", "events_api", SignedSlack.Mention($"Ev{n}", "help", ts: $"17600000{n:D2}.000100"));

        var acknowledged = new HashSet<string?>(StringComparer.Ordinal);
        while (acknowledged.Count < 150) Assert.True(acknowledged.Add(await socket.AcknowledgedAsync()));
        Assert.Equal(150, await StoredAsync());
    }

    [Fact]
    public async Task A_refusal_to_open_is_tried_again_later_each_time()
    {
        _refusals = 2;
        var began = Stopwatch.GetTimestamp();
        await StartAsync();

        await _sockets.NextAsync();

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15));
        Assert.Equal(3, _slack.Calls("apps.connections.open").Count);
    }

    [Fact]
    public async Task Sockets_that_are_cut_again_and_again_make_no_tight_loop()
    {
        _sockets.CutsAtOnce = true;
        await StartAsync();
        var first = await _sockets.NextAsync();
        var second = await _sockets.NextAsync();
        Assert.True(Stopwatch.GetElapsedTime(first.OpenedAt, second.OpenedAt) >= TimeSpan.FromSeconds(0.9));

        _sockets.CutsAtOnce = false;
        var socket = await _sockets.NextAsync();
        await socket.SendEnvelopeAsync("E1", "events_api", SignedSlack.Mention("Ev1", "help"));
        Assert.Equal("E1", await socket.AcknowledgedAsync());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"type\":")]
    [InlineData("{\"type\":7,\"envelope_id\":[]}")]
    [InlineData("{\"type\":\"hello\"}")]
    public async Task A_frame_that_is_no_envelope_is_passed_over(string frame)
    {
        await StartAsync();
        var socket = await _sockets.NextAsync();

        await socket.SendAsync(frame);
        await socket.SendEnvelopeAsync("E1", "events_api", SignedSlack.Mention("Ev1", "help"));

        Assert.Equal("E1", await socket.AcknowledgedAsync());
    }

    [Theory]
    [InlineData("events_api", "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"future_event\"}}")]
    [InlineData("events_api", "[]")]
    [InlineData("slash_commands", "{}")]
    [InlineData("interactive", "{\"type\":\"view_closed\"}")]
    [InlineData("future_type", "{}")]
    public async Task An_envelope_that_is_not_for_the_bot_is_acknowledged_all_the_same(string type, string payload)
    {
        await StartAsync();
        var socket = await _sockets.NextAsync();

        await socket.SendEnvelopeAsync("E1", type, payload);

        Assert.Equal("E1", await socket.AcknowledgedAsync());
        Assert.Equal(0, await StoredAsync());
    }

    [Fact]
    public async Task A_request_for_options_is_answered_in_its_acknowledgement()
    {
        await StartAsync();
        var socket = await _sockets.NextAsync();

        await socket.SendEnvelopeAsync("E1", "interactive", "{\"type\":\"block_suggestion\"}");

        Assert.Equal(JsonValueKind.Array, (await socket.NextAsync()).GetProperty("payload").GetProperty("options").ValueKind);
    }

    [Theory]
    [InlineData("event")]
    [InlineData("command")]
    [InlineData("shortcut")]
    public async Task A_payload_means_the_same_as_over_HTTP(string kind)
    {
        await StartAsync();
        var socket = await _sockets.NextAsync();
        const string Command = "command=%2Fsourcing&team_id=T1&channel_id=C1&user_id=U1&trigger_id=1.2&text=help&response_url=https%3A%2F%2Fslack.example%2Frespond";
        const string Shortcut = "{\"type\":\"message_action\",\"callback_id\":\"check_message\",\"trigger_id\":\"1.2\",\"action_ts\":\"1760000000.1\",\"team\":{\"id\":\"T1\"},\"channel\":{\"id\":\"C1\"},\"user\":{\"id\":\"U1\"},\"message\":{\"text\":\"pay &lt;now&gt;\"},\"response_url\":\"https://slack.example/respond\"}";
        var (type, path, body, mediaType, payload) = kind switch
        {
            "event" => ("events_api", "/slack/events", SignedSlack.Mention("Ev1", "help"), "application/json", SignedSlack.Mention("Ev1", "help")),
            "command" => ("slash_commands", "/slack/commands", Command, "application/x-www-form-urlencoded", AsJson(Command)),
            _ => ("interactive", "/slack/interactions", "payload=" + Uri.EscapeDataString(Shortcut), "application/x-www-form-urlencoded", Shortcut),
        };

        await socket.SendEnvelopeAsync("E1", type, payload);
        await socket.AcknowledgedAsync();
        var overSocket = Assert.Single(await PayloadsAsync());
        await using var other = await RunningHost.StartAsync(_slack, $"Slack:SigningSecret={SignedSlack.Secret}", "Slack:BotToken=xoxb-test", "Slack:ApiBaseUrl=https://slack.example/api/");
        using var response = await other.Client.SendAsync(SignedSlack.Request(path, body, mediaType));
        response.EnsureSuccessStatusCode();

        var overHttp = Assert.Single(await PayloadsAsync(other));
        Assert.Equal(WithoutArrival(overHttp), WithoutArrival(overSocket));
    }

    private async Task StartAsync() => _host = await RunningHost.StartAsync(
        _slack, "Slack:AppToken=xapp-test", "Slack:BotToken=xoxb-test", "Slack:ApiBaseUrl=https://slack.example/api/");

    private async Task<int> StoredAsync() => (await PayloadsAsync()).Count;

    private async Task<List<string>> PayloadsAsync(RunningHost? host = null)
    {
        await using var scope = (host ?? _host).Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().Inbox.Select(i => i.Payload).ToListAsync();
    }

    /// <summary>A command carries no time of its own.</summary>
    private static string WithoutArrival(string payload)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(payload)!.AsObject();
        if (json["addressing"]!.GetValue<string>() == "Command") json.Remove("sentAt");
        return json.ToJsonString();
    }

    private static string AsJson(string form) => JsonSerializer.Serialize(
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(form).ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal));

    private static HttpResponseMessage Ok(object body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };
}
