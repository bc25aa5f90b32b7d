using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using SourcingBot.Data;
using SourcingBot.Flows;
using SourcingBot.Testing;
using Xunit.Abstractions;
using static System.FormattableString;

namespace SourcingBot.Slack.Tests;

/// <summary>200 people of five workspaces lead 200 cases at once, in personal chats and in threads; two hosts on one PostgreSQL database take turns at every answer.</summary>
[Collection(TwoHosts.Alone)]
public sealed class CrowdOfCasesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int People = 200;
    private const int Workspaces = 5;

    /// <summary>Answers of each person.</summary>
    private const int Answers = 5;

    private readonly string _name = "sourcingbot_crowd_" + Guid.NewGuid().ToString("N");
    private readonly string _folder = Directory.CreateTempSubdirectory("sourcingbot-crowd").FullName;
    private CaseCrowd _crowd = null!;

    private string Connection => new NpgsqlConnectionStringBuilder(TestDatabases.Postgres!) { Database = _name }.ToString();

    public async Task InitializeAsync() => _crowd = await CaseCrowd.StartAsync();

    public async Task DisposeAsync()
    {
        await _crowd.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        if (TestDatabases.Postgres is null) return;
        await using var server = NpgsqlDataSource.Create(TestDatabases.Postgres);
        await using var drop = server.CreateCommand($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        await drop.ExecuteNonQueryAsync();
    }

    [PostgresFact]
    public async Task Each_of_200_cases_has_exactly_the_answers_of_its_person()
    {
        var clock = Stopwatch.StartNew();
        var hosts = await Task.WhenAll(StartAsync(), StartAsync());
        try
        {
            var turn = 0;
            _crowd.Address = _ => Task.FromResult(hosts[Interlocked.Increment(ref turn) % 2].Address);
            var people = Enumerable.Range(0, People).Select(n => new CasePerson(_crowd, n, new Random(n)) { Workspace = Invariant($"T{n % Workspaces}"), IsInThread = n % 3 == 0 }).ToList();

            await Task.WhenAll(people.Select(p => p.LeadAsync(answers => answers < Answers)));

            output.WriteLine(Invariant($"{clock.Elapsed.TotalSeconds:F0} s"));
            Assert.Empty(_crowd.Unexpected);
            Assert.Empty(_crowd.Twice);
            await CheckAsync(people);
        }
        finally
        {
            foreach (var host in hosts) host.Dispose();
        }
    }

    private async Task CheckAsync(List<CasePerson> people)
    {
        var cases = await ReadAsync();
        Assert.Equal(People, cases.Count);
        foreach (var person in people)
        {
            var (conversation, answers, team) = Assert.Single(cases, c => c.Person == person.Id).Kept;
            Assert.Equal(TeamId.Only.Value, team);
            Assert.Equal(person.Workspace, conversation.GetProperty("workspace").GetString());
            Assert.Equal(person.Channel, conversation.GetProperty("conversation").GetString());
            var given = JsonSerializer.Deserialize(answers, AnswerJson.Default.DictionaryStringAnswer)!.Where(a => a.Value.By is not null).ToList();
            Assert.Equal(Answers, given.Count);
            Assert.All(given, a => Assert.Equal(person.Id, a.Value.By!.UserId));
            Assert.Equal(Assert.Single(person.Cases).OrderBy(a => a.Key, StringComparer.Ordinal), given.ToDictionary(a => a.Key, a => CasePerson.Describe(a.Value), StringComparer.Ordinal).OrderBy(a => a.Key, StringComparer.Ordinal));
        }
    }

    private async Task<List<(string Person, (JsonElement Conversation, string Answers, Guid Team) Kept)>> ReadAsync()
    {
        await using var database = NpgsqlDataSource.Create(Connection);
        await using var command = database.CreateCommand("SELECT \"Person\", \"Conversation\", \"Answers\", \"TeamId\" FROM cases");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string, (JsonElement, string, Guid))>();
        while (await reader.ReadAsync())
            rows.Add((Parse(reader.GetString(0)).GetProperty("id").GetString()!, (Parse(reader.GetString(1)), reader.GetString(2), reader.GetGuid(3))));
        return rows;
    }

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private Task<HostProcess> StartAsync() => HostProcess.StartAsync(_crowd.Api, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Storage__Provider"] = "PostgreSql",
        ["ConnectionStrings__SourcingBot"] = Connection,
        ["Files__Root"] = Path.Combine(_folder, "files"),
    });
}
