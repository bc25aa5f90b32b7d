using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Orders;

namespace SourcingBot.Feedback;

/// <summary>Answers "why?" and "why not?" written under a checked message.</summary>
/// <param name="messages">The messages that were checked.</param>
internal sealed class WhyTurnHandler(CheckedMessages messages) : ITurnHandler
{
    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is not IncomingMessage { Addressing: Addressing.Direct or Addressing.Mention } message || !IsWhy(message.Text)) return false;
        if (await messages.NewestAsync(message.Conversation, cancellationToken) is not { } asked) return false;
        turn.Reply(ExplanationCard.Build(await messages.ExplainAsync(asked, cancellationToken), asked.Text, AnswerAudience.Of(message)));
        return true;
    }

    private static bool IsWhy(string text)
    {
        var words = Word.Of(text);
        return words.Count is 1 or 2 && words[0].Text == "why" && (words.Count == 1 || words[1].Text is "not" or "so" or "that");
    }
}
