using SourcingBot.Chat;
using SourcingBot.Quotes;

namespace SourcingBot.Flows;

/// <summary>One question of a guided conversation, as its file says it.</summary>
public sealed record Question
{
    /// <summary>Its name, under which the answer is kept for good.</summary>
    public required string Id { get; init; }

    /// <summary>The section that it stands in, or null.</summary>
    public string? Section { get; init; }

    /// <summary>What it is answered with.</summary>
    public required AnswerKind Kind { get; init; }

    /// <summary>What it is called in a list, or null where its name in words does.</summary>
    public string? Label { get; init; }

    /// <summary>The question.</summary>
    public required string Ask { get; init; }

    /// <summary>Why it matters, or null.</summary>
    public string? Why { get; init; }

    /// <summary>What makes such proof weak, or null.</summary>
    public string? Weak { get; init; }

    /// <summary>An example of a good answer, or null.</summary>
    public string? Example { get; init; }

    /// <summary>What is said when an answer cannot be read, or null for the words of its kind.</summary>
    public string? Retry { get; init; }

    /// <summary>What an answer adds to how ready the case is.</summary>
    public Weight Weight { get; init; }

    /// <summary>For yes-no and choice: the answers that earn the weight; empty where any does.</summary>
    public IReadOnlyList<string> Counts { get; init; } = [];

    /// <summary>Evidence: the kind of exhibit.</summary>
    public ExhibitKind Exhibit { get; init; }

    /// <summary>Evidence: what it is to show, one neutral sentence for the index of exhibits; or null.</summary>
    public string? Shows { get; init; }

    /// <summary>The choices; empty for every other kind.</summary>
    public IReadOnlyList<FlowChoice> Choices { get; init; } = [];

    /// <summary>Whether it can be put off but not skipped.</summary>
    public bool IsRequired { get; init; }

    /// <summary>When it is asked; null: always.</summary>
    public FlowCondition? When { get; init; }

    /// <summary>What the program may know already, by name; or null.</summary>
    public string? Prefill { get; init; }

    /// <summary>The order's event that a date records, in lower case with hyphens; or null.</summary>
    public string? Records { get; init; }

    /// <summary>What is said of some answers.</summary>
    public IReadOnlyList<FlowNote> Notes { get; init; } = [];

    /// <summary>The names that it had in earlier versions.</summary>
    public IReadOnlyList<string> RenamedFrom { get; init; } = [];

    /// <summary>Where its facts come from, where it is not the flow's source; or null.</summary>
    public string? Source { get; init; }
}

/// <summary>An answer to choose.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Label">Its words on a button.</param>
/// <param name="Flow">The flow that a case goes on with when it is chosen, or null.</param>
public sealed record FlowChoice(string Id, string Label, string? Flow);

/// <summary>That an earlier question was answered in one of some ways.</summary>
/// <param name="Question">The earlier question.</param>
/// <param name="Is">The ways: a choice's name, yes, no, unsure, given or missing; empty with <paramref name="UpTo"/>.</param>
/// <param name="UpTo">An amount below which the answer must lie; an amount in another currency is not compared and counts as below. Null: no matter.</param>
/// <param name="And">What must hold too, or null.</param>
public sealed record FlowCondition(string Question, IReadOnlyList<string> Is, Money? UpTo = null, FlowCondition? And = null);

/// <summary>What is said of an answer.</summary>
/// <param name="Is">The answers that it is said of.</param>
/// <param name="Tone">How serious it is.</param>
/// <param name="Say">What it means.</param>
/// <param name="Send">A sentence to put into the order or to send to the supplier, or null.</param>
public sealed record FlowNote(IReadOnlyList<string> Is, Tone Tone, string Say, string? Send);

/// <summary>A thing to do at the end of a conversation.</summary>
/// <param name="Id">Its name.</param>
/// <param name="When">When it is to be done at all; null: always.</param>
/// <param name="Title">It in a few words.</param>
/// <param name="Text">How.</param>
/// <param name="Hours">Within how many hours, or null.</param>
/// <param name="After">The date question from whose answer the hours count; null: from the end of the conversation.</param>
/// <param name="RemindHoursBefore">How many hours before its end the bot reminds, or null.</param>
/// <param name="Source">Where it comes from, or null.</param>
/// <param name="Date">When that was looked at, or null.</param>
/// <param name="Confidence">How sure it is: high, medium or low; or null.</param>
public sealed record FlowStep(
    string Id, FlowCondition? When, string Title, string Text, int? Hours, string? After, int? RemindHoursBefore, string? Source, string? Date, string? Confidence);

/// <summary>A heading under which questions stand.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Title">Its words.</param>
public sealed record FlowSection(string Id, string Title);
