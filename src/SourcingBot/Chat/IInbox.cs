namespace SourcingBot.Chat;

/// <summary>Takes events in. An event that was taken survives a crash in the next instant.</summary>
public interface IInbox
{
    /// <summary>Stores an event and wakes the worker. Requests that wait together share one transaction.</summary>
    /// <param name="incoming">The event.</param>
    /// <param name="cancellationToken">Ends the wait; the event may be stored all the same.</param>
    /// <returns>True when it is new, false when it was known by its event id or its dedupe key.</returns>
    Task<bool> AddAsync(IncomingEvent incoming, CancellationToken cancellationToken);
}
