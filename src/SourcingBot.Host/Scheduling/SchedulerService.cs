using Quartz;
using SourcingBot.Reminders;

namespace SourcingBot.Host.Scheduling;

/// <summary>How recurring work stands.</summary>
internal enum SchedulerState
{
    /// <summary>Its first attempt to start goes on; chats are answered already.</summary>
    Starting,

    /// <summary>It is done.</summary>
    Running,

    /// <summary>It could not start, or has ended.</summary>
    Stopped,
}

/// <summary>
/// Starts the scheduler once the program has started, and tries again while its database is away: chats are answered meanwhile.
/// </summary>
/// <param name="factory">Builds the scheduler, which reads its tables and makes them where they are missing.</param>
/// <param name="options">How often due reminders are looked for.</param>
/// <param name="lifetime">Tells when the program has started.</param>
/// <param name="logger">Where faults go.</param>
internal sealed partial class SchedulerService(
    ISchedulerFactory factory, ReminderOptions options, IHostApplicationLifetime lifetime, ILogger<SchedulerService> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private volatile IScheduler? _scheduler;
    private volatile bool _failed;

    /// <summary>How it stands.</summary>
    public SchedulerState State =>
        _scheduler?.Status == SchedulerStatus.Running ? SchedulerState.Running : _failed || _scheduler is not null ? SchedulerState.Stopped : SchedulerState.Starting;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_scheduler is { } scheduler) await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        for (var pause = TimeSpan.FromSeconds(1); !stoppingToken.IsCancellationRequested; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var scheduler = await factory.GetScheduler(stoppingToken);
                await scheduler.ScheduleJobs(RecurringWork.Of(options), ScheduleJobOptions.Replacing, stoppingToken);
                await scheduler.Start(stoppingToken);
                _scheduler = scheduler;
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                _failed = true;
                NotStarted((int)pause.TotalSeconds, fault);
                await Task.Delay(pause, CancellationToken.None).WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Recurring work cannot start and is tried again in {Seconds} s.")]
    private partial void NotStarted(int seconds, Exception fault);
}
