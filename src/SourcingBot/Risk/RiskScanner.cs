using NodaTime;
using SourcingBot.Risk.Categories;
using SourcingBot.Risk.Engine;
using SourcingBot.Risk.OwnRules;
using SourcingBot.Risk.Scoring;

namespace SourcingBot.Risk;

/// <summary>Judges one message, alone. Pure: no clock, no I/O; safe to call from many threads.</summary>
public sealed class RiskScanner
{
    /// <summary>The rule that a finding names when no rule fits word by word but the wording is like earlier cases of its category.</summary>
    public const string WordingRule = "wording";

    private readonly IReadOnlyList<RiskRule> _rules = RiskRules.All;
    private readonly RiskModel _model;

    [ThreadStatic]
    private static Workspace? _workspace;

    private readonly OwnRuleBook _own;

    private RiskScanner(RiskModel model, OwnRuleBook own) => (_model, _own) = (model, own);

    /// <summary>The scanner with the built-in rules and weights.</summary>
    public static RiskScanner BuiltIn { get; } = new(RiskModel.BuiltIn, OwnRuleBook.Empty);

    /// <summary>The same judge with a team's own rules beside the built-in ones. They can add to what is said, and silence nothing.</summary>
    /// <param name="own">The rules; what holds at the moment of judging counts.</param>
    public RiskScanner With(OwnRuleBook own) => new(_model, own);

    /// <summary>Reads and judges a message.</summary>
    /// <param name="text">The message as it was given.</param>
    /// <param name="speaker">Who wrote it.</param>
    /// <param name="anchor">The day it was sent, where known.</param>
    public RiskReport Scan(string text, Speaker speaker = Speaker.Unknown, LocalDate? anchor = null) => Scan(text, speaker, anchor, RiskThresholds.Asked);

    /// <summary>Reads and judges a message.</summary>
    /// <param name="text">The message as it was given.</param>
    /// <param name="speaker">Who wrote it.</param>
    /// <param name="anchor">The day it was sent, where known.</param>
    /// <param name="thresholds">From which chance on what is said.</param>
    internal RiskReport Scan(string text, Speaker speaker, LocalDate? anchor, RiskThresholds thresholds)
    {
        var message = Judge(text, speaker, anchor, out var work);
        var report = ReportOf(text, message, work, thresholds);
        message.Return();
        return report;
    }

    /// <summary>Reads and judges a message, and says what came near without being told.</summary>
    /// <param name="text">The message as it was given.</param>
    /// <param name="anchor">The day it was sent, where known.</param>
    /// <param name="thresholds">From which chance on what is said.</param>
    internal RiskExplanation Explain(string text, LocalDate? anchor, RiskThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(text);
        var message = Judge(text, Speaker.Unknown, anchor, out var work);
        var report = ReportOf(text, message, work, thresholds);
        var near = NearMisses.Of(message, work.Matches, work.Features, work.Scores, _model, [.. report.Findings.Select(f => f.Category)]);
        message.Return();
        return new RiskExplanation(report, [.. report.Findings.Select(Explained)], near);
    }

    private ExplainedFinding Explained(RiskFinding finding)
    {
        if (_own.Rules.FirstOrDefault(r => r.Id == finding.RuleId) is { } own) return new ExplainedFinding(finding, own.File, own.Fires.Count > 0 ? own.Fires[0].Text : null);

        // Where only the wording was found, an example of the same kind says more than none.
        var rule = _rules.FirstOrDefault(r => r.Id == finding.RuleId) ?? _rules.FirstOrDefault(r => r.Category == finding.Category);
        return new ExplainedFinding(finding, null, rule is { Fires: [var example, ..] } ? example.Text : null);
    }

    private TaggedMessage Judge(string text, Speaker speaker, LocalDate? anchor, out Workspace work)
    {
        ArgumentNullException.ThrowIfNull(text);
        var message = TaggedMessage.Read(text, anchor);
        work = _workspace ??= new Workspace(_rules.Count);
        for (var r = 0; r < _rules.Count; r++)
        {
            work.Matches[r] = _rules[r].Match(message);
            work.Fired[r] = work.Matches[r] is not null;
        }

        FeatureReader.Read(message, speaker, work.Fired, work.Features);
        _model.Score(work.Features, work.Scores);
        return message;
    }

