using SourcingBot.Risk.Categories;
using SourcingBot.Risk.Engine;
using SourcingBot.Risk.Scoring;
using SourcingBot.Text;

namespace SourcingBot.Risk;

/// <summary>Finds the patterns that came near in a message without being told.</summary>
internal static class NearMisses
{
    /// <summary>More than so many would bury the nearest.</summary>
    private const int Most = 4;

    /// <summary>Words that only remind of a category are told from this chance on.</summary>
    private const float Reminding = 0.06f;

    /// <summary>A pattern whose words stand apart is told from this chance of its category on: the words of some patterns stand in every mail.</summary>
    private const float Apart = 0.005f;

    /// <summary>Finds them.</summary>
    /// <param name="message">The message.</param>
    /// <param name="matches">What each rule found.</param>
    /// <param name="features">The message's features.</param>
    /// <param name="scores">The chances.</param>
    /// <param name="model">The model.</param>
    /// <param name="named">Categories that were told.</param>
    public static IReadOnlyList<NearMiss> Of(TaggedMessage message, ReadOnlySpan<RuleMatch?> matches, FeatureList features, RiskScores scores, RiskModel model, HashSet<string> named)
    {
        var near = new List<(float Chance, NearMiss Miss)>();
        for (var r = 0; r < matches.Length; r++)
        {
            var rule = RiskRules.All[r];
            if (named.Contains(rule.Category)) continue;
            var chance = scores.Categories[PlaceOf(rule.Category, model)];
            if (matches[r] is { } match) near.Add((2 + chance, new NearMiss(rule.Category, rule.Title, Nearness.Together, match.Joined())));
            else if (NearestFrame(rule, message) is { } nearest && (nearest.Nearness != Nearness.Apart || chance >= Apart))
                near.Add((nearest.Nearness == Nearness.Apart ? chance : 1 + chance, new NearMiss(rule.Category, rule.Title, nearest.Nearness, nearest.Evidence)));
        }

        for (var c = 0; c < model.Categories.Count; c++)
        {
            var id = model.Categories[c];
            if (scores.Categories[c] < Reminding || named.Contains(id) || near.Exists(n => n.Miss.Category == id)) continue;
            near.Add((scores.Categories[c], new NearMiss(id, RiskCategory.Of(id).Title, Nearness.Reminded, WordingEvidence.Of(message, features, model, c).Joined())));
        }

        // The nearest of each category: three rules of one category say the same thing three times.
        return [.. near.OrderByDescending(n => n.Chance).DistinctBy(n => n.Miss.Category).Take(Most).Select(n => n.Miss)];
    }

    /// <summary>The frame of a rule that came nearest: what stands together counts before what stands apart.</summary>
    private static (Nearness Nearness, IReadOnlyList<TextSpan> Evidence)? NearestFrame(RiskRule rule, TaggedMessage message)
    {
        (Nearness Nearness, IReadOnlyList<TextSpan> Evidence)? nearest = null;
        foreach (var frame in rule.Frames)
        {
            if (FrameNearness.Of(frame, message) is { } here && (nearest is null || here.Nearness < nearest.Value.Nearness)) nearest = here;
        }

        return nearest;
    }

    private static int PlaceOf(string category, RiskModel model)
    {
        var place = 0;
        while (model.Categories[place] != category) place++;
        return place;
    }
}
