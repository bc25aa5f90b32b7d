using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Host.Scheduling;

namespace SourcingBot.Host;

/// <summary>Tells whoever operates the bot how it is.</summary>
internal static partial class Health
{
    /// <summary>An event that waits longer than this means that nobody answers.</summary>
    private static readonly Duration LongestWait = Duration.FromMinutes(2);

    /// <summary>
    /// Maps `health/live` (the program runs) and `health/ready` (it answers). A platform that refuses the bot does not make it
    /// unready: it goes on taking events, which would be lost elsewhere, and says under `troubles` what a person has to mend.
    /// </summary>
    /// <param name="app">The program.</param>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(
        SourcingDbContext db, IEnumerable<IChatPlatform> platforms, SchedulerService scheduler, IClock clock, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        try
        {
            var enabled = platforms.Where(p => p.IsEnabled).Select(p => p.Id.Value).ToList();
            var troubles = platforms.Where(p => p.IsEnabled && p.Trouble is not null).Select(p => new { platform = p.Id.Value, words = p.Trouble!.Words }).ToList();
            var queues = await ChatHealth.OfAsync(db, enabled, clock.GetCurrentInstant(), cancellationToken);
            var late = queues.InboxOldest >= LongestWait;
            var idle = scheduler.State == SchedulerState.Stopped;
            var ready = !late && !idle;
            var resting = queues.DeadEvents + queues.DeadMessages > 0;
            return Results.Json(
                new
                {
                    status = late ? "late" : idle ? "reminders are not sent: the scheduler does not run"
                        : troubles.Count > 0 ? "ready, but a platform refuses the bot" : resting ? "ready, with messages at rest" : "ready",
                    platforms = enabled,
                    troubles,
                    scheduler = scheduler.State.ToString().ToLowerInvariant(),
                    inbox = new { waiting = queues.InboxWaiting, oldestSeconds = (long)queues.InboxOldest.TotalSeconds, dead = queues.DeadEvents },
                    outbox = new { waiting = queues.OutboxWaiting, oldestSeconds = (long)queues.OutboxOldest.TotalSeconds, dead = queues.DeadMessages },
                },
                statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or TimeoutException or InvalidOperationException)
        {
            DatabaseAway(loggers.CreateLogger(typeof(Health)), fault);
            return Results.Json(new { status = "the database cannot be reached" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be reached.")]
    private static partial void DatabaseAway(ILogger logger, Exception fault);
}
