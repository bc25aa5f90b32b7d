using System.Collections.Concurrent;
using System.Text.Json;
using Npgsql;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>Two hosts as processes of their own on one PostgreSQL database, orders in many conversations, and a Slack that counts what it is sent.</summary>
internal sealed class TwoHosts : IAsyncDisposable
{
    /// <summary>The collection of the tests with many processes and exact times: one after the other, as each wants the whole machine.</summary>
    public const string Alone = "Many processes";

    /// <summary>In how many conversations an order was told of.</summary>
    public const int Conversations = 500;

    /// <summary>How many reminders are due at once: two a conversation.</summary>
    public const int Reminders = 1000;

    /// <summary>Slack's own part of a post, so that some are on their way at any instant.</summary>
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(25);

    private readonly string _name = "sourcingbot_kill_" + Guid.NewGuid().ToString("N");
    private readonly HttpClient _client = new(new SocketsHttpHandler());
    private readonly HostProcess[] _hosts = new HostProcess[2];
    private readonly Lock _lock = new();
    private readonly List<Post> _posts = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private NpgsqlDataSource _database = null!;
    private FakeSlackServer _slack = null!;

    private string Connection => new NpgsqlConnectionStringBuilder(TestDatabases.Postgres!) { Database = _name }.ToString();

    /// <summary>Calls that nobody foresaw.</summary>
    public ConcurrentBag<string> Unexpected { get; } = [];

    /// <summary>Every post that Slack took, in the order of coming in.</summary>
    public IReadOnlyList<Post> Posts
    {
        get { lock (_lock) return [.. _posts]; }
    }

    /// <summary>Whether Slack lets the bot look for messages in a channel: in every second one.</summary>
    public static bool MayLook(string channel) => int.Parse(channel[1..], System.Globalization.CultureInfo.InvariantCulture) % 2 == 0;

    /// <summary>An empty database, both hosts on it, and an order in each conversation.</summary>
    public static async Task<TwoHosts> StartAsync()
    {
        var two = new TwoHosts();
        two._database = NpgsqlDataSource.Create(two.Connection);
        two._slack = await FakeSlackServer.StartAsync(two.AnswerAsync);
        try
        {
            await Task.WhenAll(two.RestartAsync(0), two.RestartAsync(1));
            await two.TellOrdersAsync();
            return two;
        }
        catch
        {
            await two.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends a host at once.</summary>
    /// <param name="which">The one.</param>
    public void Kill(int which) => _hosts[which].Kill();

    /// <summary>Starts a host, in the place of a killed one.</summary>
    /// <param name="which">The one.</param>
    public async Task RestartAsync(int which)
    {
        _hosts[which]?.Dispose();
        _hosts[which] = await HostProcess.StartAsync(_slack.Api, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage__Provider"] = "PostgreSql",
            ["ConnectionStrings__SourcingBot"] = Connection,
            ["Reminders__SweepSeconds"] = "1",
            ["Reminders__TimeZone"] = "Europe/Berlin",
        });
    }

    /// <summary>Two reminders of each order are due now.</summary>
    /// <returns>What begins the key of each of their messages.</returns>
    public async Task<string> MakeDueAsync()
    {
        const string Statement = """
            WITH two AS (
                SELECT "Id", row_number() OVER (PARTITION BY "OrderId" ORDER BY "DueAt", "Id") AS n FROM reminders WHERE "Target" = 0),
            due AS (
                UPDATE reminders SET "DueAt" = now() FROM two WHERE reminders."Id" = two."Id" AND n <= 2
                RETURNING "DueAt", "Token", "Platform", "ConversationKey", "TeamId"),
            earlier AS (DELETE FROM waiting_reminders USING due WHERE waiting_reminders."Token" = due."Token"),
            waiting AS (INSERT INTO waiting_reminders ("DueAt", "Token", "Platform", "ConversationKey", "TeamId") SELECT * FROM due)
            SELECT 'reminder/' || (EXTRACT(EPOCH FROM "DueAt") * 10000000)::bigint || '/' FROM due
            """;
        var keys = await ReadAsync(Statement, r => r.GetString(0));
        Assert.Equal(Reminders, keys.Count);
        return Assert.Single(keys.Distinct(StringComparer.Ordinal));
    }

    /// <summary>Waits until Slack has taken so many posts in all.</summary>
    /// <param name="count">How many.</param>
    public Task PostedAsync(int count)
    {
        lock (_lock)
        {
            if (_posts.Count >= count) return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((count, reached));
            return reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    /// <summary>Waits until the first due reminders are in the outbox; the others follow at once.</summary>
    public async Task SweepingAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await UnsweptAsync() == Reminders) await Task.Delay(1, limit.Token);
    }

    /// <summary>How many due reminders still wait for the sweep.</summary>
    public async Task<long> UnsweptAsync() => (await ReadAsync("SELECT count(*) FROM waiting_reminders WHERE \"DueAt\" <= now()", r => r.GetInt64(0)))[0];

    /// <summary>The messages of a round.</summary>
    /// <param name="key">What begins their keys.</param>
    public Task<List<Message>> MessagesAsync(string key) => ReadAsync(
        $"SELECT \"Id\", \"MessageId\", \"DedupeKey\", \"ConversationKey\", \"Status\", \"Version\", \"CreatedAt\", \"SentAt\" FROM outbox WHERE \"DedupeKey\" LIKE '{key}%' ORDER BY \"Id\"",
        r => new Message(r.GetInt64(0), r.GetGuid(1).ToString(), r.GetString(2), r.GetString(3), r.GetInt32(4), r.GetInt32(5), r.GetFieldValue<DateTimeOffset>(6), r.IsDBNull(7) ? null : r.GetFieldValue<DateTimeOffset>(7)));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts) host?.Dispose();
        _client.Dispose();
        await _slack.DisposeAsync();
        await _database.DisposeAsync();
        await using var server = NpgsqlDataSource.Create(TestDatabases.Postgres!);
        await using var drop = server.CreateCommand($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        await drop.ExecuteNonQueryAsync();
    }

