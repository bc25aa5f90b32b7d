using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.OwnRules;

/// <summary>An example of a team's own rule, with its place for messages about faults.</summary>
/// <param name="Text">The message.</param>
/// <param name="Line">The line in the file, from 1.</param>
public sealed record OwnRuleExample(string Text, int Line);

/// <summary>A rule that a team wrote for itself: phrases that mean something to it. It speaks by itself; the learned score neither makes nor silences it.</summary>
public sealed record OwnRule
{
    /// <summary>The name of its file, without the folder.</summary>
    public required string File { get; init; }

    /// <summary>The id, lower case with hyphens; none of the built-in ones.</summary>
    public required string Id { get; init; }

    /// <summary>The category of the closed set.</summary>
    public required string Category { get; init; }

    /// <summary>How bad it is if it is real.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Whether it means stop; else it means ask first.</summary>
    public bool Stops { get; init; }

    /// <summary>The pattern in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>Why it matters.</summary>
    public required string Why { get; init; }

    /// <summary>What to do now.</summary>
    public required string Do { get; init; }

    /// <summary>A reply to send to the supplier.</summary>
    public required string Reply { get; init; }

    /// <summary>Where the knowledge comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Messages that must fire.</summary>
    public required IReadOnlyList<OwnRuleExample> Fires { get; init; }

    /// <summary>Look-alikes that must not.</summary>
    public required IReadOnlyList<OwnRuleExample> Silent { get; init; }

    /// <summary>What it looks for, each a sequence of folded words.</summary>
    internal IReadOnlyList<Step[]> Phrases { get; init; } = [];

    /// <summary>What silences it in the same sentence.</summary>
    internal IReadOnlyList<Step[]> Unless { get; init; } = [];
}

/// <summary>What is wrong in a file of a team's own rules.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line, from 1; 0 for the file as a whole.</param>
/// <param name="Column">The column, from 1; 0 for the whole line.</param>
/// <param name="Words">What is wrong and what is wanted.</param>
public sealed record OwnRuleFault(string File, int Line, int Column, string Words)
{
    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? $"{File}: {Words}" : $"{File}:{Line}:{Column}: {Words}";
}
