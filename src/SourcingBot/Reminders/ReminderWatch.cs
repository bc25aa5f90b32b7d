using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace SourcingBot.Reminders;

/// <summary>Sweeps when the nearest reminder that this process knows of is due; the recurring job sees to all others.</summary>
internal sealed partial class ReminderWatch(ReminderSweep sweep, ReminderSignal signal, IClock clock, ILogger<ReminderWatch> logger) : BackgroundService
{
    /// <summary>The clock may be set, so no wait is longer.</summary>
    private static readonly Duration LongestWait = Duration.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var now = clock.GetCurrentInstant();
                if (signal.Take(now)) await sweep.RunOnceAsync(stoppingToken);
                else await signal.WaitAsync(WaitOf(now), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The rows wait where they are, and the recurring job comes by.
                SweepFailed(fault);
            }
        }
    }

    private TimeSpan WaitOf(Instant now)
    {
        var wait = signal.Next is { } next ? Duration.Min(next - now, LongestWait) : LongestWait;

        // A timer counts whole milliseconds and may be early by one.
        return Duration.Max(wait, Duration.Zero).ToTimeSpan() + TimeSpan.FromMilliseconds(1);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A look for due reminders failed and will be repeated.")]
    private partial void SweepFailed(Exception fault);
}
