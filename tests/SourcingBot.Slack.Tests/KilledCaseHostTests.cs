using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SourcingBot.Flows;
using SourcingBot.Testing;
using Xunit.Abstractions;
using static System.FormattableString;

namespace SourcingBot.Slack.Tests;

/// <summary>People lead cases while the real program is killed again and again. SOURCINGBOT_SEED chooses the answers and the instants of the kills.</summary>
[Collection(TwoHosts.Alone)]
public sealed class KilledCaseHostTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Kills = 30;

    /// <summary>So many that some are always in the middle of an answer: what a kill interrupts rests until its lock has run out.</summary>
    private const int People = 24;

    private readonly string _folder = Directory.CreateTempSubdirectory("sourcingbot-cases").FullName;
    private CaseCrowd _crowd = null!;

    private string Files => Path.Combine(_folder, "files");

    public async Task InitializeAsync() => _crowd = await CaseCrowd.StartAsync();

    public async Task DisposeAsync()
    {
        await _crowd.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task No_answer_and_no_file_is_lost_and_no_question_asked_twice_whenever_the_program_is_killed()
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("SOURCINGBOT_SEED") ?? "1", CultureInfo.InvariantCulture);
        output.WriteLine(Invariant($"SOURCINGBOT_SEED={seed}"));
        var random = new Random(seed);
        var clock = Stopwatch.StartNew();
        var running = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _crowd.Address = _ => running.Task;
        var goesOn = true;
        var people = Enumerable.Range(0, People).Select(n => new CasePerson(_crowd, n, new Random((seed * 1000) + n))).ToList();
        var leading = people.Select(p => p.LeadAsync(_ => Volatile.Read(ref goesOn))).ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var host = await StartAsync();
            running.SetResult(host.Address);

            // A program that is killed before it has done anything, six times over, is rightly thought to be killed by what it was reading.
            await _crowd.SentAsync(random.Next(1, 40));
            running = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            host.Kill();
        }

        using (var last = await StartAsync())
        {
            running.SetResult(last.Address);
            Volatile.Write(ref goesOn, false);
            await Task.WhenAll(leading);
        }

        output.WriteLine(Invariant($"{clock.Elapsed.TotalSeconds:F0} s"));
        Assert.Empty(_crowd.Unexpected);
        Assert.Empty(_crowd.Twice);
        await CheckAsync(people);
    }

    private async Task CheckAsync(List<CasePerson> people)
    {
        var cases = await ReadAsync("SELECT \"Person\", \"Answers\" FROM cases ORDER BY rowid", r => (Person: r.GetString(0), Answers: r.GetString(1)));
        var files = await ReadAsync("SELECT \"Name\", \"Sha256\" FROM files", r => (r.GetString(0), r.GetString(1)));
        output.WriteLine(Invariant($"{cases.Count} cases, {people.Sum(p => p.Cases.Sum(c => c.Count))} answers, {files.Count} files"));
        Assert.True(people.Sum(p => p.Cases.Sum(c => c.Count)) > Kills, "Hardly anything was answered between the kills.");
        foreach (var person in people)
        {
            var own = cases.Where(c => JsonDocument.Parse(c.Person).RootElement.GetProperty("id").GetString() == person.Id).Select(c => Given(c.Answers)).ToList();
            Assert.Equal(person.Cases.Count, own.Count);
            Assert.All(person.Cases.Zip(own), c => Assert.Equal(c.First.OrderBy(a => a.Key, StringComparer.Ordinal), c.Second.OrderBy(a => a.Key, StringComparer.Ordinal)));
        }

        Assert.Equal(people.SelectMany(p => p.Files).Order(), files.Order());
        var bytes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Files, "*", SearchOption.AllDirectories)) bytes.Add(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file))));
        Assert.All(files, f => Assert.Contains(f.Item2, bytes));
    }

    private static Dictionary<string, string> Given(string answers) =>
        JsonSerializer.Deserialize(answers, AnswerJson.Default.DictionaryStringAnswer)!.Where(a => a.Value.By is not null).ToDictionary(a => a.Key, a => CasePerson.Describe(a.Value), StringComparer.Ordinal);

    private async Task<List<T>> ReadAsync<T>(string statement, Func<SqliteDataReader, T> read)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "cases.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }

    private Task<HostProcess> StartAsync() => HostProcess.StartAsync(_crowd.Api, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ConnectionStrings__SourcingBot"] = $"Data Source={Path.Combine(_folder, "cases.db")}",
        ["Files__Root"] = Files,
    });
}
