using System.Text.Json;
using SourcingBot.Quotes;

namespace SourcingBot.Risk;

/// <summary>Writes what was made of a message as JSON, in the shape that scripts rely on.</summary>
public static class RiskReportJson
{
    /// <summary>Writes the object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="id">The caller's id of the message, or null.</param>
    /// <param name="text">The message as it was given.</param>
    /// <param name="report">What was made of it.</param>
    public static void Write(Utf8JsonWriter json, string? id, string text, RiskReport report)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(report);
        json.WriteStartObject();
        if (id is not null) json.WriteString("id", id);
        json.WriteString("verdict", report.Verdict switch { Verdict.High => "high", Verdict.Caution => "caution", _ => "none" });
        if (report.Score is { } score) json.WriteNumber("score", Math.Round(score, 4));

        // Only where it is so: "none" of a message that was not understood must not pass for harmless.
        if (!report.Readable) json.WriteBoolean("readable", false);
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings) Write(json, text, finding);
        json.WriteEndArray();
        json.WritePropertyName("facts");
        QuoteJson.Write(json, report.Facts);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string text, RiskFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.RuleId);
        json.WriteString("category", finding.Category);
        json.WriteString("severity", finding.Severity switch { Severity.Critical => "critical", Severity.High => "high", Severity.Medium => "medium", _ => "low" });
        json.WriteStartArray("evidence");
        foreach (var span in finding.Evidence)
        {
            json.WriteStartObject();
            json.WriteNumber("start", span.Start);
            json.WriteNumber("length", span.Length);
            json.WriteString("text", text.AsSpan(span.Start, span.Length));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("why", finding.Why);
        json.WriteString("do", finding.Do);
        json.WriteString("reply", finding.Reply);
        json.WriteString("source", finding.Source);
        if (finding.OpenQuestions.Count > 0)
        {
            json.WriteStartArray("openQuestions");
            foreach (var question in finding.OpenQuestions) json.WriteStringValue(question);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
