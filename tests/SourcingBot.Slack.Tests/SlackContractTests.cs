using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Chat;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>Slack keeps what every platform promises.</summary>
public sealed class SlackContractTests : ChatPlatformContract
{
    protected override async Task<IPlatformHarness> StartAsync()
    {
        var harness = new Harness();
        await harness.StartAsync();
        return harness;
    }

    private sealed class Harness : IPlatformHarness
    {
        private readonly ConcurrentQueue<Refusal> _refusals = new();
        private readonly ConcurrentQueue<TakenMessage> _taken = new();
        private readonly SemaphoreSlim _took = new(0);
        private readonly FakeOutside _slack;
        private RunningHost _host = null!;

        public Harness() => _slack = new FakeOutside(Answer);

        public IChatPlatform Platform => _host.Services.GetServices<IChatPlatform>().Single(p => p.Id.Value == "slack");

        public ConversationRef Conversation { get; } = new(new PlatformId("slack"), "T1", "C1", "1.1", """{"channel":"C1","thread_ts":"1.1"}""");

        public ChatUser Asker { get; } = new("U1");

        public IReadOnlyList<TakenMessage> Taken => [.. _taken];

        public async Task StartAsync() => _host = await RunningHost.StartAsync(
            _slack, $"Slack:SigningSecret={SignedSlack.Secret}", "Slack:BotToken=xoxb-test", "Slack:ApiBaseUrl=https://slack.example/api/");

        public async Task DeliverAsync(string eventId, string text)
        {
            using var response = await _host.Client.SendAsync(SignedSlack.Request("/slack/events", SignedSlack.Mention("Ev" + eventId, text, ts: $"176000000{eventId}.000100")));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        public async Task WaitAsync(int count)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (_taken.Count < count) await _took.WaitAsync(limit.Token);
        }

        public void RefuseNext(Refusal refusal) => _refusals.Enqueue(refusal);

        public IReadOnlyList<string> FaultsOf(TakenMessage message) => SlackFaults.Of(message.Raw);

        public async ValueTask DisposeAsync()
        {
            await _host.DisposeAsync();
            _took.Dispose();
            Assert.Empty(_slack.Unexpected);
        }

        private HttpResponseMessage? Answer(HttpRequestMessage request, string body)
        {
            var method = request.RequestUri!.AbsolutePath.Split('/')[^1];
            if (method == "auth.test") return Ok(new { ok = true, user_id = "UBOT", bot_id = "BBOT" });
            if (method == "users.info") return Ok(new { ok = false, error = "user_not_found" });
            if (method == "conversations.open") return Ok(new { ok = true, channel = new { id = "D1" } });
            if (method is not ("chat.postMessage" or "chat.update" or "chat.postEphemeral")) return null;
            if (_refusals.TryDequeue(out var refusal))
            {
                switch (refusal)
                {
                    case Refusal.TooMany:
                        var wait = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = JsonContent.Create(new { ok = false, error = "ratelimited" }) };
                        wait.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7));
                        return wait;
                    case Refusal.Closed:
                        return Ok(new { ok = false, error = "is_archived" });
                    default:
                        throw new HttpRequestException(HttpRequestError.ConnectionError);
                }
            }

            var sent = JsonDocument.Parse(body).RootElement;
            var words = string.Join('\n', SlackFaults.Elements(sent.GetProperty("blocks")).Where(e => e.Element.TryGetProperty("text", out var t) && t.ValueKind == JsonValueKind.String).Select(e => e.Element.GetProperty("text").GetString()));
            var onlyTo = method == "chat.postEphemeral" ? sent.GetProperty("user").GetString() : sent.GetProperty("channel").GetString() == "D1" ? "U1" : null;
            _taken.Enqueue(new TakenMessage(words, method == "chat.update" ? sent.GetProperty("ts").GetString() : null, onlyTo, body));
            _took.Release();
            return Ok(new { ok = true, ts = method == "chat.update" ? sent.GetProperty("ts").GetString() : "2.1", channel = "C1" });
        }

        private static HttpResponseMessage Ok(object body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };
    }
}
