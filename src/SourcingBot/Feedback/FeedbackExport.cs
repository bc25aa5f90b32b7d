using System.Text.Json;
using System.Text.Json.Serialization;
using SourcingBot.Risk;
using SourcingBot.Risk.Categories;

namespace SourcingBot.Feedback;

/// <summary>A labelled message as the trainer reads it.</summary>
/// <param name="Id">The event.</param>
/// <param name="Text">The message, account numbers masked.</param>
/// <param name="Verdict">What to do about it.</param>
/// <param name="Flags">The categories of its risks.</param>
public sealed record FeedbackLine(string Id, string Text, string Verdict, IReadOnlyList<string> Flags)
{
    /// <summary>As one line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, FeedbackJson.Default.FeedbackLine);
}

/// <summary>The JSON of labelled lines.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FeedbackLine))]
internal sealed partial class FeedbackJson : JsonSerializerContext;

/// <summary>Makes labelled messages of what people said. Pure.</summary>
public static class FeedbackExport
{
    /// <summary>The lines, one for each message of which people agree, in the order of the messages.</summary>
    /// <param name="rows">What people said.</param>
    /// <param name="contradicted">How many messages were left out because people disagree.</param>
    /// <param name="unnamed">How many were left out because no kind of risk is named: nobody said what was missed, or what the team knows warned and not the words.</param>
    public static IReadOnlyList<FeedbackLine> Lines(IEnumerable<FeedbackRow> rows, out int contradicted, out int unnamed)
    {
        ArgumentNullException.ThrowIfNull(rows);
        (contradicted, unnamed) = (0, 0);
        var lines = new List<FeedbackLine>();
        foreach (var message in rows.GroupBy(r => r.InboxId).OrderBy(g => g.Key))
        {
            if (message.Select(r => r.Opinion).Distinct().Count() > 1) contradicted++;
            else if (LineOf([.. message]) is { } line) lines.Add(line);
            else unnamed++;
        }

        return lines;
    }

    private static FeedbackLine? LineOf(IReadOnlyList<FeedbackRow> said)
    {
        var newest = said.MaxBy(r => r.SaidAt)!;
        var id = $"feedback-{newest.InboxId}";
        if (newest.Opinion == Opinion.FalseAlarm) return new FeedbackLine(id, newest.Text, "none", []);
        List<string> kinds = newest.Opinion == Opinion.Right ? [.. newest.Named.Split(',', StringSplitOptions.RemoveEmptyEntries)] : [.. said.Select(r => r.Category).OfType<string>().Distinct(StringComparer.Ordinal)];
        kinds.RemoveAll(k => !RiskRules.Categories.Contains(k));
        if (kinds.Count == 0) return null;

        // A missed message has no verdict of its own yet; the kinds that stop by themselves give it.
        var stops = newest.Opinion == Opinion.Right ? newest.Verdict == Verdict.High : kinds.Exists(k => RiskCategory.Of(k).Stops);
        return new FeedbackLine(id, newest.Text, stops ? "high" : "caution", kinds);
    }
}
