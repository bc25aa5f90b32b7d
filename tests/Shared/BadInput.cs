using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SourcingBot.Testing;

/// <summary>Input that is wrong or hostile, for the tests of every endpoint.</summary>
public static class BadInput
{
    /// <summary>Words that break out of a careless card, page, log or database, and that raise an answer which quotes them.</summary>
    public const string Words = SampleAnswers.Hostile + "\0 \u0001\u001b[31m \ufeff \u2066x\u2069 \u200f\u061c <@U9|x> <!subteam^S1> <https://evil.example|bank> [x](javascript:alert(1)) <img src=x onerror=alert(1)> '; DROP TABLE inbox; -- {0} %s ../../etc/passwd";

    /// <summary>Half a character, as JSON writes it; no .NET text can hold it on its way here.</summary>
    public const string HalfCharacter = "\\ud800";

    /// <summary>A long word, in whose place <see cref="HostileTexts"/> leaves room for what only JSON can write.</summary>
    public static readonly string LongWord = new('x', 20_000);

    /// <summary>Bodies that are no JSON object, by name.</summary>
    public static IReadOnlyDictionary<string, byte[]> NoObjects { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["empty"] = [],
        ["blank"] = " \r\n"u8.ToArray(),
        ["null"] = "null"u8.ToArray(),
        ["list"] = "[]"u8.ToArray(),
        ["number"] = "1e999"u8.ToArray(),
        ["text"] = "\"type\""u8.ToArray(),
        ["cut"] = "{\"type\":\"mess"u8.ToArray(),
        ["two"] = "{}{}"u8.ToArray(),
        ["comment"] = "{/*x*/}"u8.ToArray(),
        ["no UTF-8"] = [.. "{\"type\":\""u8, 0xff, 0xfe, .. "\"}"u8],
        ["NULs"] = new byte[64],
        ["deep lists"] = Encoding.UTF8.GetBytes(new string('[', 100_000)),
        ["deep objects"] = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"event\":", 50_000)) + "1" + new string('}', 50_000)),
        ["form"] = "payload=%7B%7D&type=message"u8.ToArray(),
    };

    /// <summary>The names of <see cref="NoObjects"/>.</summary>
    public static TheoryData<string> NoObjectNames => [.. NoObjects.Keys];

    /// <summary>The payload once for every field in it and every wrong type, and once without the field.</summary>
    /// <param name="payload">A right payload.</param>
    public static IEnumerable<JsonNode> WrongTypes(JsonElement payload)
    {
        string?[] wrong = ["null", "7", "[{\"id\":[1]},null,\"x\"]", "{\"id\":{\"id\":1},\"text\":[2]}", null];
        foreach (var path in Paths(JsonNode.Parse(payload.GetRawText())!))
        {
            foreach (var value in wrong) yield return With(payload, path, value is null ? null : () => JsonNode.Parse(value), remove: value is null);
        }
    }

    /// <summary>The payload once for every text in it, with hostile words in its place.</summary>
    /// <param name="payload">A right payload.</param>
    public static IEnumerable<JsonNode> HostileTexts(JsonElement payload)
    {
        foreach (var path in Paths(JsonNode.Parse(payload.GetRawText())!).Where(p => p.IsText))
        {
            foreach (var words in new[] { Words, "\0", LongWord })
                yield return With(payload, path, () => JsonValue.Create(words), remove: false);
        }
    }

    private static JsonNode With(JsonElement payload, FieldPath path, Func<JsonNode?>? value, bool remove)
    {
        var changed = JsonNode.Parse(payload.GetRawText())!;
        var parent = path.Steps.SkipLast(1).Aggregate(changed, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (path.Steps[^1] is int at) parent.AsArray()[at] = value?.Invoke();
        else if (remove) parent.AsObject().Remove((string)path.Steps[^1]);
        else parent[(string)path.Steps[^1]] = value?.Invoke();
        return changed;
    }

    private static IEnumerable<FieldPath> Paths(JsonNode node)
    {
        var children = node switch
        {
            JsonObject o => o.Select(p => ((object)p.Key, p.Value)),
            JsonArray a => a.Select((v, i) => ((object)i, v)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            yield return new FieldPath([step], child is JsonValue value && value.GetValueKind() == JsonValueKind.String);
            if (child is null) continue;
            foreach (var below in Paths(child)) yield return below with { Steps = [step, .. below.Steps] };
        }
    }

    private sealed record FieldPath(object[] Steps, bool IsText);
}
