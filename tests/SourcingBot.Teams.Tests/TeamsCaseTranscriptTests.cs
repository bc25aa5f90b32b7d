using System.Globalization;
using System.Net;
using System.Text.Json;
using NodaTime.Text;
using SourcingBot.Testing;

namespace SourcingBot.Teams.Tests;

/// <summary>Every transcript beside a flow, played in a personal chat with the bot, through the front door of the Bot Framework.</summary>
public sealed class TeamsCaseTranscriptTests : IAsyncLifetime, ICaseChat
{
    private const string App = TestBotFramework.App;

    private readonly MovedClock _clock = new(CaseTranscript.Start);
    private readonly TestBotFramework _framework = new();
    private readonly FakeOutside _connector;
    private RunningHost _host = null!;
    private int _said;

    public TeamsCaseTranscriptTests() => _connector = new FakeOutside((request, _) => _framework.Answer(request) ?? request.RequestUri!.AbsoluteUri switch
    {
        var url when url.StartsWith(TestBotFramework.ServiceUrl + "v3/conversations/", StringComparison.Ordinal) && request.Headers.Authorization?.Parameter == "bot-token" => TestBotFramework.Ok(new { id = "1" }),
        TestBotFramework.ServiceUrl + "v3/conversations" => TestBotFramework.Ok(new { id = "a:1" }),
        _ => null,
    });

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(_connector, _clock, TestBotFramework.Settings);

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _framework.Dispose();
        Assert.Empty(_connector.Unexpected);
    }

    [Theory]
    [MemberData(nameof(CaseTranscript.Names), MemberType = typeof(CaseTranscript))]
    public Task The_conversation_goes_as_approved(string name) => CaseTranscript.PlayAsync(name, _host, _clock, this);

    Task ICaseChat.SayAsync(string text, IReadOnlyList<string> files) => PostAsync("message", text, null);

    Task ICaseChat.PressAsync(string token) => PostAsync("invoke", string.Empty, token);

    private async Task PostAsync(string type, string text, string? token)
    {
        var activity = JsonSerializer.Serialize(new
        {
            type,
            id = "m" + (++_said).ToString(CultureInfo.InvariantCulture),
            name = token is null ? null : "adaptiveCard/action",
            channelId = "msteams",
            serviceUrl = TestBotFramework.ServiceUrl,
            timestamp = InstantPattern.ExtendedIso.Format(_clock.GetCurrentInstant()),
            localTimezone = "Europe/Berlin",
            text,
            value = token is null ? null : new { action = new { type = "Action.Execute", verb = "press", data = new { token } } },
            from = new { id = "29:ann", name = "Ann" },
            recipient = new { id = "28:" + App, name = "SourcingBot" },
            conversation = new { id = "a:1", conversationType = "personal", isGroup = false, tenantId = "tenant" },
            channelData = new { tenant = new { id = "tenant" } },
        });
        using var request = TestBotFramework.Request(activity, _framework.Token());
        using var response = await _host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
