using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Data;

namespace SourcingBot.Testing;

/// <summary>A payload of a platform, from the folder Payloads beside the test, with what it becomes.</summary>
/// <param name="Content">The file: `send` is the payload, `becomes` holds what the stored event has at least (null: nothing is stored), `status` and `answer` are those of the response.</param>
public sealed record Payload(JsonElement Content)
{
    /// <summary>What is sent.</summary>
    public JsonElement Send => Content.GetProperty("send");

    /// <summary>The status that the platform is to get.</summary>
    public int Status => Content.TryGetProperty("status", out var status) ? status.GetInt32() : 200;

    /// <summary>The names of all payloads.</summary>
    /// <param name="test">The test's own file.</param>
    public static IEnumerable<string> Names([CallerFilePath] string test = "") =>
        Directory.EnumerateFiles(Folder(test), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    /// <summary>Reads a payload.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="test">The test's own file.</param>
    public static Payload Of(string name, [CallerFilePath] string test = "")
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(test), name + ".json")));
        return new Payload(document.RootElement.Clone());
    }

    /// <summary>Sends it and compares what the platform gets and what is stored with what the file says.</summary>
    /// <param name="host">The program.</param>
    /// <param name="request">The payload as the platform sends it.</param>
    public async Task CheckAsync(RunningHost host, HttpRequestMessage request)
    {
        var before = (await StoredAsync(host)).Count;
        using var response = await host.Client.SendAsync(request);

        Assert.Equal(Status, (int)response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        if (Content.TryGetProperty("answer", out var answer)) AssertHolds(answer, JsonDocument.Parse(body).RootElement, "answer");
        else if (Status == 200) Assert.Empty(body);

        var stored = (await StoredAsync(host)).Skip(before).ToList();
        var becomes = Content.GetProperty("becomes");
        if (becomes.ValueKind == JsonValueKind.Null) Assert.Empty(stored);
        else AssertHolds(becomes, JsonDocument.Parse(Assert.Single(stored)).RootElement, "becomes");
    }

    private static async Task<List<string>> StoredAsync(RunningHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().Inbox.OrderBy(r => r.Id).Select(r => r.Payload).ToListAsync();
    }

    /// <summary>Every value that is expected is there; what else is there does not matter.</summary>
    private static void AssertHolds(JsonElement expected, JsonElement actual, string path)
    {
        Assert.True(expected.ValueKind == actual.ValueKind, $"{path}: {expected} was expected and {actual} found");
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in expected.EnumerateObject())
                {
                    Assert.True(actual.TryGetProperty(property.Name, out var value), $"{path}.{property.Name} is missing in {actual}");
                    AssertHolds(property.Value, value, $"{path}.{property.Name}");
                }

                // A thread that is not expected is a wrong place for the answer.
                if (!expected.TryGetProperty("thread", out _)) Assert.False(actual.TryGetProperty("thread", out _), $"{path}.thread was not expected");
                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
                for (var i = 0; i < expected.GetArrayLength(); i++) AssertHolds(expected[i], actual[i], $"{path}[{i}]");
                break;
            default:
                Assert.Equal(expected.ToString(), actual.ToString());
                break;
        }
    }

    private static string Folder(string test) => Path.Combine(Path.GetDirectoryName(test)!, "Payloads");
}
