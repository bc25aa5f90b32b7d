using NodaTime;
using SourcingBot.Quotes;
using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk;

/// <summary>Judges one message, alone. Pure: no clock, no I/O; safe to call from many threads.</summary>
public sealed class RiskScanner
{
    private readonly IReadOnlyList<RiskRule> _rules = RiskRules.All;

    /// <summary>The scanner with the built-in rules.</summary>
    public static RiskScanner BuiltIn { get; } = new();

    /// <summary>Reads and judges a message.</summary>
    /// <param name="text">The message as it was given.</param>
    /// <param name="speaker">Who wrote it.</param>
    /// <param name="anchor">The day it was sent, where known.</param>
    public RiskReport Scan(string text, Speaker speaker = Speaker.Unknown, LocalDate? anchor = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var facts = QuoteReader.Read(text, anchor);
        var message = new TaggedMessage(text, facts);
        var matches = new List<(RiskRule Rule, RuleMatch Match)>();
        foreach (var rule in _rules)
        {
            if (rule.Match(message) is { } match) matches.Add((rule, match));
        }

        var verdict = VerdictPolicy.Of([.. matches.Select(m => (m.Rule.Category, m.Match.Stops))]);
        var findings = matches.OrderByDescending(m => m.Match.Stops).ThenByDescending(m => m.Rule.Severity).Select(m => Finding(m.Rule, m.Match)).ToList();
        return new RiskReport(verdict, null, findings, facts, findings.Count > 0 || Readability.IsRead(text, message));
    }

    private static RiskFinding Finding(RiskRule rule, RuleMatch match) => new(
        rule.Id, rule.Category, rule.Title, rule.Severity, match.Joined(), rule.Why, rule.Do, rule.Reply, rule.Source, match.OpenQuestions);
}
