using SourcingBot.Quotes;
using SourcingBot.Text;

namespace SourcingBot.Risk;

/// <summary>Who wrote a message.</summary>
public enum Speaker
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>The seller.</summary>
    Supplier,

    /// <summary>The bot's own side.</summary>
    Buyer,

    /// <summary>Who moves the goods.</summary>
    Forwarder,
}

/// <summary>What to do about a message.</summary>
public enum Verdict
{
    /// <summary>Nothing to say.</summary>
    None,

    /// <summary>Ask a question first.</summary>
    Caution,

    /// <summary>Stop, do not pay.</summary>
    High,
}

/// <summary>How bad it is if the pattern is real; orders and colours findings. The verdict follows its own rules.</summary>
public enum Severity
{
    /// <summary>Tidy up.</summary>
    Low,

    /// <summary>Ask and keep a record.</summary>
    Medium,

    /// <summary>Hold and verify.</summary>
    High,

    /// <summary>Money is likely gone: stop the payment.</summary>
    Critical,
}

/// <summary>One scam pattern found in a message.</summary>
/// <param name="RuleId">The rule's id, as "bank-account-changed".</param>
/// <param name="Category">The category of the closed set, as "bank-change".</param>
/// <param name="Title">The pattern in a few words, for a heading.</param>
/// <param name="Severity">How bad it is if real.</param>
/// <param name="Evidence">The words that matter, in the order of the text; at least one.</param>
/// <param name="Why">Why it matters, one or two sentences.</param>
/// <param name="Do">What to do now.</param>
/// <param name="Reply">A reply to send to the supplier, ready to paste; it asks the open questions.</param>
/// <param name="Source">Where the knowledge comes from.</param>
/// <param name="OpenQuestions">Questions that the offer leaves open, for patterns that are an absence; else empty.</param>
public sealed record RiskFinding(
    string RuleId, string Category, string Title, Severity Severity, IReadOnlyList<TextSpan> Evidence,
    string Why, string Do, string Reply, string Source, IReadOnlyList<string> OpenQuestions);

/// <summary>What was made of one message.</summary>
/// <param name="Verdict">What to do.</param>
/// <param name="Score">The chance, 0 to 1, that the message holds a live risk; null until a calibrated model gives one.</param>
/// <param name="Findings">The worst first; empty exactly when the verdict is none.</param>
/// <param name="Facts">What the message states.</param>
/// <param name="Readable">False where the message is in a language that the bot does not read; the verdict is then none and means nothing.</param>
public sealed record RiskReport(Verdict Verdict, double? Score, IReadOnlyList<RiskFinding> Findings, Quote Facts, bool Readable);
