using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>When Slack refuses the bot itself: its token, or a right that the token has not got.</summary>
public sealed class SlackRefusalTests : IAsyncLifetime
{
    private readonly FakeOutside _slack;
    private string? _refusal;
    private string _scopes = "chat:write,commands";
    private RunningHost _host = null!;

    public SlackRefusalTests() => _slack = new FakeOutside((request, _) => (request.RequestUri!.AbsolutePath.Split('/')[^1], _refusal) switch
    {
        ("auth.test", null or "missing_scope") => WithScopes(Ok(new { ok = true, user_id = "UBOT", bot_id = "BBOT" })),
        (_, "missing_scope") => Ok(new { ok = false, error = "missing_scope", needed = "chat:write", provided = "commands" }),
        (_, { } error) => Ok(new { ok = false, error }),
        ("chat.postMessage", null) => Ok(new { ok = true, ts = "1760000001.000200", channel = "C1" }),
        _ => null,
    });

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(
        _slack, $"Slack:SigningSecret={SignedSlack.Secret}", "Slack:BotToken=xoxb-test", "Slack:ApiBaseUrl=https://slack.example/api/");

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        Assert.Empty(_slack.Unexpected);
    }

    [Theory]
    [InlineData("invalid_auth", "xoxb-")]
    [InlineData("token_revoked", "Slack:BotToken")]
    [InlineData("account_inactive", "Install it again")]
    [InlineData("missing_scope", "chat:write")]
    public async Task Messages_wait_the_operator_is_told_once_and_it_goes_on_when_it_is_mended(string refusal, string advice)
    {
        await _slack.WaitAsync("auth.test");
        (_refusal, _scopes) = (refusal, "commands");
        await AskAsync("Ev1", "1760000000.000100", "C1");
        await _slack.WaitAsync("chat.postMessage");
        var words = await TroubleAsync();
        Assert.Contains(advice, words, StringComparison.Ordinal);

        await AskAsync("Ev2", "1760000000.000200", "C2");
        var introduction = _host.Services.GetRequiredService<SlackIntroduction>();
        await introduction.AskAsync(CancellationToken.None);
        Assert.Equal(words, await TroubleAsync());
        Assert.Single(_slack.Calls("chat.postMessage"));
        Assert.Single(_host.Logs.Of(LogLevel.Error));

        (_refusal, _scopes) = (null, "chat:write,commands");
        await introduction.AskAsync(CancellationToken.None);

        await _slack.WaitAsync("chat.postMessage", 3);
        Assert.Null(await TroubleAsync());
        Assert.Single(_host.Logs.Of(LogLevel.Error));
    }

    [Fact]
    public async Task Events_that_Slack_held_back_are_logged()
    {
        using var response = await _host.Client.SendAsync(SignedSlack.Request(
            "/slack/events", """{"token":"t","type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A1"}"""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("1518467820", Assert.Single(_host.Logs.Of(LogLevel.Warning)), StringComparison.Ordinal);
    }

    private async Task AskAsync(string id, string ts, string channel)
    {
        var body = SignedSlack.Mention(id, "help", ts).Replace("\"C1\"", $"\"{channel}\"", StringComparison.Ordinal);
        using var response = await _host.Client.SendAsync(SignedSlack.Request("/slack/events", body));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>What health/ready says of Slack; the call that was refused may just be ending, so it is asked until it says something.</summary>
    private async Task<string?> TroubleAsync()
    {
        for (var asked = 0; ; asked++)
        {
            var health = JsonDocument.Parse(await _host.Client.GetStringAsync("/health/ready")).RootElement;
            var troubles = health.GetProperty("troubles");
            if (troubles.GetArrayLength() > 0) return troubles[0].GetProperty("words").GetString();
            if (_refusal is null || asked == 100) return null;
            await Task.Delay(20);
        }
    }

    private HttpResponseMessage WithScopes(HttpResponseMessage response)
    {
        response.Headers.Add("x-oauth-scopes", _scopes);
        return response;
    }

    private static HttpResponseMessage Ok(object body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };
}
