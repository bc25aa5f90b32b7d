using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Extensions.Logging;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>Whatever is posted as Slack: a clear refusal or a harmless card, no fault in the log, and the next good request is answered.</summary>
public sealed class SlackBadInputTests : IClassFixture<SlackPayloadTests.Program>
{
    private static int _last;

    private readonly FakeOutside _slack;
    private readonly RunningHost _host;

    public SlackBadInputTests(SlackPayloadTests.Program program)
    {
        (_slack, _host) = (program.Slack, program.Host);
        _host.Logs.Clear();
        _slack.Forget();
    }

    public static TheoryData<string> Payloads => [.. Payload.Names()];

    public static TheoryData<string, string> NoObjects
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in BadInput.NoObjects.Keys)
            {
                data.Add("/slack/events", name);

                // What is no UTF-8 in a form becomes replacement characters before anything looks at it.
                if (name != "no UTF-8") data.Add("/slack/interactions", name);
                data.Add("/slack/commands", name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(NoObjects))]
    public async Task A_body_that_cannot_be_read_is_refused(string path, string name)
    {
        var body = BadInput.NoObjects[name];
        using var request = path switch
        {
            "/slack/events" => SignedSlack.Request(path, body),
            "/slack/interactions" => SignedSlack.Request(path, [.. "payload="u8, .. Encoding.ASCII.GetBytes(HttpUtility.UrlEncode(body))], "application/x-www-form-urlencoded"),
            _ => SignedSlack.Request(path, body, "application/x-www-form-urlencoded"),
        };
        using var response = await _host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await StillAnswersAsync();
    }

    [Theory]
    [InlineData("/slack/events", 32)]
    [InlineData("/slack/commands", 32)]
    [InlineData("/slack/interactions", 32)]
    [InlineData("/slack/events", 2)]
    public async Task A_body_that_is_too_large_is_refused_as_that(string path, int mebibytes)
    {
        using var content = new ByteArrayContent(new byte[mebibytes * 1024 * 1024]);
        using var response = await _host.Client.PostAsync(path, content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);

        using var unannounced = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StreamContent(new MemoryStream(new byte[mebibytes * 1024 * 1024])) };
        unannounced.Headers.TransferEncodingChunked = true;
        using var second = await _host.Client.SendAsync(unannounced);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, second.StatusCode);
        await StillAnswersAsync();
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task A_field_of_the_wrong_type_does_no_harm(string name)
    {
        var payload = Payload.Of(name);
        await PostAllAsync(payload, BadInput.WrongTypes(payload.Send));
        await StillAnswersAsync();
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Hostile_words_in_any_field_do_no_harm(string name)
    {
        var payload = Payload.Of(name);
        await PostAllAsync(payload, BadInput.HostileTexts(payload.Send));
        await StillAnswersAsync();
    }

    [Fact]
    public async Task Half_a_character_in_any_field_does_no_harm()
    {
        foreach (var payload in Payload.Names().Select(n => Payload.Of(n)))
        {
            foreach (var body in BadInput.HostileTexts(payload.Send).Select(b => b.ToJsonString()).Where(b => b.Contains(BadInput.LongWord, StringComparison.Ordinal)))
                await PostAsync(payload, body.Replace(BadInput.LongWord, "pay to the new account " + BadInput.HalfCharacter, StringComparison.Ordinal));
        }

        await StillAnswersAsync();
    }

    [Theory]
    [InlineData("/slack/events")]
    [InlineData("/slack/interactions")]
    public async Task Half_a_character_in_a_name_does_no_harm(string path)
    {
        var body = """{"\ud800\ud800xxxxxxxxxx":1,"type":"event_callback","event_id":"EvN","event":{"\ud800xxxxxxxxxx":1,"type":"message"},"actions":[{"\ud800":1}]}""";
        using var request = path == "/slack/events" ? SignedSlack.Request(path, body) : SignedSlack.Form(path, [("payload", body)]);
        using var response = await _host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await StillAnswersAsync();
    }

    private async Task PostAllAsync(Payload payload, IEnumerable<JsonNode> bodies)
    {
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (body, _) => await PostAsync(payload, body.ToJsonString()));
    }

    /// <summary>Each body is an event of its own in a channel of its own, so that all of them are answered, and at once.</summary>
    private async Task PostAsync(Payload payload, string json)
    {
        var n = Interlocked.Increment(ref _last);
        json = json.Replace("\"Ev0000", $"\"Ev{n}-", StringComparison.Ordinal).Replace("13345224609", $"13345{n}", StringComparison.Ordinal).Replace("17600000", $"{17600000 + n}", StringComparison.Ordinal);
        foreach (var channel in new[] { "C061EG9SL", "D024BE91L", "G061EG9SL", "C061SHARED" }) json = json.Replace(channel, channel + n, StringComparison.Ordinal);
        var path = payload.Content.GetProperty("path").GetString()!;
        using var request = path switch
        {
            "/slack/events" => SignedSlack.Request(path, json),
            "/slack/commands" => SignedSlack.Form(path, JsonDocument.Parse(json.Replace(BadInput.HalfCharacter, "\\ufffd", StringComparison.Ordinal)).RootElement.EnumerateObject().Select(p => (p.Name, p.Value.ToString()))),
            _ => SignedSlack.Form(path, [("payload", json)]),
        };
        using var response = await _host.Client.SendAsync(request);
        Assert.True((int)response.StatusCode is 200 or 400, $"{(int)response.StatusCode} for {json}");
    }

    /// <summary>All was answered without a fault, nothing in the answers is acted upon, and a good question gets its answer.</summary>
    private async Task StillAnswersAsync()
    {
        var good = $"CGOOD{Interlocked.Increment(ref _last)}";
        using var response = await _host.Client.SendAsync(SignedSlack.Request(
            "/slack/events", SignedSlack.Mention("Ev" + good, "help", "1799999999.000100").Replace("\"C1\"", $"\"{good}\"", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await _slack.WaitForAsync(c => c.Body.Contains(good, StringComparison.Ordinal));
        await _host.AnsweredAsync();
        Assert.True(_host.Logs.Of(LogLevel.Error).Count == 0, _host.Logs.All);
        Assert.DoesNotContain(_host.Logs.Of(LogLevel.Warning), w => !w.StartsWith("Slack held events back", StringComparison.Ordinal));
        foreach (var method in new[] { "chat.postMessage", "chat.update", "chat.postEphemeral" })
            Assert.All(_slack.Calls(method), message => Assert.Empty(SlackFaults.Of(message)));
        Assert.DoesNotContain("evil.example", _host.Logs.All, StringComparison.Ordinal);
    }
}
