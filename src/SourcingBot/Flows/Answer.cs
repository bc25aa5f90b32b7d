using System.Text.Json.Serialization;
using NodaTime;
using SourcingBot.Orders;
using SourcingBot.Quotes;

namespace SourcingBot.Flows;

/// <summary>What became of a question.</summary>
public enum AnswerState
{
    /// <summary>It was answered.</summary>
    Given,

    /// <summary>Evidence: it is at hand and not here yet.</summary>
    AtHand,

    /// <summary>It cannot be had.</summary>
    Missing,

    /// <summary>It was left out.</summary>
    Skipped,

    /// <summary>It was put off.</summary>
    Later,
}

/// <summary>A file that was kept as evidence.</summary>
/// <param name="Id">Its id in the store.</param>
/// <param name="Name">Its name as it came, made safe to show.</param>
public sealed record EvidenceFile(Guid Id, string Name);

/// <summary>An answer to a question. Its words came from outside.</summary>
public sealed record Answer
{
    /// <summary>What became of the question.</summary>
    public required AnswerState State { get; init; }

    /// <summary>A choice's name, yes, no or unsure; or null.</summary>
    public string? Choice { get; init; }

    /// <summary>Words, or null.</summary>
    public string? Text { get; init; }

    /// <summary>A day, or null.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>An amount, or null.</summary>
    public Money? Money { get; init; }

    /// <summary>A number of goods, or null.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>A number, or null.</summary>
    public decimal? Number { get; init; }

    /// <summary>Addresses.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Files.</summary>
    public IReadOnlyList<EvidenceFile> Files { get; init; } = [];

    /// <summary>Who answered; null where the program knew it.</summary>
    public PersonRef? By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Whether it holds anything.</summary>
    [JsonIgnore]
    public bool IsGiven => State is AnswerState.Given or AnswerState.AtHand;

    /// <summary>Whether it has something to show: a file, a link or words.</summary>
    [JsonIgnore]
    public bool HasExhibit => Files.Count > 0 || Links.Count > 0 || Text is { Length: > 0 };

    /// <summary>The name by which conditions and notes know it.</summary>
    [JsonIgnore]
    public string Key => Choice ?? (IsGiven ? "given" : State == AnswerState.Missing ? "missing" : "open");
}
