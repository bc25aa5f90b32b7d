using System.Text.Json;

namespace SourcingBot.Risk.Training;

/// <summary>A message with what a person says of it.</summary>
/// <param name="Source">The file that it comes from: messages of one file share an author.</param>
/// <param name="Text">The message.</param>
/// <param name="Speaker">Who wrote it.</param>
/// <param name="Verdict">What to do about it.</param>
/// <param name="Flags">The categories of its live risks; empty exactly when the verdict is none.</param>
/// <param name="Optional">Categories that a careful reader may also name: they count neither way.</param>
public sealed record LabelledMessage(string Source, string Text, Speaker Speaker, Verdict Verdict, IReadOnlySet<string> Flags, IReadOnlySet<string> Optional)
{
    /// <summary>Reads JSON Lines.</summary>
    /// <param name="lines">The lines: `text`, `verdict` and `flags`, and `speaker` and `optional` where they are known. Empty lines are passed over.</param>
    /// <param name="source">The name of the file, for messages about faults too.</param>
    /// <exception cref="FormatException">A line cannot be read; the message names file, line and fault.</exception>
    public static IEnumerable<LabelledMessage> Read(IEnumerable<string> lines, string source)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            yield return Parse(line, source, number);
        }
    }

    private static LabelledMessage Parse(string line, string source, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var verdict = root.GetProperty("verdict").GetString() switch
            {
                "none" => Verdict.None,
                "caution" => Verdict.Caution,
                "high" => Verdict.High,
                _ => throw new FormatException($"{source} line {number}: \"verdict\" is not one of none, caution, high."),
            };
            var speaker = root.TryGetProperty("speaker", out var who) && Enum.TryParse<Speaker>(who.GetString(), ignoreCase: true, out var known) ? known : Speaker.Unknown;
            var flags = Names(root, "flags");
            if (flags.FirstOrDefault(f => !RiskRules.Categories.Contains(f)) is { } unknown) throw new FormatException($"{source} line {number}: there is no category “{unknown}”.");
            if (flags.Count == 0 != (verdict == Verdict.None)) throw new FormatException($"{source} line {number}: \"flags\" must be empty exactly when the verdict is none.");
            return new LabelledMessage(source, root.GetProperty("text").GetString() ?? string.Empty, speaker, verdict, flags, Names(root, "optional"));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"{source} line {number}: not a labelled message: {fault.Message}", fault);
        }
    }

    private static HashSet<string> Names(JsonElement root, string property) =>
        root.TryGetProperty(property, out var names) ? [.. names.EnumerateArray().Select(n => n.GetString() ?? string.Empty)] : [];
}
