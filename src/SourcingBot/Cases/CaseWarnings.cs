using SourcingBot.Chat;
using SourcingBot.Orders;
using SourcingBot.Quotes;
using SourcingBot.Resources;
using SourcingBot.Risk;

namespace SourcingBot.Cases;

/// <summary>Judges words that were told in a case: a supplier who asks to withdraw it, or to be paid elsewhere, is answered with a warning at once. Pure.</summary>
/// <param name="scanner">The judge.</param>
internal sealed class CaseWarnings(RiskScanner scanner)
{
    /// <summary>Fewer words are a name or a number.</summary>
    private const int Fewest = 5;

    private const int Most = 2;

    /// <summary>The warnings, the worst first; empty where there is none.</summary>
    /// <param name="words">The words; from outside.</param>
    public IEnumerable<LeadLine> Of(string words)
    {
        if (Word.Of(words).Count < Fewest) return [];
        var report = scanner.Scan(words, Speaker.Unknown);
        return report.Verdict == Verdict.None ? [] : report.Findings.Take(Most).Select(f => new LeadLine(report.Verdict == Verdict.High ? Tone.Danger : Tone.Caution, When.Say(CaseWords.Warning, f.Title, f.Do)));
    }
}
