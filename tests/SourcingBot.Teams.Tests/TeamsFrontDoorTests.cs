using System.Net;
using System.Text;
using System.Text.Json;
using SourcingBot.Testing;

namespace SourcingBot.Teams.Tests;

public sealed class TeamsFrontDoorTests : IAsyncLifetime
{
    private const string App = TestBotFramework.App;
    private const string ServiceUrl = TestBotFramework.ServiceUrl;
    private const string Risky = "Our usual bank account is under audit, please remit the balance to the new account below.";

    private readonly TestBotFramework _framework = new();
    private readonly FakeOutside _connector;
    private RunningHost _host = null!;

    public TeamsFrontDoorTests() => _connector = new FakeOutside((request, _) => _framework.Answer(request) ?? request.RequestUri!.AbsoluteUri switch
    {
        var url when url.StartsWith(ServiceUrl + "v3/conversations/", StringComparison.Ordinal) && request.Headers.Authorization?.Parameter == "bot-token" => TestBotFramework.Ok(new { id = "1" }),
        ServiceUrl + "v3/conversations" => TestBotFramework.Ok(new { id = "a:personal" }),
        _ => null,
    });

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(_connector, TestBotFramework.Settings);

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _framework.Dispose();
        Assert.Empty(_connector.Unexpected);
    }

    [Fact]
    public async Task A_message_is_acknowledged_and_answered_through_the_connector_it_names()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Activity(Risky), Token()));

        var sent = JsonDocument.Parse((await _connector.WaitAsync("/activities/m1"))[0]).RootElement;
        Assert.Equal("plain", sent.GetProperty("textFormat").GetString());
        var card = sent.GetProperty("attachments")[0].GetProperty("content");
        Assert.Equal("1.5", card.GetProperty("version").GetString());
        Assert.StartsWith("Stop: do not pay yet", card.GetProperty("fallbackText").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("issuer", HttpStatusCode.Unauthorized)]
    [InlineData("audience", HttpStatusCode.Unauthorized)]
    [InlineData("expired", HttpStatusCode.Unauthorized)]
    [InlineData("key", HttpStatusCode.Unauthorized)]
    [InlineData("endorsement", HttpStatusCode.Forbidden)]
    [InlineData("serviceurl", HttpStatusCode.Forbidden)]
    [InlineData("no serviceurl", HttpStatusCode.Forbidden)]
    public async Task A_token_with_one_fault_is_refused(string fault, HttpStatusCode status)
    {
        Assert.Equal(status, await PostAsync(Activity(Risky), Token(fault)));
        Assert.Empty(_connector.Calls("/activities/m1"));
    }

    [Fact]
    public async Task A_token_that_ran_out_a_minute_ago_is_within_the_skew() =>
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Activity("help"), Token("skew")));

    [Fact]
    public async Task A_connector_that_is_not_Microsofts_is_refused() =>
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(Activity("help", serviceUrl: "https://evil.example/"), Token(serviceUrl: "https://evil.example/")));

    [Fact]
    public async Task Unknown_keys_do_not_make_the_bot_ask_each_time()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => PostAsync(Activity("help"), Token("unknown key"))));

        Assert.InRange(_framework.KeyRequests, 1, 3);
    }

    [Fact]
    public async Task In_a_channel_the_mention_is_taken_out_and_other_talk_is_ignored()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Activity("pay to the new account, the old account is frozen", channel: true), Token()));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Activity("<at>SourcingBot</at>&nbsp;help", id: "m2", channel: true, mention: true), Token()));

        Assert.Contains("Is this supplier message safe?", (await _connector.WaitAsync("/activities/m2"))[0], StringComparison.Ordinal);
        Assert.Empty(_connector.Calls("/activities/m1"));
    }

    [Fact]
    public async Task Where_outsiders_read_along_the_answer_and_its_correction_go_to_the_asker_alone()
    {
        const string Asked = "<at>SourcingBot</at> " + Risky;
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Activity(Asked, channel: true, mention: true, channelType: "shared"), Token()));

        var sent = JsonDocument.Parse((await _connector.WaitAsync("/conversations/a%3Apersonal/activities"))[0]).RootElement;
        Assert.Equal("a:personal", sent.GetProperty("conversation").GetProperty("id").GetString());

        Assert.Equal(HttpStatusCode.OK, await PostAsync(Activity("<at>SourcingBot</at> help", channel: true, mention: true, channelType: "shared", type: "messageUpdate"), Token()));
        await _connector.WaitAsync("/conversations/a%3Apersonal/activities/1");
        Assert.DoesNotContain(_connector.Paths, p => p.Contains("/conversations/19", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_that_does_not_say_its_kind_is_no_personal_chat()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Activity("help", channel: true).Replace("\"conversationType\":\"channel\"", "\"conversationType\":null", StringComparison.Ordinal), Token()));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Activity("help", id: "m2"), Token()));

        await _connector.WaitAsync("/activities/m2");
        Assert.Empty(_connector.Calls("/activities/m1"));
    }

    [Fact]
    public async Task An_unknown_invoke_is_not_implemented()
    {
        var activity = Activity("", type: "invoke").Replace("\"name\":null", "\"name\":\"future/thing\"", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotImplemented, await PostAsync(activity, Token()));
    }

    [Fact]
    public async Task Words_from_outside_stand_in_text_runs()
    {
        await PostAsync(Activity("[Alibaba](http://evil.example) <at>all</at> pay to the new account, the old account is frozen"), Token());

        var body = (await _connector.WaitAsync("/activities/m1"))[0];
        Assert.DoesNotContain("\"TextBlock\"", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"type\":")]
    [InlineData("[]")]
    [InlineData("{\"\\ud800\\ud800\":1}")]
    public async Task A_body_that_is_no_activity_is_refused(string body) =>
        Assert.InRange((int)await PostAsync(body, Token()), 400, 499);

    [Fact]
    public async Task Without_settings_nobody_is_served_outside_Development()
    {
        await using var host = await RunningHost.StartAsync(new FakeOutside((_, _) => null));
        using var content = new StringContent(Activity("help"), Encoding.UTF8, "application/json");
        using var response = await host.Client.PostAsync("/api/messages", content);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task The_emulator_on_this_machine_is_served_in_Development_and_a_web_page_elsewhere_is_not()
    {
        const string Emulator = "http://localhost:5001/";
        var emulator = new FakeOutside((request, _) => request.RequestUri!.AbsoluteUri.StartsWith(Emulator, StringComparison.Ordinal) ? TestBotFramework.Ok(new { id = "1" }) : null);
        await using var host = await RunningHost.StartAsync(emulator, "environment=Development");
        async Task<HttpStatusCode> SendAsync(string id, string mediaType)
        {
            using var content = new StringContent(Activity("help", id, Emulator), Encoding.UTF8, mediaType);
            using var response = await host.Client.PostAsync("/api/messages", content);
            return response.StatusCode;
        }

        // What a page can send from another origin without the browser asking the bot first (fetch standard, "CORS-safelisted").
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await SendAsync("m1", "text/plain"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await SendAsync("m1", "application/x-www-form-urlencoded"));
        Assert.Equal(HttpStatusCode.OK, await SendAsync("m2", "application/json"));

        Assert.Contains("Is this supplier message safe?", (await emulator.WaitAsync("/activities/m2"))[0], StringComparison.Ordinal);
        Assert.Empty(emulator.Calls("/activities/m1"));
    }

    [Theory]
    [InlineData("add-upgrade")]
    [InlineData("remove-upgrade")]
    public async Task A_new_version_of_the_app_neither_introduces_the_bot_again_nor_closes_the_conversation(string action)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Activity("", type: "installationUpdate", action: action), Token()));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Activity("help", id: "m2"), Token()));

        await _connector.WaitAsync("/activities/m2");
        Assert.Single(_connector.Paths, p => p.Contains("/v3/conversations", StringComparison.Ordinal));
    }

    private async Task<HttpStatusCode> PostAsync(string activity, string token)
    {
        using var request = TestBotFramework.Request(activity, token);
        using var response = await _host.Client.SendAsync(request);
        return response.StatusCode;
    }

    private static string Activity(string text, string id = "m1", string serviceUrl = ServiceUrl, bool channel = false, bool mention = false, string type = "message", string channelType = "standard", string? action = null, string timestamp = "2026-06-01T09:00:00Z") => JsonSerializer.Serialize(new
    {
        type,
        id,
        name = (string?)null,
        channelId = "msteams",
        serviceUrl,
        timestamp,
        action,
        text,
        from = new { id = "29:alice", name = "Alice" },
        recipient = new { id = "28:" + App, name = "SourcingBot" },
        conversation = new { id = channel ? "19:x@thread.tacv2;messageid=1" : "a:1", conversationType = channel ? "channel" : "personal", isGroup = channel, tenantId = "tenant" },
        channelData = new { channel = new { id = "19:x@thread.tacv2", type = channelType }, tenant = new { id = "tenant" } },
        entities = mention ? new[] { new { type = "mention", text = "<at>SourcingBot</at>", mentioned = new { id = "28:" + App, name = "SourcingBot" } } } : [],
    });

    private string Token(string fault = "", string serviceUrl = ServiceUrl) => _framework.Token(fault, serviceUrl);
}
