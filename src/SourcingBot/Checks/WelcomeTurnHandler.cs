using SourcingBot.Chat;

namespace SourcingBot.Checks;

/// <summary>Introduces the bot once where it was added.</summary>
/// <param name="ways">How people can ask there.</param>
internal sealed class WelcomeTurnHandler(WaysToAsk ways) : ITurnHandler
{
    /// <inheritdoc/>
    public Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is not BotAdded) return Task.FromResult(false);

        // Where outsiders read along the bot says nothing uninvited: they would learn that it is there.
        if (!turn.Event.OutsidersReadAlong) turn.Reply(HelpCard.Welcome(ways.Of(turn.Event)));
        return Task.FromResult(true);
    }
}