    private RiskReport ReportOf(string text, TaggedMessage message, Workspace work, RiskThresholds thresholds)
    {
        var verdict = message.WordCount == 0 ? Verdict.None : VerdictPolicy.Decide(work.Matches, work.Scores, _model.Categories, thresholds, work.Named);
        var findings = verdict == Verdict.None ? [] : Findings(message, work);
        var own = _own.Matcher.Match(message);
        if (own.Count > 0)
        {
            findings = [.. own.Select(o => OfOwn(o.Rule, o.Evidence)).OrderByDescending(f => f.Severity), .. findings];
            if (own.Any(o => o.Rule.Stops)) verdict = Verdict.High;
            else if (verdict == Verdict.None) verdict = Verdict.Caution;
        }

        return new RiskReport(verdict, work.Scores.Risky, findings, message.Facts, findings.Length > 0 || Readability.IsRead(text, message));
    }

    private RiskFinding[] Findings(TaggedMessage message, Workspace work)
    {
        // What means stop comes first, then the worse; equals keep the order in which they were named.
        var named = work.Named;
        var findings = new RiskFinding[named.Count];
        for (var i = 0; i < findings.Length; i++)
        {
            var finding = named[i].Rule >= 0 ? OfRule(_rules[named[i].Rule], work.Matches[named[i].Rule]!) : OfWording(named[i].Category, message, work);
            var at = i;
            while (at > 0 && IsWorse(named[i].Stops, finding.Severity, work.Stops[at - 1], findings[at - 1].Severity))
            {
                (findings[at], work.Stops[at]) = (findings[at - 1], work.Stops[at - 1]);
                at--;
            }

            (findings[at], work.Stops[at]) = (finding, named[i].Stops);
        }

        return findings;
    }

    private static RiskFinding OfOwn(OwnRule rule, IReadOnlyList<Text.TextSpan> evidence) =>
        new(rule.Id, rule.Category, rule.Title, rule.Severity, evidence, rule.Why, rule.Do, rule.Reply, rule.Source, []);

    private static bool IsWorse(bool stops, Severity severity, bool otherStops, Severity otherSeverity) =>
        stops != otherStops ? stops : severity > otherSeverity;

    private static RiskFinding OfRule(RiskRule rule, RuleMatch match) => new(
        rule.Id, rule.Category, rule.Title, rule.Severity, match.Joined(), rule.Why, rule.Do, ReplyOf(rule, match), rule.Source, match.OpenQuestions);

    /// <summary>What is open is asked in the reply itself, so that one paste asks all of it and nothing that was answered.</summary>
    private static string ReplyOf(RiskRule rule, RuleMatch match) =>
        match.OpenQuestions.Count == 0 ? rule.Reply : string.Join("\n- ", match.OpenQuestions.Prepend(rule.Reply));

    private RiskFinding OfWording(string id, TaggedMessage message, Workspace work)
    {
        var place = 0;
        while (_model.Categories[place] != id) place++;
        var (category, evidence) = (RiskCategory.Of(id), WordingEvidence.Of(message, work.Features, _model, place).Joined());
        return new RiskFinding(WordingRule, id, category.Title, category.Severity, evidence, category.Why, category.Do, category.Reply, category.Source, []);
    }

    /// <summary>What judging one message needs, kept for the next on the same thread.</summary>
    private sealed class Workspace(int rules)
    {
        public RuleMatch?[] Matches { get; } = new RuleMatch?[rules];

        public bool[] Fired { get; } = new bool[rules];

        public FeatureList Features { get; } = new();

        public RiskScores Scores { get; } = new();

        public List<Named> Named { get; } = [];

        /// <summary>Whether each finding means stop; as many as there can be findings.</summary>
        public bool[] Stops { get; } = new bool[rules + RiskScores.MostCategories];
    }
}
