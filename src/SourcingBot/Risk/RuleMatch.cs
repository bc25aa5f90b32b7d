using SourcingBot.Text;

namespace SourcingBot.Risk;

/// <summary>Where a rule found its pattern.</summary>
/// <param name="Evidence">The words that matter.</param>
/// <param name="Stops">Whether by itself it means stop; else it means ask.</param>
/// <param name="OpenQuestions">What the message leaves open.</param>
internal sealed record RuleMatch(IReadOnlyList<TextSpan> Evidence, bool Stops, IReadOnlyList<string> OpenQuestions)
{
    /// <summary>Stretches with no more than this between them are shown as one.</summary>
    private const int Near = 12;

    /// <summary>The evidence in the order of the text, overlapping stretches joined.</summary>
    public IReadOnlyList<TextSpan> Joined()
    {
        var spans = Evidence.ToArray();
        Array.Sort(spans, static (x, y) => x.Start.CompareTo(y.Start));
        var count = 0;
        foreach (var span in spans)
        {
            if (count > 0 && spans[count - 1].End + Near >= span.Start) spans[count - 1] = spans[count - 1].Union(span);
            else spans[count++] = span;
        }

        return count == spans.Length ? spans : spans[..count];
    }
}
