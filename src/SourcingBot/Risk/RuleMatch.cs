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

    /// <summary>Both matches of one rule as one.</summary>
    /// <param name="other">The other.</param>
    public RuleMatch And(RuleMatch other) => new([.. Evidence, .. other.Evidence], Stops || other.Stops, OpenQuestions);

    /// <summary>The evidence in the order of the text, overlapping stretches joined.</summary>
    public IReadOnlyList<TextSpan> Joined()
    {
        var joined = new List<TextSpan>();
        foreach (var span in Evidence.OrderBy(s => s.Start))
        {
            if (joined.Count > 0 && joined[^1].End + Near >= span.Start) joined[^1] = joined[^1].Union(span);
            else joined.Add(span);
        }

        return joined;
    }
}