    private async Task TellOrdersAsync()
    {
        var shipBy = TimeProvider.System.GetUtcNow().AddDays(60).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await Parallel.ForAsync(0, Conversations, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (n, _) =>
        {
            var ts = $"1760000000.{n:D6}";
            var told = SignedSlack.Mention($"Ev{n}", $"order 17845{n:D4} Ningbo Bright USD 12,400 ship by {shipBy}", ts).Replace("\"C1\"", $"\"C{n}\"", StringComparison.Ordinal);

            // As Slack does: an event that was not acknowledged, because the database was too busy, is delivered again.
            const int MostDeliveries = 4;
            for (var delivery = 1; ; delivery++)
            {
                using var response = await _client.SendAsync(SignedSlack.Request(_hosts[n % 2].Address + "slack/events", told), CancellationToken.None);
                if (response.StatusCode == System.Net.HttpStatusCode.InternalServerError && delivery < MostDeliveries) continue;
                response.EnsureSuccessStatusCode();
                break;
            }
        });
        await PostedAsync(Conversations);
        while ((await ReadAsync("SELECT count(*) FROM outbox WHERE \"Status\" <> 2", r => r.GetInt64(0)))[0] > 0) await Task.Delay(20);
    }

    private async Task<object?> AnswerAsync(string method, Dictionary<string, JsonElement> arguments)
    {
        switch (method)
        {
            case "auth.test":
                return new { ok = true, user_id = "UBOT", bot_id = "BBOT" };
            case "users.info":
                return new { ok = true, user = new { id = "U1", tz = "Europe/Berlin" } };
            case "chat.postMessage":
                var post = Take(arguments);
                await Task.Delay(Latency);
                return new { ok = true, channel = post.Channel, ts = post.Ts };
            case "conversations.replies" or "conversations.history":
                var channel = arguments["channel"].GetString()!;
                return MayLook(channel)
                    ? new { ok = true, messages = Posts.Where(p => p.Channel == channel).Select(p => new { ts = p.Ts, metadata = new { event_payload = new { id = p.Id } } }) }
                    : new { ok = false, error = "missing_scope" };
            default:
                Unexpected.Add(method);
                return null;
        }
    }

    private Post Take(Dictionary<string, JsonElement> arguments)
    {
        lock (_lock)
        {
            var post = new Post(
                arguments["channel"].GetString()!, arguments["metadata"].GetProperty("event_payload").GetProperty("id").GetString()!,
                $"1760000001.{_posts.Count:D6}", TimeProvider.System.GetUtcNow());
            _posts.Add(post);
            foreach (var (_, reached) in _waiting.Where(w => w.Count == _posts.Count)) reached.SetResult();
            return post;
        }
    }

    private async Task<List<T>> ReadAsync<T>(string statement, Func<NpgsqlDataReader, T> read)
    {
        await using var command = _database.CreateCommand(statement);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }
}

/// <summary>A message that Slack took.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Id">The outbox id in its metadata.</param>
/// <param name="Ts">Its time stamp.</param>
/// <param name="At">When it came in.</param>
internal sealed record Post(string Channel, string Id, string Ts, DateTimeOffset At);

/// <summary>A reminder's row in the outbox.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Id">The id that travels with it.</param>
/// <param name="Key">The reminder and its time.</param>
/// <param name="Conversation">The key of its conversation.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Version">Counts claims and releases.</param>
/// <param name="CreatedAt">When it was moved there.</param>
/// <param name="SentAt">When it was sent, or null.</param>
internal sealed record Message(long Row, string Id, string Key, string Conversation, int Status, int Version, DateTimeOffset CreatedAt, DateTimeOffset? SentAt)
{
    /// <summary>A host is sending it.</summary>
    public const int InFlight = 1;

    /// <summary>It was sent; given up is more.</summary>
    public const int Done = 2;
}
