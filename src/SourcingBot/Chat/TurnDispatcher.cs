namespace SourcingBot.Chat;

/// <summary>Finds the handler of a turn: the first, in the order of registration, that claims it.</summary>
/// <param name="handlers">The handlers.</param>
internal sealed class TurnDispatcher(IEnumerable<ITurnHandler> handlers)
{
    /// <summary>Has the turn answered; a turn that nobody claims gets no answer.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task DispatchAsync(Turn turn, CancellationToken cancellationToken) =>
        handlers.FirstOrDefault(h => h.Claims(turn))?.HandleAsync(turn, cancellationToken) ?? Task.CompletedTask;
}
