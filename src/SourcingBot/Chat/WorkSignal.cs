namespace SourcingBot.Chat;

/// <summary>Wakes a worker of this process at once; polling is only for what other hosts and later times bring.</summary>
internal abstract class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim _set = new(0, 1);

    /// <summary>There may be work.</summary>
    public void Set()
    {
        try
        {
            _set.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is set already, and the worker looks at everything when it wakes.
        }
    }

    /// <summary>Waits until there may be work, or for so long.</summary>
    /// <param name="most">The longest wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WaitAsync(TimeSpan most, CancellationToken cancellationToken) => _set.WaitAsync(most, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _set.Dispose();
}

/// <summary>An event came in.</summary>
internal sealed class InboxSignal : WorkSignal;

/// <summary>A message is to go out.</summary>
internal sealed class OutboxSignal : WorkSignal;
