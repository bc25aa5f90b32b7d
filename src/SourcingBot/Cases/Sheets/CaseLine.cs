using SourcingBot.Chat;
using SourcingBot.Flows;

namespace SourcingBot.Cases;

/// <summary>A case in a list.</summary>
public sealed record CaseLine
{
    /// <summary>Its name, as "D-7KQ2".</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required FlowKind Kind { get; init; }

    /// <summary>What it is for, in words.</summary>
    public required string Title { get; init; }

    /// <summary>The order and the supplier, or null; from outside.</summary>
    public string? About { get; init; }

    /// <summary>The followed order that it is about, or null.</summary>
    public Guid? Order { get; init; }

    /// <summary>How far it is.</summary>
    public required CaseStage Stage { get; init; }

    /// <summary>Questions that have an answer.</summary>
    public required int Done { get; init; }

    /// <summary>Questions that somebody has to answer.</summary>
    public required int All { get; init; }

    /// <summary>How complete it is, 0 to 100; null where nothing counts, or it is closed.</summary>
    public int? Readiness { get; init; }

    /// <summary>The next step.</summary>
    public required string Next { get; init; }

    /// <summary>What is due first, or null where no day is known.</summary>
    public CaseDue? Due { get; init; }
}

/// <summary>What is due first in a case.</summary>
/// <param name="Headline">What it is and how long is left.</param>
/// <param name="Moment">Until when, on the reader's clock.</param>
/// <param name="DaysLeft">Days left on the reader's calendar; negative when it is over.</param>
/// <param name="IsOver">Whether it is over.</param>
public sealed record CaseDue(string Headline, string Moment, int DaysLeft, bool IsOver)
{
    /// <summary>How much it presses: three days are few to hand something in.</summary>
    public Tone Tone => IsOver || DaysLeft <= 3 ? Tone.Danger : DaysLeft <= 7 ? Tone.Caution : Tone.Neutral;
}
