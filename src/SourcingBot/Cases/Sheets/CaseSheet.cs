using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Flows;

namespace SourcingBot.Cases;

/// <summary>A case as a checklist. All its words that are not the program's own came from outside.</summary>
/// <param name="Id">The case's id.</param>
/// <param name="Line">The same in one line.</param>
/// <param name="Title">What it is and what it is about.</param>
/// <param name="Summary">Where it stands, as chat shows it, without steps, buttons and answers.</param>
/// <param name="Steps">What is to be done in which order.</param>
/// <param name="Next">The question to answer next, or null.</param>
/// <param name="Sections">Its questions with their answers, in the order in which they are asked.</param>
/// <param name="Actions">What can be done with it now.</param>
/// <param name="History">What happened, the newest first.</param>
/// <param name="HasPack">Whether it has an evidence pack.</param>
/// <param name="Zone">The zone in which its times are told.</param>
/// <param name="ReadAt">When it was read: an answer that somebody gives later is not overwritten by what is said about this sheet.</param>
public sealed record CaseSheet(
    Guid Id, CaseLine Line, string Title, IReadOnlyList<CardPart> Summary, IReadOnlyList<CardPart> Steps, string? Next, IReadOnlyList<CaseSection> Sections, IReadOnlyList<CaseAction> Actions,
    IReadOnlyList<CaseEvent> History, bool HasPack, string Zone, Instant ReadAt);

/// <summary>Questions under a heading.</summary>
/// <param name="Title">The heading, or null.</param>
/// <param name="Items">The questions.</param>
public sealed record CaseSection(string? Title, IReadOnlyList<CaseItem> Items);

/// <summary>A question of a checklist.</summary>
/// <param name="Question">The question.</param>
/// <param name="Label">What it is called.</param>
/// <param name="State">What became of it; null where nobody has answered.</param>
public sealed record CaseItem(Question Question, string Label, AnswerState? State)
{
    /// <summary>The answer in words, or null.</summary>
    public string? Shown { get; init; }

    /// <summary>The words of an answer as they were written, or null.</summary>
    public string? Words { get; init; }

    /// <summary>Who answered, or null where the order said it.</summary>
    public string? Who { get; init; }

    /// <summary>When, on the reader's clock, or null.</summary>
    public string? At { get; init; }

    /// <summary>The files that were handed in.</summary>
    public IReadOnlyList<CaseFileLine> Files { get; init; } = [];

    /// <summary>The addresses that were handed in; never to be made links without a thought.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>What the answer means.</summary>
    public IReadOnlyList<FlowNote> Notes { get; init; } = [];

    /// <summary>The answers that can be pressed: their words and their verbs.</summary>
    public IReadOnlyList<CaseAction> Choices { get; init; } = [];
}

/// <summary>A file in a checklist.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, fit to be shown.</param>
/// <param name="Kind">What it is by its content; null where it is no longer kept.</param>
/// <param name="Size">Bytes.</param>
/// <param name="IsLying">Whether its name says another type than its content.</param>
public sealed record CaseFileLine(Guid Id, string Name, Evidence.FileKind? Kind, long Size, bool IsLying);

/// <summary>Something to press.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Verb">What it does.</param>
/// <param name="IsMain">Whether it is the likely one.</param>
public sealed record CaseAction(string Label, string Verb, bool IsMain = false);

/// <summary>A line of a case's history.</summary>
/// <param name="At">When, on the reader's clock.</param>
/// <param name="Who">Who, or null where the program did it.</param>
/// <param name="What">What happened.</param>
public sealed record CaseEvent(string At, string? Who, string What);
