using System.Collections.Frozen;

namespace SourcingBot.Risk;

/// <summary>The built-in rules, found once in this assembly.</summary>
public static class RiskRules
{
    /// <summary>The closed set of categories that scripts and labels rely on.</summary>
    public static FrozenSet<string> Categories { get; } = new[]
    {
        "extra-fee", "off-platform-payment", "untraceable-payment", "off-platform-contact", "payee-mismatch", "bank-change", "ddp-ambiguity",
        "incoterm-gap", "full-prepayment", "balance-before-inspection", "inspection-refusal", "avoid-trade-assurance", "early-receipt",
        "dispute-withdrawal", "under-declaration", "price-change", "urgency-pressure", "vague-spec", "suspicious-pickup", "phishing-link",
        "overpayment-refund", "impersonation", "substitution", "compliance-evasion", "too-good-price", "claim-erosion", "brand-leak",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<RiskRule> All { get; } = Find();

    private static List<RiskRule> Find()
    {
        var rules = typeof(RiskRule).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(RiskRule)) && !t.IsAbstract)
            .Select(t => (RiskRule)Activator.CreateInstance(t)!).OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        foreach (var rule in rules)
        {
            if (rule.Id.Length == 0 || !rule.Id.All(c => char.IsAsciiLetterLower(c) || c == '-'))
                throw new InvalidOperationException($"The rule id “{rule.Id}” is not lower case words with hyphens.");
            if (!Categories.Contains(rule.Category)) throw new InvalidOperationException($"The rule {rule.Id} names the category “{rule.Category}”, which does not exist.");
        }

        var twice = rules.GroupBy(r => r.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? rules : throw new InvalidOperationException($"Two rules have the id {twice.Key}.");
    }
}
