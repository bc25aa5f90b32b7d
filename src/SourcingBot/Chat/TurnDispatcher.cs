namespace SourcingBot.Chat;

/// <summary>Finds the handler of a turn: the first, in the order of registration, that takes it.</summary>
/// <param name="handlers">The handlers.</param>
internal sealed class TurnDispatcher(IEnumerable<ITurnHandler> handlers)
{
    /// <summary>Has the turn answered; a turn that nobody takes gets no answer.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task DispatchAsync(Turn turn, CancellationToken cancellationToken)
    {
        foreach (var handler in handlers)
        {
            if (await handler.TryHandleAsync(turn, cancellationToken)) return;
        }
    }
}
