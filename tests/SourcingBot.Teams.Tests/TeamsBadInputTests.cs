using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SourcingBot.Testing;

namespace SourcingBot.Teams.Tests;

/// <summary>Whatever is posted as Teams: a clear refusal or a harmless card, no fault in the log, and the next good request is answered.</summary>
public sealed class TeamsBadInputTests : IClassFixture<TeamsPayloadTests.Program>
{
    private static int _last;

    private readonly TestBotFramework _framework;
    private readonly FakeOutside _connector;
    private readonly RunningHost _host;

    public TeamsBadInputTests(TeamsPayloadTests.Program program)
    {
        (_framework, _connector, _host) = (program.Framework, program.Connector, program.Host);
        _host.Logs.Clear();
        _connector.Forget();
    }

    public static TheoryData<string> Payloads => [.. Payload.Names()];

    [Theory]
    [MemberData(nameof(BadInput.NoObjectNames), MemberType = typeof(BadInput))]
    public async Task A_body_that_is_no_activity_is_refused(string name)
    {
        using var content = Json(new ByteArrayContent(BadInput.NoObjects[name]));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _framework.Token());
        using var response = await _host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await StillAnswersAsync();
    }

    [Theory]
    [InlineData(32)]
    [InlineData(2)]
    public async Task A_body_that_is_too_large_is_refused_as_that(int mebibytes)
    {
        using var content = Json(new ByteArrayContent(new byte[mebibytes * 1024 * 1024]));
        using var response = await _host.Client.PostAsync("/api/messages", content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);

        using var unannounced = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = Json(new StreamContent(new MemoryStream(new byte[mebibytes * 1024 * 1024]))) };
        unannounced.Headers.TransferEncodingChunked = true;
        using var second = await _host.Client.SendAsync(unannounced);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, second.StatusCode);
        await StillAnswersAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer x")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task A_token_that_is_none_is_refused(string header)
    {
        using var request = TestBotFramework.Request("{}", "x");
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        using var response = await _host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        await StillAnswersAsync();
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task A_field_of_the_wrong_type_does_no_harm(string name)
    {
        await PostAllAsync(BadInput.WrongTypes(Payload.Of(name).Send));
        await StillAnswersAsync();
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Hostile_words_in_any_field_do_no_harm(string name)
    {
        await PostAllAsync(BadInput.HostileTexts(Payload.Of(name).Send));
        await StillAnswersAsync();
    }

    [Fact]
    public async Task Half_a_character_in_any_field_does_no_harm()
    {
        foreach (var payload in Payload.Names().Select(n => Payload.Of(n)))
        {
            foreach (var activity in BadInput.HostileTexts(payload.Send).Select(a => a.ToJsonString()).Where(a => a.Contains(BadInput.LongWord, StringComparison.Ordinal)))
                await PostAsync(activity.Replace(BadInput.LongWord, "pay to the new account " + BadInput.HalfCharacter, StringComparison.Ordinal));
        }

        await StillAnswersAsync();
    }

    [Fact]
    public async Task Half_a_character_in_a_name_does_no_harm()
    {
        await PostAsync("""{"type":"message","\ud800xxxxxxxxxx":1,"from":{"\ud800xxxxx":1,"id":"29:x"}}""");
        await StillAnswersAsync();
    }

    /// <summary>Said to be JSON, so that the bytes are what is refused.</summary>
    private static HttpContent Json(HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private async Task PostAllAsync(IEnumerable<JsonNode> activities)
    {
        await Parallel.ForEachAsync(activities, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (activity, _) => await PostAsync(activity.ToJsonString()));
    }

    /// <summary>Each body is an activity of its own in a conversation of its own, by a person of its own, so that all of them are answered, and at once.</summary>
    private async Task PostAsync(string json)
    {
        var n = Interlocked.Increment(ref _last);
        json = json.Replace("\"176000000", $"\"{n}-", StringComparison.Ordinal).Replace("a:1eva", $"a:{n}", StringComparison.Ordinal).Replace("29:eva", $"29:eva{n}", StringComparison.Ordinal)
            .Replace("19:c@", $"19:c{n}@", StringComparison.Ordinal).Replace("19:g@", $"19:g{n}@", StringComparison.Ordinal);
        using var request = TestBotFramework.Request(json, _framework.Token());
        using var response = await _host.Client.SendAsync(request);
        Assert.True((int)response.StatusCode is 200 or 400 or 403 or 501, $"{(int)response.StatusCode} for {json}");
    }

    /// <summary>All was answered without a fault, nothing in the answers is acted upon, and a good question gets its answer.</summary>
    private async Task StillAnswersAsync()
    {
        var good = $"a:good{Interlocked.Increment(ref _last)}";
        await PostAsync(JsonSerializer.Serialize(new
        {
            type = "message",
            id = good,
            channelId = "msteams",
            serviceUrl = TestBotFramework.ServiceUrl,
            text = "help",
            from = new { id = "29:good" },
            recipient = new { id = "28:" + TestBotFramework.App },
            conversation = new { id = good, conversationType = "personal", tenantId = "tenant" },
        }));
        await _connector.WaitForAsync(c => c.Path.Contains(Uri.EscapeDataString(good), StringComparison.Ordinal));
        await _host.AnsweredAsync();
        Assert.True(_host.Logs.Of(LogLevel.Error).Count == 0, _host.Logs.All);
        Assert.True(_host.Logs.Of(LogLevel.Warning).Count == 0, _host.Logs.All);
        Assert.All(_connector.Calls(string.Empty).Where(b => b.Contains("textFormat", StringComparison.Ordinal)), message => Assert.Empty(TeamsFaults.Of(message)));
        Assert.DoesNotContain("evil.example", _host.Logs.All, StringComparison.Ordinal);
    }
}
