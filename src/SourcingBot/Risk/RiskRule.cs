using SourcingBot.Risk.Engine;
using SourcingBot.Text;

namespace SourcingBot.Risk;

/// <summary>A message that shows what a rule is for.</summary>
/// <param name="Text">The message.</param>
/// <param name="Language">Its language, as "en".</param>
public sealed record RuleExample(string Text, string Language = "en");

/// <summary>One scam pattern: what it looks for, what a person is told, and examples that prove both. One file each, found by itself.</summary>
public abstract class RiskRule
{
    /// <summary>The id, lower case with hyphens; unique.</summary>
    public abstract string Id { get; }

    /// <summary>The category of the closed set.</summary>
    public abstract string Category { get; }

    /// <summary>How bad it is if it is real.</summary>
    public abstract Severity Severity { get; }

    /// <summary>The pattern in a few words.</summary>
    public abstract string Title { get; }

    /// <summary>Why it matters.</summary>
    public abstract string Why { get; }

    /// <summary>What to do now.</summary>
    public abstract string Do { get; }

    /// <summary>A reply to send to the supplier.</summary>
    public abstract string Reply { get; }

    /// <summary>Where the knowledge comes from, with its date.</summary>
    public abstract string Source { get; }

    /// <summary>The request, over concepts.</summary>
    public virtual IReadOnlyList<Frame> Frames => [];

    /// <summary>Messages that must fire.</summary>
    public abstract IReadOnlyList<RuleExample> Fires { get; }

    /// <summary>Look-alikes that must not.</summary>
    public abstract IReadOnlyList<RuleExample> Silent { get; }

    /// <summary>Looks for the pattern. The base looks for the frames; a rule that compares facts does so itself.</summary>
    /// <param name="message">The message.</param>
    /// <returns>What was found, or null.</returns>
    internal virtual RuleMatch? Match(TaggedMessage message)
    {
        List<TextSpan>? evidence = null;
        var stops = false;
        for (var i = 0; i < Frames.Count; i++)
        {
            if (FrameMatcher.Match(Frames[i], message) is not { } hits) continue;
            evidence ??= new List<TextSpan>(hits.Count);
            foreach (var hit in hits) AddOnce(evidence, message.SpanOf(hit));
            stops |= Frames[i].Stops;
        }

        return evidence is null ? null : new RuleMatch(evidence, stops, []);
    }

    private static void AddOnce(List<TextSpan> evidence, TextSpan span)
    {
        if (!evidence.Contains(span)) evidence.Add(span);
    }
}
