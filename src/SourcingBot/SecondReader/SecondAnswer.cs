using System.Text.Json;
using SourcingBot.Risk;
using SourcingBot.Text;

namespace SourcingBot.SecondReader;

/// <summary>Reads what the second reader answered. Anything that is not exactly in the form that was asked for drops the whole answer. Pure.</summary>
public static class SecondAnswer
{
    private const int Longest = 20_000;
    private const int MostFindings = 5;
    private const int MostQuotes = 3;
    private const int ShortestQuote = 3;
    private const int LongestQuote = 300;

    /// <summary>Reads an answer.</summary>
    /// <param name="answer">What came back.</param>
    /// <param name="masked">The message that was sent: every quote must stand in it.</param>
    public static SecondReading Read(string answer, string masked)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(masked);
        if (answer.Length > Longest) return SecondReading.Without(SecondReadingStatus.Unusable);
        try
        {
            using var document = JsonDocument.Parse(answer, new JsonDocumentOptions { MaxDepth = 8 });
            return Read(document.RootElement, masked) ?? SecondReading.Without(SecondReadingStatus.Unusable);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return SecondReading.Without(SecondReadingStatus.Unusable);
        }
    }

    private static SecondReading? Read(JsonElement root, string masked)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("verdict", out var said) || !root.TryGetProperty("findings", out var list)) return null;
        Verdict? verdict = said.GetString() switch { "none" => Verdict.None, "caution" => Verdict.Caution, "high" => Verdict.High, _ => null };
        if (verdict is not { } known || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostFindings) return null;
        if (list.GetArrayLength() == 0 != (known == Verdict.None)) return null;
        var findings = new List<SecondFinding>();
        foreach (var element in list.EnumerateArray())
        {
            if (FindingOf(element, masked) is not { } finding || findings.Exists(f => f.Category == finding.Category)) return null;
            findings.Add(finding);
        }

        return new SecondReading(SecondReadingStatus.Read, known, findings);
    }

    private static SecondFinding? FindingOf(JsonElement element, string masked)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("category", out var category) || !element.TryGetProperty("quotes", out var quotes)) return null;
        if (category.GetString() is not { } id || !RiskRules.Categories.Contains(id) || quotes.ValueKind != JsonValueKind.Array || quotes.GetArrayLength() is 0 or > MostQuotes) return null;
        var spans = new List<TextSpan>();
        foreach (var quote in quotes.EnumerateArray())
        {
            if (quote.GetString() is not { Length: >= ShortestQuote and <= LongestQuote } words) return null;
            var at = masked.IndexOf(words, StringComparison.Ordinal);
            if (at < 0) return null;
            spans.Add(new TextSpan(at, words.Length));
        }

        return new SecondFinding(id, [.. spans.Distinct().OrderBy(s => s.Start)]);
    }
}
