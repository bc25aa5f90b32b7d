using SourcingBot.Risk.Scoring;

namespace SourcingBot.Risk;

/// <summary>A category that the answer names.</summary>
/// <param name="Category">The category.</param>
/// <param name="Rule">The rule that found it, by its place in <see cref="RiskRules.All"/>; -1 where only the wording is like earlier cases.</param>
/// <param name="Stops">Whether it means stop by itself.</param>
internal readonly record struct Named(string Category, int Rule, bool Stops);

/// <summary>
/// The one place that decides between none, caution and high. Rules say what they found and the learned score says how likely a live
/// risk is; this says what both amount to.
/// </summary>
internal static class VerdictPolicy
{
    /// <summary>Caution alone. Together with another named pressure they mean stop, from <see cref="RiskThresholds.Stacked"/> on.</summary>
    private static readonly string[] Stacking = ["full-prepayment", "too-good-price", "urgency-pressure"];

    /// <summary>What makes a stacking one mean stop when both are named. A stacking one is pressure for another.</summary>
    private static readonly string[] Pressure =
        ["full-prepayment", "too-good-price", "urgency-pressure", "off-platform-payment", "avoid-trade-assurance", "inspection-refusal", "extra-fee", "bank-change", "payee-mismatch"];

    /// <summary>Decides.</summary>
    /// <param name="matches">For each rule, in the order of <see cref="RiskRules.All"/>, what it found or null.</param>
    /// <param name="scores">The chances.</param>
    /// <param name="categories">The categories, in the order of the scores.</param>
    /// <param name="thresholds">From which chance on what is said.</param>
    /// <param name="named">Receives what the answer names; empty exactly when the verdict is none.</param>
    public static Verdict Decide(ReadOnlySpan<RuleMatch?> matches, RiskScores scores, IReadOnlyList<string> categories, RiskThresholds thresholds, List<Named> named)
    {
        named.Clear();
        if (!IsSpokenOf(matches, scores.Risky, thresholds)) return Verdict.None;

        var rules = RiskRules.All;
        for (var r = 0; r < matches.Length; r++)
        {
            if (matches[r] is not { } match) continue;
            if (ChanceOf(rules[r].Category, scores, categories) >= thresholds.RuleCategory) named.Add(new Named(rules[r].Category, r, match.Stops));
        }

        var likeliest = 0;
        for (var c = 0; c < categories.Count; c++)
        {
            if (scores.Categories[c] > scores.Categories[likeliest]) likeliest = c;
            if (scores.Categories[c] >= thresholds.Category) NameWording(categories[c], named);
        }

        if (named.Count == 0) NameWording(categories[likeliest], named);
        return IsStop(named, scores.High, thresholds) ? Verdict.High : Verdict.Caution;
    }

    /// <summary>Whether anything is said: the score is sure enough, or a rule fired and the score is nearly so. A critical rule that means stop needs less.</summary>
    private static bool IsSpokenOf(ReadOnlySpan<RuleMatch?> matches, float risky, RiskThresholds thresholds)
    {
        if (risky >= thresholds.Speak) return true;
        for (var r = 0; r < matches.Length; r++)
        {
            if (matches[r] is { } match && risky >= (IsCritical(RiskRules.All[r], match) ? thresholds.CriticalRule : thresholds.Rule)) return true;
        }

        return false;
    }

    /// <summary>A critical rule counts as such only where its match means stop by itself.</summary>
    private static bool IsCritical(RiskRule rule, RuleMatch match) => match.Stops && rule.Severity == Severity.Critical;

    private static bool IsStop(List<Named> named, float high, RiskThresholds thresholds)
    {
        if (high >= thresholds.High) return true;
        foreach (var one in named)
        {
            if (one.Stops && high >= (one.Rule >= 0 && RiskRules.All[one.Rule].Severity == Severity.Critical ? thresholds.CriticalStop : thresholds.Stop)) return true;
            if (!Stacking.Contains(one.Category)) continue;
            foreach (var other in named)
            {
                if (other.Category != one.Category && Pressure.Contains(other.Category) && high >= thresholds.Stacked) return true;
            }
        }

        return false;
    }

    private static void NameWording(string category, List<Named> named)
    {
        foreach (var one in named)
        {
            if (one.Category == category) return;
        }

        named.Add(new Named(category, -1, Categories.RiskCategory.Of(category).Stops));
    }

    private static float ChanceOf(string category, RiskScores scores, IReadOnlyList<string> categories)
    {
        for (var c = 0; c < categories.Count; c++)
        {
            if (categories[c] == category) return scores.Categories[c];
        }

        return 0;
    }
}
