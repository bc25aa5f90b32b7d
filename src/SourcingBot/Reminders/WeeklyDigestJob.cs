using Quartz;

namespace SourcingBot.Reminders;

/// <summary>Looks every quarter of an hour whether it is Monday morning somewhere: zones differ by quarters.</summary>
/// <param name="digests">The digests.</param>
[DisallowConcurrentExecution]
internal sealed class WeeklyDigestJob(WeeklyDigests digests) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await digests.RunOnceAsync(cancellationToken);
}
