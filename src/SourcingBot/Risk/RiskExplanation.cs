using SourcingBot.Text;

namespace SourcingBot.Risk;

/// <summary>How a pattern came near without being told.</summary>
public enum Nearness
{
    /// <summary>Its words stand together, but the message as a whole does not read like it.</summary>
    Together,

    /// <summary>Its words stand together, but they are refused, or others beside them speak against it.</summary>
    Contradicted,

    /// <summary>Its words stand together, but in a rule, a warning or a story that is over: nobody asks for it.</summary>
    OnlyTold,

    /// <summary>Its words are there, but apart.</summary>
    Apart,

    /// <summary>Some words remind of it.</summary>
    Reminded,
}

/// <summary>A pattern that came near.</summary>
/// <param name="Category">Its category.</param>
/// <param name="Title">The pattern in a few words.</param>
/// <param name="Nearness">How it came near.</param>
/// <param name="Evidence">The words, in UTF-16 units of the text as it was given; empty where no single words stand for it.</param>
public sealed record NearMiss(string Category, string Title, Nearness Nearness, IReadOnlyList<TextSpan> Evidence);

/// <summary>A finding with what it came from.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="OwnFile">The file of the team's own rule that found it, without its folder; null where a built-in rule or the wording did.</param>
/// <param name="Example">A message that shows what is meant; null where there is none.</param>
public sealed record ExplainedFinding(RiskFinding Finding, string? OwnFile, string? Example)
{
    /// <summary>Whether no rule fits word by word, but the wording is like that of earlier cases.</summary>
    public bool IsWording => Finding.RuleId == RiskScanner.WordingRule;
}

/// <summary>What was made of a message, and what came near without being told.</summary>
/// <param name="Report">What was made of it.</param>
/// <param name="Found">Its findings with what each came from, in the same order.</param>
/// <param name="Near">What came near, the nearest first; nothing that the report names.</param>
public sealed record RiskExplanation(RiskReport Report, IReadOnlyList<ExplainedFinding> Found, IReadOnlyList<NearMiss> Near);
