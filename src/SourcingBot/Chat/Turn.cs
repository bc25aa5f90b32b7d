namespace SourcingBot.Chat;

/// <summary>One event being answered. What is replied is stored in the transaction that marks the event as done.</summary>
/// <param name="incoming">The event.</param>
public sealed class Turn(IncomingEvent incoming)
{
    private readonly List<OutgoingMessage> _replies = [];

    /// <summary>The event.</summary>
    public IncomingEvent Event { get; } = incoming;

    /// <summary>What has been replied so far.</summary>
    public IReadOnlyList<OutgoingMessage> Replies => _replies;

    /// <summary>What was made of the message, to be stored with the answer; null where nothing was judged.</summary>
    public Risk.RiskReport? Report { get; set; }

    /// <summary>Adds an answer.</summary>
    /// <param name="message">The answer.</param>
    public void Reply(OutgoingMessage message) => _replies.Add(message);
}

/// <summary>Answers one kind of event. Handlers are asked in the order of their registration; the first that claims a turn has it.</summary>
public interface ITurnHandler
{
    /// <summary>Whether this handler answers the turn. Looks only; changes nothing.</summary>
    /// <param name="turn">The turn.</param>
    bool Claims(Turn turn);

    /// <summary>Answers it. An exception leaves the event for a later attempt.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task HandleAsync(Turn turn, CancellationToken cancellationToken);
}
