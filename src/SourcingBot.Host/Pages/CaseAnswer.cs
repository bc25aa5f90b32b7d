using SourcingBot.Chat;

namespace SourcingBot.Host.Pages;

/// <summary>Takes from the answer to a form what the page of the case does not show anyway.</summary>
internal static class CaseAnswer
{
    /// <summary>What is to be shown.</summary>
    /// <param name="answer">The answer, as chat would show it.</param>
    public static IReadOnlyList<CardPart> PartsOf(OutgoingMessage answer)
    {
        if (answer.Card is not { } card) return [new Paragraph(null, answer.Text)];

        // The cards that ask a question or sum up end with a note of the case; of these only what was said first is news.
        return card.Parts is [.., Note] ? [.. card.Parts.TakeWhile(p => p is Heading or SuggestedReply or Paragraph { Label: null })] : [new Heading(card.Title, card.Tone), .. card.Parts];
    }
}
