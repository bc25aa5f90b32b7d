using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>Slack as many people see it who lead cases at once: it takes the bot's cards, sorts them by conversation, and keeps the files that people send.</summary>
internal sealed class CaseCrowd : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly HttpClient _client = new(new SocketsHttpHandler());
    private readonly ConcurrentDictionary<string, Room> _rooms = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _sent = new(0);
    private FakeSlackServer _slack = null!;
    private int _posts;

    private CaseCrowd()
    {
    }

    /// <summary>The base of Slack's Web API.</summary>
    public string Api => _slack.Api;

    /// <summary>Where the program listens that takes the next event of a person; waits while it is being started again.</summary>
    public Func<int, Task<string>> Address { get; set; } = _ => throw new InvalidOperationException("There is no program.");

    /// <summary>Calls that nobody foresaw.</summary>
    public ConcurrentBag<string> Unexpected { get; } = [];

    /// <summary>Messages that were posted twice.</summary>
    public ConcurrentBag<string> Twice { get; } = [];

    public static async Task<CaseCrowd> StartAsync()
    {
        var crowd = new CaseCrowd();
        crowd._slack = await FakeSlackServer.StartAsync(crowd.AnswerAsync, TranscriptFiles.BytesOf);
        return crowd;
    }

    /// <summary>Where a file lies that somebody sent.</summary>
    /// <param name="name">Its name.</param>
    public string FileUrl(string name) => _slack.Files + name;

    /// <summary>Sends an event until a program has acknowledged it, as Slack does.</summary>
    /// <param name="person">Whose event it is.</param>
    /// <param name="request">Makes the signed request for an address.</param>
    public async Task SendAsync(int person, Func<string, HttpRequestMessage> request)
    {
        while (true)
        {
            try
            {
                using var response = await _client.SendAsync(request(await Address(person)));
                if (response.StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // It was killed; the next one gets it.
            }
        }
    }

    /// <summary>The card with a number in a conversation; waits for it.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="number">Its number, from 0.</param>
    public Task<CrowdCard> CardAsync(string channel, int number) => RoomOf(channel).CardAsync(number).WaitAsync(Patience);

    /// <summary>How many cards came into a conversation.</summary>
    /// <param name="channel">The channel.</param>
    public int CardsIn(string channel) => RoomOf(channel).Count;

    /// <summary>Waits until so many more cards were sent.</summary>
    /// <param name="times">How many.</param>
    public async Task SentAsync(int times)
    {
        while (await _sent.WaitAsync(0)) continue;
        for (var n = 0; n < times; n++) Assert.True(await _sent.WaitAsync(Patience), "The program sends nothing more.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        _client.Dispose();
        _sent.Dispose();
    }

    private Room RoomOf(string channel) => _rooms.GetOrAdd(channel, _ => new Room());

    private Task<object?> AnswerAsync(string method, Dictionary<string, JsonElement> arguments)
    {
        var channel = arguments.TryGetValue("channel", out var named) ? named.GetString()! : string.Empty;
        return Task.FromResult<object?>(method switch
        {
            "auth.test" => new { ok = true, user_id = "UBOT", bot_id = "BBOT" },
            "users.info" => new { ok = true, user = new { id = arguments["user"].GetString(), tz = "Europe/Berlin", locale = "en-GB" } },
            "conversations.history" or "conversations.replies" => new { ok = true, messages = RoomOf(channel).Messages.Select(m => new { ts = m.Ts, metadata = new { event_payload = new { id = m.Id } } }) },
            "chat.postMessage" => new { ok = true, channel, ts = Take(channel, arguments, null) },
            "chat.update" => new { ok = true, channel, ts = Take(channel, arguments, arguments["ts"].GetString()) },
            _ => Unforeseen(method),
        });
    }

    private object? Unforeseen(string method)
    {
        Unexpected.Add(method);
        return null;
    }

    private string Take(string channel, Dictionary<string, JsonElement> arguments, string? replaces)
    {
        var ts = replaces ?? string.Create(CultureInfo.InvariantCulture, $"1760000001.{Interlocked.Increment(ref _posts):D6}");
        var id = arguments["metadata"].GetProperty("event_payload").GetProperty("id").GetString()!;
        if (!RoomOf(channel).Take(new CrowdCard(id, ts, arguments.TryGetValue("thread_ts", out var thread) ? thread.GetString() : null, arguments["text"].GetString()!, PostedButton.In(arguments["blocks"].GetRawText())), replaces is not null))
            Twice.Add(arguments["text"].GetString()!);
        _sent.Release();
        return ts;
    }

    /// <summary>The cards of one conversation, each once, in the order of coming.</summary>
    private sealed class Room
    {
        private readonly List<CrowdCard> _cards = [];
        private readonly List<(int Number, TaskCompletionSource<CrowdCard> Came)> _waiting = [];

        public int Count
        {
            get { lock (_cards) return _cards.Count; }
        }

        public IReadOnlyList<CrowdCard> Messages
        {
            get { lock (_cards) return [.. _cards]; }
        }

        /// <summary>Takes a card; one that replaces another may come again, as it changes nothing.</summary>
        /// <returns>False where a message was posted a second time.</returns>
        public bool Take(CrowdCard card, bool isUpdate)
        {
            lock (_cards)
            {
                if (_cards.Exists(c => c.Id == card.Id)) return isUpdate;
                _cards.Add(card);
                foreach (var (_, came) in _waiting.Where(w => w.Number == _cards.Count - 1)) came.SetResult(card);
                return true;
            }
        }

        public Task<CrowdCard> CardAsync(int number)
        {
            lock (_cards)
            {
                if (number < _cards.Count) return Task.FromResult(_cards[number]);
                var came = new TaskCompletionSource<CrowdCard>(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Add((number, came));
                return came.Task;
            }
        }
    }
}

/// <summary>A message of the bot.</summary>
/// <param name="Id">The outbox id in its metadata.</param>
/// <param name="Ts">Its time stamp.</param>
/// <param name="Thread">The thread it was posted into, or null; not told by one that replaces another.</param>
/// <param name="Text">Its text.</param>
/// <param name="Buttons">Its buttons.</param>
internal sealed record CrowdCard(string Id, string Ts, string? Thread, string Text, IReadOnlyList<(string Label, string Token)> Buttons);
