namespace SourcingBot.Risk.Training;

/// <summary>How well the whole judge decides, rules, score and policy together, on messages whose authors the score had not read.</summary>
/// <param name="Recall">The share of risky messages that something is said of.</param>
/// <param name="FalseAlarms">The share of calm messages that something is said of.</param>
/// <param name="MissedStops">The share of messages that mean stop of which nothing is said.</param>
/// <param name="FoundStops">The share of messages that mean stop that are called so.</param>
/// <param name="FlagPrecision">Of the categories named, the share that is right; optional ones count neither way.</param>
/// <param name="FlagRecall">Of the categories labelled, the share that is named.</param>
public sealed record DecisionFigures(double Recall, double FalseAlarms, double MissedStops, double FoundStops, double FlagPrecision, double FlagRecall)
{
    /// <summary>The harmonic mean of precision and recall of the categories.</summary>
    public double FlagF1 => 2 * FlagPrecision * FlagRecall / (FlagPrecision + FlagRecall);

    /// <summary>Measures.</summary>
    /// <param name="decided">Each message with the verdict and the categories that were named.</param>
    public static DecisionFigures Of(IReadOnlyCollection<(LabelledMessage Message, Verdict Verdict, IReadOnlyCollection<string> Named)> decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        double Share(Func<LabelledMessage, bool> of, Func<Verdict, bool> said)
        {
            var asked = decided.Where(d => of(d.Message)).ToList();
            return asked.Count == 0 ? double.NaN : asked.Count(d => said(d.Verdict)) / (double)asked.Count;
        }

        var right = decided.Sum(d => d.Named.Count(d.Message.Flags.Contains));
        var wrong = decided.Sum(d => d.Named.Count(n => !d.Message.Flags.Contains(n) && !d.Message.Optional.Contains(n)));
        var labelled = decided.Sum(d => d.Message.Flags.Count(f => !d.Message.Optional.Contains(f)));
        return new DecisionFigures(
            Share(m => m.Verdict != Verdict.None, v => v != Verdict.None), Share(m => m.Verdict == Verdict.None, v => v != Verdict.None),
            Share(m => m.Verdict == Verdict.High, v => v == Verdict.None), Share(m => m.Verdict == Verdict.High, v => v == Verdict.High),
            right / (double)Math.Max(1, right + wrong), right / (double)Math.Max(1, labelled));
    }
}
