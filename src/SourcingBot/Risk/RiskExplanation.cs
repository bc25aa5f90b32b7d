using SourcingBot.Text;

namespace SourcingBot.Risk;

/// <summary>How a pattern came near without being told.</summary>
public enum Nearness
{
    /// <summary>Its words stand together, but the message as a whole does not read like it.</summary>
    Together,

    /// <summary>Its words are there, but apart, refused, or only talked about.</summary>
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

/// <summary>What was made of a message, and what came near without being told.</summary>
/// <param name="Report">What was made of it.</param>
/// <param name="Near">What came near, the nearest first; nothing that the report names.</param>
public sealed record RiskExplanation(RiskReport Report, IReadOnlyList<NearMiss> Near);
