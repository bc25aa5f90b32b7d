using SourcingBot.Risk;

namespace SourcingBot.Tests.Risk;

/// <summary>Every rule carries the messages that prove it; each rule is one case here.</summary>
public sealed class RiskRuleExamplesTests
{
    /// <summary>The ids of the built-in rules.</summary>
    public static TheoryData<string> Rules => [.. RiskRules.All.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_fires_on_its_examples_and_no_rule_on_its_look_alikes(string id)
    {
        Assert.Empty(RuleExamples.Wrong(RuleOf(id)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_says_why_what_to_do_what_to_reply_and_how_it_knows(string id)
    {
        var rule = RuleOf(id);
        Assert.All([rule.Title, rule.Why, rule.Do, rule.Reply, rule.Source], Assert.NotEmpty);
        Assert.True(rule.Fires.Count >= 5, "fewer than five examples that fire");
        Assert.True(rule.Silent.Count >= 5, "fewer than five look-alikes");
    }

    private static RiskRule RuleOf(string id) => Assert.Single(RiskRules.All, r => r.Id == id);
}
