using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Feedback;

/// <summary>Answers "why?" and "why not?" written under a checked message.</summary>
/// <param name="messages">The messages that were checked.</param>
internal sealed class WhyTurnHandler(CheckedMessages messages) : ITurnHandler
{
    private static readonly HashSet<string> Questions = new(StringComparer.Ordinal)
    {
        "why", "why not", "why so", "why that", "why is that", "but why", "por que", "por que no", "pourquoi", "pourquoi pas", "为什么", "为什么不", "为什么没有",
    };

    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is not IncomingMessage message || message.Addressing is Addressing.MessageShortcut or Addressing.Form or Addressing.Overheard || !IsWhy(message.Text)) return false;
        turn.Reply(await AnswerAsync(message, cancellationToken));
        return true;
    }

    private async Task<OutgoingMessage> AnswerAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var asked = await messages.NewestAsync(message.Conversation, message.From.Id, cancellationToken);

        // A thread in a personal chat may hang under the answer, which is no thread of the question.
        if (asked is null && message is { IsPersonal: true, Conversation.Thread: not null }) asked = await messages.NewestAsync(message.Conversation with { Thread = null }, message.From.Id, cancellationToken);
        if (asked is null) return CheckAnswer.Plain(Tone.Neutral, Words.WhyWhichTitle, AnswerAudience.Of(message), [Words.WhyWhichText]);
        var audience = asked.Said?.Audience == Audience.Conversation ? AnswerAudience.Of(message) : Audience.AskerOnly;
        return ExplanationCard.Build(await messages.ExplainAsync(asked, cancellationToken), asked, audience);
    }

    private static bool IsWhy(string text) => text.Length <= 40 && Questions.Contains(string.Join(' ', Word.Of(text).Select(w => w.Text)));
}
