using SourcingBot.Chat;
using SourcingBot.Flows;
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

    /// <summary>The warnings about a supplier's words, the worst first; empty where there is none.</summary>
    /// <param name="words">The words; from outside.</param>
    public IEnumerable<LeadLine> Of(string words) => Of(words, null);

    /// <summary>The warnings about an answer. What a team tells of itself is not judged, and what a case is about is not told twice.</summary>
    /// <param name="kind">What the case is for.</param>
    /// <param name="question">The question that the words answer.</param>
    /// <param name="words">The words; from outside.</param>
    public IEnumerable<LeadLine> Of(FlowKind kind, Question question, string words)
    {
        ArgumentNullException.ThrowIfNull(question);
        var isSuppliers = kind == FlowKind.Dispute ? question.Kind is AnswerKind.Text or AnswerKind.Evidence : question.Id == TextReaders.Question;
        return isSuppliers ? Of(words, kind == FlowKind.Ddp ? "ddp-ambiguity" : null, kind == FlowKind.Dispute) : [];
    }

    /// <summary>In a dispute the goods were bought long ago: what tells of a quote is out of place there.</summary>
    private static readonly HashSet<string> OfQuotes = new(StringComparer.Ordinal) { "too-good-price", "vague-spec", "incoterm-gap", "full-prepayment", "ddp-ambiguity" };

    private IEnumerable<LeadLine> Of(string words, string? without, bool inDispute = false)
    {
        if (Word.Of(words).Count < Fewest) return [];
        var report = scanner.Scan(words, Speaker.Unknown);
        return report.Verdict == Verdict.None ? [] : report.Findings.Where(f => f.Category != without && !(inDispute && OfQuotes.Contains(f.Category))).Take(Most).Select(f => new LeadLine(report.Verdict == Verdict.High ? Tone.Danger : Tone.Caution, When.Say(CaseWords.Warning, f.Title, f.Do)));
    }
}
