using NodaTime;

namespace SourcingBot.Slack.Tests;

/// <summary>A clock that runs as the machine's does, from the moment to which the test sets it.</summary>
/// <param name="start">The first moment.</param>
internal sealed class MovedClock(Instant start) : IClock
{
    private Duration _ahead = start - SystemClock.Instance.GetCurrentInstant();

    public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() + _ahead;

    public void MoveTo(Instant moment) => _ahead = moment - SystemClock.Instance.GetCurrentInstant();

    /// <summary>How far the machine's clock is ahead of this one; what is signed has to be so old.</summary>
    public TimeSpan Behind => -_ahead.ToTimeSpan();
}
