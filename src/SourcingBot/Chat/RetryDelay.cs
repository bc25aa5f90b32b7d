using NodaTime;

namespace SourcingBot.Chat;

/// <summary>How long to wait before the next attempt.</summary>
internal static class RetryDelay
{
    private static readonly Duration Longest = Duration.FromMinutes(15);

    /// <summary>Twice as long each time, from one second, with up to a quarter more so that many do not come back together.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    public static Duration After(int attempt)
    {
        var wait = Duration.FromSeconds(Math.Pow(2, Math.Clamp(attempt - 1, 0, 12)));
        return Jittered(Duration.Min(wait, Longest));
    }

    /// <summary>A told wait, never shorter, with up to a quarter second more.</summary>
    /// <param name="told">What the platform said.</param>
    public static Duration AsTold(Duration told) => told + Duration.FromMilliseconds(Random.Shared.Next(20, 250));

    private static Duration Jittered(Duration wait) => wait + (wait * (Random.Shared.NextDouble() / 4));
}
