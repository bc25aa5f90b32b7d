using SourcingBot.Risk.Engine;
using SourcingBot.Risk.Scoring;

namespace SourcingBot.Risk.Training;

/// <summary>Decides on messages with the margins that a score gave which had not read their author.</summary>
/// <param name="messages">The messages.</param>
/// <param name="unseen">Their margins, from <see cref="RiskTrainer.LeaveOneSourceOut"/>.</param>
/// <param name="weights">The calibration.</param>
internal sealed class LeftOutDecisions(IReadOnlyList<LabelledMessage> messages, float[][] unseen, RiskWeights weights)
{
    /// <summary>The verdict and the named categories of each message.</summary>
    /// <param name="thresholds">From which chance on what is said.</param>
    public List<(LabelledMessage Message, Verdict Verdict, IReadOnlyCollection<string> Named)> Decide(RiskThresholds thresholds)
    {
        var decided = new List<(LabelledMessage, Verdict, IReadOnlyCollection<string>)>(messages.Count);
        var matches = new RuleMatch?[RiskRules.All.Count];
        var named = new List<Named>();
        var scores = new RiskScores();
        for (var i = 0; i < messages.Count; i++)
        {
            var message = TaggedMessage.Read(messages[i].Text);
            for (var r = 0; r < matches.Length; r++) matches[r] = RiskRules.All[r].Match(message);
            message.Return();
            (scores.Risky, scores.High) = (Chance(i, RiskModel.Risky), Chance(i, RiskModel.High));
            for (var c = 0; c < weights.Categories.Length; c++) scores.Categories[c] = Chance(i, RiskModel.FirstCategory + c);
            var verdict = VerdictPolicy.Decide(matches, scores, weights.Categories, thresholds, named);
            decided.Add((messages[i], verdict, named.Select(n => n.Category).ToHashSet(StringComparer.Ordinal)));
        }

        return decided;
    }

    /// <summary>Calibration: for each tenth of the chances, how many messages, the mean chance told, and the share that is risky.</summary>
    public IEnumerable<(int Tenth, int Messages, double Told, double Risky)> Calibration() =>
        messages.Select((m, i) => (Chance: Chance(i, RiskModel.Risky), Risky: m.Verdict != Verdict.None)).GroupBy(s => Math.Min(9, (int)(s.Chance * 10))).OrderBy(g => g.Key)
            .Select(g => (g.Key, g.Count(), g.Average(s => (double)s.Chance), g.Count(s => s.Risky) / (double)g.Count()));

    private float Chance(int message, int question) => weights.Chance(question, unseen[message][question]);
}
