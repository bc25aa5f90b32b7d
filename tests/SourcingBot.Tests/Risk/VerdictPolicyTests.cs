using SourcingBot.Risk;
using SourcingBot.Risk.Scoring;
using SourcingBot.Text;

namespace SourcingBot.Tests.Risk;

public sealed class VerdictPolicyTests
{
    private static readonly string[] Categories = [.. RiskRules.Categories.Order(StringComparer.Ordinal)];

    [Fact]
    public void A_likely_urgent_tone_alone_asks_and_with_another_pressure_stops()
    {
        Assert.Equal(Verdict.Caution, Decide(risky: 0.8f, high: 0.35f, [], ("urgency-pressure", 0.8f)));
        Assert.Equal(Verdict.High, Decide(risky: 0.8f, high: 0.35f, [], ("urgency-pressure", 0.8f), ("full-prepayment", 0.7f)));
        Assert.Equal(Verdict.Caution, Decide(risky: 0.8f, high: 0.35f, [], ("ddp-ambiguity", 0.8f), ("incoterm-gap", 0.7f)));
    }

    [Fact]
    public void A_calm_message_is_not_spoken_of_whatever_its_categories()
    {
        Assert.Equal(Verdict.None, Decide(risky: 0.1f, high: 0.9f, [], ("bank-change", 0.9f)));
    }

    [Fact]
    public void A_rule_that_fired_needs_less_of_the_score_and_a_critical_one_least()
    {
        const float Between = 0.5f;
        Assert.True(Between < RiskThresholds.Asked.Rule && Between > RiskThresholds.Asked.CriticalRule);
        Assert.Equal(Verdict.None, Decide(Between, high: 0.3f, [], ("bank-change", 0.5f)));
        Assert.Equal(Verdict.None, Decide(Between, high: 0.3f, ["urgency-pressure"], ("urgency-pressure", 0.5f)));
        Assert.Equal(Verdict.High, Decide(Between, high: 0.3f, ["bank-account-changed"], ("bank-change", 0.5f)));
    }

    [Fact]
    public void A_risky_message_of_no_sure_category_names_the_likeliest()
    {
        var named = new List<Named>();
        Assert.Equal(Verdict.Caution, Decide(named, risky: 0.7f, high: 0.2f, [], ("vague-spec", 0.2f), ("substitution", 0.1f)));
        Assert.Equal("vague-spec", Assert.Single(named).Category);
    }

    private static Verdict Decide(float risky, float high, string[] fired, params (string Category, float Chance)[] chances) =>
        Decide([], risky, high, fired, chances);

    private static Verdict Decide(List<Named> named, float risky, float high, string[] fired, params (string Category, float Chance)[] chances)
    {
        var scores = new RiskScores { Risky = risky, High = high };
        foreach (var (category, chance) in chances) scores.Categories[Array.IndexOf(Categories, category)] = chance;
        var matches = RiskRules.All.Select(r => fired.Contains(r.Id) ? new RuleMatch([new TextSpan(0, 1)], r.Frames.Any(f => f.Stops), []) : null).ToArray();
        return VerdictPolicy.Decide(matches, scores, Categories, RiskThresholds.Asked, named);
    }
}
