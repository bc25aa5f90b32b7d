using SourcingBot.Chat;
using SourcingBot.Resources;

namespace SourcingBot.Checks;

/// <summary>Answers a button whose token nobody knows, so that a press is never met with silence.</summary>
internal sealed class StaleButtonTurnHandler : ITurnHandler
{
    /// <inheritdoc/>
    public bool Claims(Turn turn) => turn.Event is IncomingAction;

    /// <inheritdoc/>
    public Task HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        turn.Reply(CheckAnswer.Plain(Tone.Neutral, Words.StaleButtonTitle, Audience.AskerOnly, [Words.StaleButtonText]));
        return Task.CompletedTask;
    }
}
