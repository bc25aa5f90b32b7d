using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SourcingBot.Chat;
using SourcingBot.Testing;
using Xunit.Abstractions;

namespace SourcingBot.Slack.Tests;

/// <summary>Kills the real program between acknowledging and answering, again and again, and counts the answers.</summary>
public sealed class KilledHostTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Kills = 20;
    private const int EventsPerKill = 4;

    private readonly ConcurrentDictionary<string, int> _posts = new(StringComparer.Ordinal);
    private readonly string _folder = Directory.CreateTempSubdirectory("sourcingbot-kill").FullName;
    private readonly HttpClient _client = new(new SocketsHttpHandler());
    private FakeSlackServer _slack = null!;

    public async Task InitializeAsync() => _slack = await FakeSlackServer.StartAsync(AnswerAsync);

    public async Task DisposeAsync()
    {
        await _slack.DisposeAsync();
        _client.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Each_acknowledged_event_is_answered_whenever_the_program_is_killed()
    {
        var acknowledged = new List<string>();
        var inTheWindow = new HashSet<string>(StringComparer.Ordinal);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var host = await StartAsync();
            var round = Enumerable.Range(0, EventsPerKill).Select(n => $"17600{kill:D5}.00{n:D4}").ToList();
            foreach (var ts in round)
            {
                using var response = await _client.SendAsync(SignedSlack.Request(host.Address + "slack/events", SignedSlack.Mention("Ev" + ts, "help", ts).Replace("\"C1\"", $"\"C{ts}\"", StringComparison.Ordinal)));
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                acknowledged.Add(ts);
            }

            // From at once to after the answer: each round is killed at another instant.
            await Task.Delay(kill * 4);
            host.Kill();
            inTheWindow.UnionWith(await BeingSentAsync(acknowledged));
        }

        using (await StartAsync())
        {
            var limit = Stopwatch.StartNew();
            while (acknowledged.Any(ts => !_posts.ContainsKey(ts)) && limit.Elapsed < TimeSpan.FromSeconds(60)) await Task.Delay(50);
        }

        var twice = _posts.Where(p => p.Value > 1).Select(p => p.Key).ToList();
        output.WriteLine($"{acknowledged.Count} acknowledged, {inTheWindow.Count} killed while they were being sent, {twice.Count} answered twice");
        Assert.All(acknowledged, ts => Assert.True(_posts.ContainsKey(ts), $"{ts} was acknowledged and never answered"));
        Assert.All(twice, ts => Assert.Contains(ts, inTheWindow));
    }

    /// <summary>Messages that a worker had taken and not marked as sent: the only ones that may be repeated. What Slack has cannot tell: a request of the last instant may still be on its way there.</summary>
    private async Task<List<string>> BeingSentAsync(IEnumerable<string> acknowledged)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "kill.db")}");
        await connection.OpenAsync();
        var open = new List<string>();
        foreach (var ts in acknowledged)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM outbox WHERE \"Status\" = {(int)QueueStatus.InFlight} AND \"Conversation\" LIKE '%' || $ts || '%'";
            command.Parameters.AddWithValue("$ts", ts);
            if ((long)(await command.ExecuteScalarAsync())! > 0) open.Add(ts);
        }

        return open;
    }

    private Task<object?> AnswerAsync(string method, Dictionary<string, JsonElement> arguments)
    {
        switch (method)
        {
            case "auth.test":
                return Task.FromResult<object?>(new { ok = true, user_id = "UBOT", bot_id = "BBOT" });
            case "conversations.replies" or "users.info":
                return Task.FromResult<object?>(new { ok = false, error = "missing_scope" });
            case "chat.postMessage":
                _posts.AddOrUpdate(arguments["thread_ts"].GetString()!, 1, (_, n) => n + 1);
                return Task.FromResult<object?>(new { ok = true, ts = "1.2", channel = "C1" });
            default:
                return Task.FromResult<object?>(null);
        }
    }

    private Task<HostProcess> StartAsync() => HostProcess.StartAsync(
        _slack.Api, new Dictionary<string, string>(StringComparer.Ordinal) { ["ConnectionStrings__SourcingBot"] = $"Data Source={Path.Combine(_folder, "kill.db")}" });
}
