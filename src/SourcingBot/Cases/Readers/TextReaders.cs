using NodaTime;
using SourcingBot.Flows;

namespace SourcingBot.Cases;

/// <summary>What a text that somebody pasted answers by itself: the prefills whose names begin with "text:". Pure.</summary>
internal static class TextReaders
{
    /// <summary>The question whose answer is read for those of others.</summary>
    public const string Question = "supplier-text";

    private const string Prefix = "text:";

    /// <summary>Answers by the prefill's name; nobody gave them. Empty for a kind of case that no reader is for.</summary>
    /// <param name="kind">What the case is for.</param>
    /// <param name="text">The text; from outside.</param>
    /// <param name="at">When it was read.</param>
    public static IReadOnlyDictionary<string, Answer> Known(FlowKind kind, string text, Instant at) =>
        Answers(kind, text).ToDictionary(a => Prefix + a.Key, a => new Answer { State = AnswerState.Given, Choice = a.Value ? "yes" : "no", At = at }, StringComparer.Ordinal);

    /// <summary>Whether a question can be answered by a text.</summary>
    /// <param name="question">The question.</param>
    public static bool Reads(Question question) => question.Prefill?.StartsWith(Prefix, StringComparison.Ordinal) ?? false;

    private static IReadOnlyDictionary<string, bool> Answers(FlowKind kind, string text) => kind switch
    {
        FlowKind.Ddp => DdpReader.Answers(text),
        FlowKind.Ready => ReadyReader.Answers(text),
        _ => new Dictionary<string, bool>(StringComparer.Ordinal),
    };
}
