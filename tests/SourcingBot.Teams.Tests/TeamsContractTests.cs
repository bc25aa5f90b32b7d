using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Chat;
using SourcingBot.Testing;

namespace SourcingBot.Teams.Tests;

/// <summary>Teams keeps what every platform promises.</summary>
public sealed class TeamsContractTests : ChatPlatformContract
{
    protected override async Task<IPlatformHarness> StartAsync()
    {
        var harness = new Harness();
        await harness.StartAsync();
        return harness;
    }

    private sealed class Harness : IPlatformHarness
    {
        private const string Channel = "19:c@thread.tacv2;messageid=1";
        private const string Bot = "28:" + TestBotFramework.App;

        private readonly TestBotFramework _framework = new();
        private readonly ConcurrentQueue<Refusal> _refusals = new();
        private readonly ConcurrentQueue<TakenMessage> _taken = new();
        private readonly SemaphoreSlim _took = new(0);
        private readonly FakeOutside _connector;
        private RunningHost _host = null!;

        public Harness() => _connector = new FakeOutside((request, body) => _framework.Answer(request) ?? Answer(request, body));

        public IChatPlatform Platform => _host.Services.GetServices<IChatPlatform>().Single(p => p.Id.Value == "teams");

        public ConversationRef Conversation { get; } = new(new PlatformId("teams"), "tenant", Channel, null, JsonSerializer.Serialize(new
        {
            bot = new { id = Bot, name = "SourcingBot" },
            user = new { id = "29:eva" },
            conversation = new { id = Channel, isGroup = true, tenantId = "tenant" },
            channelId = "msteams",
            serviceUrl = TestBotFramework.ServiceUrl,
        }));

        public ChatUser Asker { get; } = new("29:eva");

        public IReadOnlyList<TakenMessage> Taken => [.. _taken];

        public async Task StartAsync() => _host = await RunningHost.StartAsync(_connector, TestBotFramework.Settings);

        public async Task DeliverAsync(string eventId, string text)
        {
            using var request = TestBotFramework.Request(
                JsonSerializer.Serialize(new
                {
                    type = "message",
                    id = eventId,
                    channelId = "msteams",
                    serviceUrl = TestBotFramework.ServiceUrl,
                    text = "<at>SourcingBot</at> " + text,
                    from = new { id = Asker.Id, name = "Eva" },
                    recipient = new { id = Bot, name = "SourcingBot" },
                    conversation = new { id = Channel, conversationType = "channel", isGroup = true, tenantId = "tenant" },
                    entities = new[] { new { type = "mention", text = "<at>SourcingBot</at>", mentioned = new { id = Bot, name = "SourcingBot" } } },
                }),
                _framework.Token());
            using var response = await _host.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        public async Task WaitAsync(int count)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (_taken.Count < count) await _took.WaitAsync(limit.Token);
        }

        public void RefuseNext(Refusal refusal) => _refusals.Enqueue(refusal);

        public IReadOnlyList<string> FaultsOf(TakenMessage message) => TeamsFaults.Of(message.Raw);

        public async ValueTask DisposeAsync()
        {
            await _host.DisposeAsync();
            _took.Dispose();
            _framework.Dispose();
            Assert.Empty(_connector.Unexpected);
        }

        private HttpResponseMessage? Answer(HttpRequestMessage request, string body)
        {
            var path = request.RequestUri!.AbsolutePath;
            if (path.EndsWith("/v3/conversations", StringComparison.Ordinal)) return TestBotFramework.Ok(new { id = "a:personal" });
            if (!path.Contains("/activities", StringComparison.Ordinal) || request.Headers.Authorization?.Parameter != "bot-token") return null;
            if (_refusals.TryDequeue(out var refusal))
            {
                switch (refusal)
                {
                    case Refusal.TooMany:
                        var wait = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
                        wait.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7));
                        return wait;
                    case Refusal.Closed:
                        return new HttpResponseMessage(HttpStatusCode.Forbidden);
                    default:
                        throw new HttpRequestException(HttpRequestError.ConnectionError);
                }
            }

            var sent = JsonDocument.Parse(body).RootElement;
            var words = string.Join('\n', TeamsFaults.Elements(sent).Where(e => e.Element.TryGetProperty("text", out _)).Select(e => e.Element.GetProperty("text").GetString()));
            var replaced = request.Method == HttpMethod.Put ? path.Split('/')[^1] : null;
            _taken.Enqueue(new TakenMessage(words, replaced, path.Contains("a%3Apersonal", StringComparison.Ordinal) ? "29:eva" : null, body));
            _took.Release();
            return TestBotFramework.Ok(new { id = replaced ?? "77" });
        }
    }
}
