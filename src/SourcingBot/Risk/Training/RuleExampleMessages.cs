namespace SourcingBot.Risk.Training;

/// <summary>The rules' own examples as labelled messages: what a rule promises, the score learns too.</summary>
internal static class RuleExampleMessages
{
    /// <summary>The source under which they count as one author.</summary>
    public const string Source = "rule examples";

    /// <summary>All examples of the built-in rules. Other categories than the rule's own count neither way.</summary>
    public static IEnumerable<LabelledMessage> All()
    {
        foreach (var rule in RiskRules.All)
        {
            var own = new HashSet<string>(StringComparer.Ordinal) { rule.Category };
            var others = RiskRules.Categories.Where(c => c != rule.Category).ToHashSet(StringComparer.Ordinal);
            var verdict = rule.Frames.Any(f => f.Stops) ? Verdict.High : Verdict.Caution;
            foreach (var example in rule.Fires) yield return new LabelledMessage(Source, example.Text, Speaker.Unknown, verdict, own, others);
            foreach (var example in rule.Silent) yield return new LabelledMessage(Source, example.Text, Speaker.Unknown, Verdict.None, new HashSet<string>(), new HashSet<string>());
        }
    }
}
