using Quartz;

namespace SourcingBot.Reminders;

/// <summary>Looks for due reminders again and again, on one host at a time: what a host knew of when it stopped is found here.</summary>
/// <param name="sweep">The sweep.</param>
[DisallowConcurrentExecution]
internal sealed class ReminderSweepJob(ReminderSweep sweep) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sweep.RunOnceAsync(cancellationToken);
}
