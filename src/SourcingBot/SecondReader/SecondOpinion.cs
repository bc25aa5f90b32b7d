using SourcingBot.Risk;
using SourcingBot.Risk.Categories;

namespace SourcingBot.SecondReader;

/// <summary>Joins the second reader's word to the bot's own judgement. It can add and raise by one step; it never lowers a verdict and silences nothing. Pure.</summary>
public static class SecondOpinion
{
    /// <summary>The rule that a finding of the second reader names.</summary>
    public const string Rule = "second-reader";

    /// <summary>Whether a judgement is unsure enough to ask: the chance lies in the middle, and nothing says stop already.</summary>
    /// <param name="report">The bot's own judgement.</param>
    /// <param name="options">From where to where it is asked.</param>
    public static bool IsWanted(RiskReport report, SecondReaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(options);
        return report is { Readable: true, Verdict: not Verdict.High } && report.Score is { } score && score >= options.From && score <= options.To;
    }

    /// <summary>The judgement with what the second reader adds.</summary>
    /// <param name="report">The bot's own judgement.</param>
    /// <param name="reading">The second reader's.</param>
    public static RiskReport Join(RiskReport report, SecondReading reading)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Status != SecondReadingStatus.Read || reading.Findings.Count == 0) return report;
        var added = reading.Findings.Where(f => !report.Findings.Any(own => own.Category == f.Category)).Select(FindingOf).ToList();
        var raised = reading.Verdict <= report.Verdict ? report.Verdict : report.Verdict == Verdict.None ? Verdict.Caution : Verdict.High;
        return raised == report.Verdict && added.Count == 0 ? report : report with { Verdict = raised, Findings = [.. report.Findings, .. added] };
    }

    /// <summary>What a person reads is the category's own text: the reader's prose is from outside.</summary>
    private static RiskFinding FindingOf(SecondFinding finding)
    {
        var category = RiskCategory.Of(finding.Category);
        return new RiskFinding(Rule, category.Id, category.Title, category.Severity, finding.Evidence, category.Why, category.Do, category.Reply, category.Source, []);
    }
}
