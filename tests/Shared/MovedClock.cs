using NodaTime;

namespace SourcingBot.Testing;

/// <summary>A clock that runs as the machine's does, from the moment to which the test sets it.</summary>
/// <param name="start">The first moment.</param>
public sealed class MovedClock(Instant start) : IClock
{
    private Duration _ahead = start - SystemClock.Instance.GetCurrentInstant();

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() + _ahead;

    /// <summary>Moves it.</summary>
    /// <param name="moment">The moment from which it runs on.</param>
    public void MoveTo(Instant moment) => _ahead = moment - SystemClock.Instance.GetCurrentInstant();

    /// <summary>How far the machine's clock is ahead of this one; what is signed has to be so old.</summary>
    public TimeSpan Behind => -_ahead.ToTimeSpan();
}
