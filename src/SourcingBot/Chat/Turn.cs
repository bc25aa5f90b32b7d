using NodaTime;

namespace SourcingBot.Chat;

/// <summary>One event being answered. What is replied is stored in the transaction that marks the event as done.</summary>
/// <param name="incoming">The event.</param>
/// <param name="inboxId">Its row in the inbox.</param>
/// <param name="isLastAttempt">Whether a failure of this attempt is the end of it.</param>
/// <param name="receivedAt">When the program took it in, by its own clock; null: now.</param>
public sealed class Turn(IncomingEvent incoming, long inboxId, bool isLastAttempt = false, Instant? receivedAt = null)
{
    private readonly List<Reply> _replies = [];

    /// <summary>The event.</summary>
    public IncomingEvent Event { get; private set; } = incoming;

    /// <summary>Its row in the inbox.</summary>
    public long InboxId { get; } = inboxId;

    /// <summary>Whether the event is not tried again after this attempt: what cannot be had now is told instead of thrown.</summary>
    public bool IsLastAttempt { get; } = isLastAttempt;

    /// <summary>When the program took the event in, by the clock that stamps what it asks; a platform's clock may differ. Null: now.</summary>
    public Instant? ReceivedAt { get; } = receivedAt;

    /// <summary>Whether the event's words are deleted as soon as it is clear that nothing is said of them.</summary>
    internal bool IsKeptOnlyIfAnswered { get; private set; }

    /// <summary>What has been replied so far.</summary>
    public IReadOnlyList<Reply> Replies => _replies;

    /// <summary>Fills in what the platform told of the person when asked.</summary>
    /// <param name="person">The same person, with what the event did not say.</param>
    internal void Introduce(ChatUser person) => Event = Event with { From = person };

    /// <summary>Adds an answer.</summary>
    /// <param name="message">The answer.</param>
    /// <param name="cardKey">
    /// Names the card, so that a later answer with the same name replaces it in its place; null for a card of its own. Where the
    /// earlier one cannot be replaced, the later one is sent anew.
    /// </param>
    /// <param name="to">Whom an answer for one person is for; null: who said the event.</param>
    public void Reply(OutgoingMessage message, string? cardKey = null, ChatUser? to = null) => _replies.Add(new Reply(message, cardKey, to));

    /// <summary>The words were not said to the bot: where it says nothing of them it does not keep them.</summary>
    internal void KeepOnlyIfAnswered() => IsKeptOnlyIfAnswered = true;
}

/// <summary>An answer on its way to the outbox.</summary>
/// <param name="Message">What is said.</param>
/// <param name="CardKey">What it is replaced by, or null.</param>
/// <param name="To">Whom an answer for one person is for; null: who said the event.</param>
public sealed record Reply(OutgoingMessage Message, string? CardKey, ChatUser? To = null);

/// <summary>Answers one kind of event. Handlers are asked in the order of their registration; the first that claims a turn has it.</summary>
public interface ITurnHandler
{
    /// <summary>
    /// Answers the turn if it is this handler's. Rows that it adds to or changes in the scope's database context are saved
    /// with the answer, in one transaction; it saves nothing itself. An exception leaves the event for a later attempt.
    /// </summary>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>False where the turn is not for this handler; nothing was changed then.</returns>
    Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken);
}
