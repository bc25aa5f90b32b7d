using SourcingBot.Flows;

namespace SourcingBot.Cases;

/// <summary>Proof adds up: what comes later never takes the place of what was handed in before. Pure.</summary>
internal static class EvidenceAnswers
{
    /// <summary>Joins what was handed in with what comes now.</summary>
    /// <param name="earlier">The answer so far, or null.</param>
    /// <param name="now">What comes now.</param>
    public static Answer Join(Answer? earlier, Answer now)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (earlier is not { State: AnswerState.Given, HasExhibit: true }) return now;

        // "Cannot get it" about what is here already means what is still missing.
        if (!now.HasExhibit) return earlier;
        var known = earlier.Files.Select(f => f.Id).ToHashSet();
        return now with
        {
            State = AnswerState.Given,
            Files = [.. earlier.Files, .. now.Files.Where(f => known.Add(f.Id))],
            Links = [.. earlier.Links.Union(now.Links, StringComparer.Ordinal)],
            Text = earlier.Text is null || earlier.Text == now.Text ? now.Text ?? earlier.Text : now.Text is null ? earlier.Text : earlier.Text + "\n" + now.Text,
        };
    }
}
