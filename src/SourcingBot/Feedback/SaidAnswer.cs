using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Risk;

namespace SourcingBot.Feedback;

/// <summary>
/// What was answered to a checked message. It can differ from what its words alone give: the team's orders and what it knows of
/// the supplier warn too, an outside model may have been asked, and what is muted is not told.
/// </summary>
/// <param name="Verdict">What was told of the words.</param>
/// <param name="Told">The findings that were told.</param>
/// <param name="Card">The tone of the answer as a whole.</param>
/// <param name="Text">The answer in a few sentences; holds the supplier's words only where they were masked.</param>
/// <param name="Audience">Who saw it.</param>
/// <param name="Reader">The person whom it was for, by the platform's id.</param>
internal sealed record SaidAnswer(Verdict Verdict, IReadOnlyList<StoredFinding> Told, Tone Card, string Text, Audience Audience, string Reader)
{
    /// <summary>Whether it warned.</summary>
    public bool Warned => WarnsBy(Card);

    /// <summary>The categories that were told, each once.</summary>
    public IReadOnlyList<string> Categories { get; } = [.. Told.Select(CategoryOf).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Whether a card of a tone warns.</summary>
    /// <param name="tone">The tone.</param>
    public static bool WarnsBy(Tone tone) => tone is Tone.Caution or Tone.Danger;

    /// <summary>The category of a stored finding; null where an earlier version did not keep it and no rule tells.</summary>
    /// <param name="finding">The finding.</param>
    public static string? CategoryOf(StoredFinding finding) => finding.Category ?? RiskRules.All.FirstOrDefault(r => r.Id == finding.Rule)?.Category;

    /// <summary>Whether a person has seen it.</summary>
    /// <param name="person">The person, by the platform's id.</param>
    public bool IsSeenBy(string person) => Audience == Audience.Conversation || Reader == person;
}
