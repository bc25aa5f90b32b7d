using System.Text.Json;
using System.Text.Json.Serialization;
using SourcingBot.Data;
using SourcingBot.Flows;

namespace SourcingBot.Cases;

/// <summary>What the buttons of a card about a case are about.</summary>
/// <param name="Case">The case's id; empty where the card offers to begin one.</param>
/// <param name="CardKey">The card's name, for replacing it.</param>
/// <param name="Question">The question that the card asks, or null.</param>
/// <param name="Mine">An answer that waits for a decision, because somebody else had answered; or null.</param>
/// <param name="Files">Files that came without a question, waiting for one; or null.</param>
internal sealed record CaseSubject(
    Guid Case, string CardKey, string? Question, Answer? Mine = null, IReadOnlyList<EvidenceFile>? Files = null)
{
    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CaseSubjectJson.Default.CaseSubject);

    /// <summary>From JSON; null where it is of another kind.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    public static CaseSubject? Of(string json)
    {
        if (!json.StartsWith("{\"case\":", StringComparison.Ordinal)) return null;
        try
        {
            return JsonSerializer.Deserialize(json, CaseSubjectJson.Default.CaseSubject);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The JSON of subjects.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true,
    Converters = [typeof(InstantJsonConverter), typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(CaseSubject))]
internal sealed partial class CaseSubjectJson : JsonSerializerContext;

/// <summary>What the buttons of a case's cards do.</summary>
internal static class CaseVerbs
{
    /// <summary>Answers with the choice that follows.</summary>
    public const string Choose = "choose:";

    /// <summary>Answers with the day that follows, as "2026-11-26".</summary>
    public const string ChooseDay = "day:";

    /// <summary>Goes to the question that follows.</summary>
    public const string GoTo = "go:";

    /// <summary>Says which question the files answer that came without one; it follows.</summary>
    public const string FileFor = "file-for:";

    /// <summary>The proof is at hand.</summary>
    public const string AtHand = "at-hand";

    /// <summary>The proof cannot be had.</summary>
    public const string Missing = "missing";

    /// <summary>Puts the question off.</summary>
    public const string Later = "later";

    /// <summary>Leaves the question out.</summary>
    public const string Skip = "skip";

    /// <summary>Goes to the question before.</summary>
    public const string Back = "back";

    /// <summary>Shows where the case stands.</summary>
    public const string Summary = "summary";

    /// <summary>Asks the next question.</summary>
    public const string GoOn = "go-on";

    /// <summary>Stops asking here.</summary>
    public const string Stop = "stop";

    /// <summary>The case was handed in.</summary>
    public const string Filed = "filed";

    /// <summary>Records what the supplier offers.</summary>
    public const string Offer = "offer";

    /// <summary>Closes the case.</summary>
    public const string Close = "close";

    /// <summary>Takes a closed case up again.</summary>
    public const string Reopen = "reopen";

    /// <summary>Hands over the evidence pack.</summary>
    public const string Pack = "pack";

    /// <summary>Hands over the evidence pack of the case whose name follows.</summary>
    public const string PackOf = "pack:";

    /// <summary>Deletes the case.</summary>
    public const string Delete = "delete";

    /// <summary>Takes one's own answer where somebody else had answered.</summary>
    public const string TakeMine = "take-mine";

    /// <summary>Keeps the other one's answer.</summary>
    public const string KeepTheirs = "keep-theirs";

    /// <summary>Begins a case; the kind and the order follow.</summary>
    public const string Begin = "begin:";

    /// <summary>Records what happened to the order; the event's name follows.</summary>
    public const string Happened = "order:";
}
