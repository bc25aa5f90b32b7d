namespace SourcingBot.Risk.Training;

/// <summary>How well the score tells risky messages of one author from calm ones, trained on the other authors.</summary>
/// <param name="Source">The author's file.</param>
/// <param name="Messages">How many messages.</param>
/// <param name="Auc">The chance that a risky message scores higher than a calm one.</param>
/// <param name="RecallAt2">The share of risky messages found where 2 % of the calm ones raise an alarm.</param>
/// <param name="RecallAt5">The same at 5 %.</param>
/// <param name="RecallAt10">The same at 10 %.</param>
/// <param name="RecallAt15">The same at 15 %.</param>
public sealed record JudgementFigures(string Source, int Messages, double Auc, double RecallAt2, double RecallAt5, double RecallAt10, double RecallAt15)
{
    /// <summary>Measures.</summary>
    /// <param name="source">A name for the line.</param>
    /// <param name="scored">For each message its margin and whether it is risky; both kinds must occur.</param>
    public static JudgementFigures Of(string source, IReadOnlyCollection<(float Margin, bool Risky)> scored)
    {
        ArgumentNullException.ThrowIfNull(scored);
        var calm = scored.Where(s => !s.Risky).Select(s => s.Margin).Order().ToArray();
        var risky = scored.Where(s => s.Risky).Select(s => s.Margin).ToArray();
        double Recall(double alarms)
        {
            if (risky.Length == 0) return double.NaN;
            var threshold = calm.Length == 0 ? float.NegativeInfinity : calm[Math.Max(0, calm.Length - 1 - (int)(alarms * calm.Length))];
            return risky.Count(r => r > threshold) / (double)risky.Length;
        }

        var below = risky.Sum(r => (double)LowerBound(calm, r));
        return new JudgementFigures(source, scored.Count, below / ((double)risky.Length * calm.Length), Recall(0.02), Recall(0.05), Recall(0.10), Recall(0.15));
    }

    private static int LowerBound(float[] sorted, float value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
