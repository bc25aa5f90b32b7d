using SourcingBot.Chat;

namespace SourcingBot.Checks;

/// <summary>Introduces the bot once where it was added.</summary>
internal sealed class WelcomeTurnHandler : ITurnHandler
{
    /// <inheritdoc/>
    public bool Claims(Turn turn) => turn.Event is BotAdded;

    /// <inheritdoc/>
    public Task HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        // Where outsiders read along the bot says nothing uninvited: they would learn that it is there.
        if (!turn.Event.OutsidersReadAlong) turn.Reply(HelpCard.Welcome());
        return Task.CompletedTask;
    }
}
