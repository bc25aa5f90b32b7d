using SourcingBot.Chat;
using SourcingBot.Resources;

namespace SourcingBot.Checks;

/// <summary>Answers a button whose token nobody knows, so that a press is never met with silence.</summary>
internal sealed class StaleButtonTurnHandler : ITurnHandler
{
    /// <inheritdoc/>
    public Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is not IncomingAction) return Task.FromResult(false);
        turn.Reply(CheckAnswer.Plain(Tone.Neutral, Words.StaleButtonTitle, Audience.AskerOnly, [Words.StaleButtonText]));
        return Task.FromResult(true);
    }
}
