using System.Collections.Concurrent;

namespace SourcingBot.Chat;

/// <summary>Wakes a worker of this process at once; polling is only for what other hosts and later times bring.</summary>
internal class WorkSignal : IDisposable
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

/// <summary>A message is to go out. Each platform's loop waits for its own signal.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly ConcurrentDictionary<PlatformId, WorkSignal> _signals = new();

    /// <summary>There may be messages, for whichever platform.</summary>
    public void Set()
    {
        foreach (var signal in _signals.Values) signal.Set();
    }

    /// <summary>The signal of one platform.</summary>
    /// <param name="platform">The platform.</param>
    public WorkSignal Of(PlatformId platform) => _signals.GetOrAdd(platform, _ => new WorkSignal());

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in _signals.Values) signal.Dispose();
    }
}
