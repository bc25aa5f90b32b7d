namespace SourcingBot.Risk.OwnRules;

/// <summary>Runs the examples of a team's own rules.</summary>
public static class OwnRuleExamples
{
    /// <summary>A line for each example that comes out otherwise than it says, with file and line.</summary>
    /// <param name="book">The rules.</param>
    public static IEnumerable<string> Wrong(OwnRuleBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var scanner = RiskScanner.BuiltIn.With(book);
        foreach (var rule in book.Rules)
        {
            foreach (var example in rule.Fires)
            {
                if (!Fires(scanner, rule, example.Text)) yield return $"{rule.File}:{example.Line}: {rule.Id} is silent, but should fire: {example.Text}";
            }

            foreach (var example in rule.Silent)
            {
                if (Fires(scanner, rule, example.Text)) yield return $"{rule.File}:{example.Line}: {rule.Id} fires, but should not: {example.Text}";
            }
        }
    }

    private static bool Fires(RiskScanner scanner, OwnRule rule, string text) => scanner.Scan(text).Findings.Any(f => f.RuleId == rule.Id);
}
