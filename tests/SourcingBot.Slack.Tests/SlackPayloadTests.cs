using System.Net;
using System.Net.Http.Json;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>Every kind of payload that Slack sends, through the front door, and the event that it becomes.</summary>
public sealed class SlackPayloadTests(SlackPayloadTests.Program program) : IClassFixture<SlackPayloadTests.Program>
{
    public static TheoryData<string> Payloads => [.. Payload.Names()];

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task A_payload_becomes_its_event(string name)
    {
        var payload = Payload.Of(name);
        var path = payload.Content.GetProperty("path").GetString()!;
        using var request = path switch
        {
            "/slack/events" => SignedSlack.Request(path, payload.Send.GetRawText()),
            "/slack/commands" => SignedSlack.Form(path, payload.Send.EnumerateObject().Select(p => (p.Name, p.Value.GetString()!))),
            _ => SignedSlack.Form(path, [("payload", payload.Send.GetRawText())]),
        };

        await payload.CheckAsync(program.Host, request);
    }

    /// <summary>One program for all payloads, and a Slack that takes everything.</summary>
    public sealed class Program : IAsyncLifetime
    {
        public FakeOutside Slack { get; } = new((_, _) => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = JsonContent.Create(new { ok = true, user_id = "UBOT", bot_id = "BBOT", ts = "1.2", channel = new { id = "D1" } }),
        });

        public RunningHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await RunningHost.StartAsync(
            Slack, $"Slack:SigningSecret={SignedSlack.Secret}", "Slack:BotToken=xoxb-test", "Slack:ApiBaseUrl=https://slack.example/api/");

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }
}
