using Microsoft.Extensions.Hosting;

namespace SourcingBot.Risk.OwnRules;

/// <summary>Looks every few seconds whether a team's own rules changed: a shared folder tells of no changes by itself.</summary>
/// <param name="book">The rules.</param>
internal sealed class OwnRuleReload(OwnRuleBook book) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) book.ReloadIfChanged();
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }
}
