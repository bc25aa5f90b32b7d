namespace SourcingBot.Risk;

/// <summary>Runs a rule's own examples.</summary>
public static class RuleExamples
{
    /// <summary>A line for each example that comes out otherwise than it says: one that does not fire, or a look-alike on which any rule does.</summary>
    /// <param name="rule">The rule.</param>
    public static IEnumerable<string> Wrong(RiskRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        foreach (var example in rule.Fires)
        {
            if (!RiskScanner.BuiltIn.Scan(example.Text).Findings.Any(f => f.RuleId == rule.Id)) yield return $"{rule.Id}: silent, but should fire: {example.Text}";
        }

        foreach (var example in rule.Silent)
        {
            if (RiskScanner.BuiltIn.Scan(example.Text).Findings is [var found, ..]) yield return $"{rule.Id}: {found.RuleId} fires, but nothing should: {example.Text}";
        }
    }
}
