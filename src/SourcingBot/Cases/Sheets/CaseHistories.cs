using System.Text.Json;
using NodaTime;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>Says the history of a case in words. Pure.</summary>
internal static class CaseHistories
{
    /// <summary>What happened, the newest first.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="entries">Its history.</param>
    /// <param name="zone">The reader's zone.</param>
    public static IReadOnlyList<CaseEvent> Of(StoredCase stored, IEnumerable<CaseEntryRow> entries, DateTimeZone zone) =>
        [.. entries.Reverse().Select(e => new CaseEvent(When.From(e.At, zone), WhoOf(e), WhatOf(stored, e)))];

    private static string? WhoOf(CaseEntryRow entry) =>
        entry.By is null ? null : CaseText.Short(JsonSerializer.Deserialize(entry.By, CaseJson.Default.PersonRef)?.Name ?? CaseWords.Somebody, 40);

    private static string WhatOf(StoredCase stored, CaseEntryRow entry) => entry.Kind switch
    {
        CaseEntryKind.Opened => CaseWords.HistoryOpened,
        CaseEntryKind.Answered => AnswerOf(stored, entry),
        CaseEntryKind.Offer => When.Say(CaseWords.HistoryOffer, CaseText.Short(entry.Detail ?? string.Empty, 300)),
        CaseEntryKind.Filed => CaseWords.HistoryFiled,
        CaseEntryKind.Closed => CaseWords.HistoryClosed,
        CaseEntryKind.Reopened => CaseWords.HistoryReopened,
        _ => CaseWords.HistoryPack,
    };

    /// <summary>A question of an earlier version of the flow, or of the flow before the reason was known, may be gone.</summary>
    private static string AnswerOf(StoredCase stored, CaseEntryRow entry)
    {
        if (stored.Flow.Find(entry.QuestionId) is not { } question) return CaseWords.HistoryAnswered;
        var answer = entry.Detail is null ? null : JsonSerializer.Deserialize(entry.Detail, AnswerJson.Default.Answer);
        return answer is null ? CaseText.LabelOf(question) : $"{CaseText.LabelOf(question)}: {CaseText.Show(question, answer)}";
    }
}
