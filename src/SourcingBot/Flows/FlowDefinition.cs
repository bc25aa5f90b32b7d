namespace SourcingBot.Flows;

/// <summary>A guided conversation, as its file says it: which questions, in which order, and what to do at the end.</summary>
public sealed record FlowDefinition
{
    /// <summary>Its name, the name of its file.</summary>
    public required string Id { get; init; }

    /// <summary>Counts its versions, from 1. A running case goes on with the newest: its answers are found by the questions' names.</summary>
    public required int Version { get; init; }

    /// <summary>What it is for.</summary>
    public required FlowKind Kind { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>What is said at its beginning.</summary>
    public required string Intro { get; init; }

    /// <summary>The phrases in lower case by which people mean it.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The headings, in order.</summary>
    public IReadOnlyList<FlowSection> Sections { get; init; } = [];

    /// <summary>The questions, in the order in which they are asked.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>What to do at the end, in order.</summary>
    public IReadOnlyList<FlowStep> Steps { get; init; } = [];

    /// <summary>The title of the end, or null.</summary>
    public string? ClosingTitle { get; init; }

    /// <summary>What is said at the end, or null.</summary>
    public string? ClosingText { get; init; }

    /// <summary>Where its facts come from.</summary>
    public required string Source { get; init; }

    /// <summary>When they were looked at.</summary>
    public required string Checked { get; init; }

    /// <summary>A question by its name or an earlier name of it, or null.</summary>
    /// <param name="id">The name.</param>
    public Question? Find(string? id) => id is null ? null
        : Questions.FirstOrDefault(q => q.Id == id) ?? Questions.FirstOrDefault(q => q.RenamedFrom.Contains(id, StringComparer.Ordinal));
}
