using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Evidence;
using SourcingBot.Host.Scheduling;

namespace SourcingBot.Host;

/// <summary>Tells whoever operates the bot how it is.</summary>
internal static partial class Health
{
    /// <summary>An event that waits longer than this means that nobody answers; a message that could be sent, that nobody sends.</summary>
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
        SourcingDbContext db, IEnumerable<IChatPlatform> platforms, SchedulerService scheduler, FilesRoot root, IClock clock, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        try
        {
            var enabled = platforms.Where(p => p.IsEnabled).Select(p => p.Id.Value).ToList();
            var troubles = platforms.Where(p => p.IsEnabled && p.Trouble is not null).Select(p => new { platform = p.Id.Value, words = p.Trouble!.Words }).ToList();
            var sending = platforms.Where(p => p.IsEnabled && p.Trouble is not { StopsSending: true }).Select(p => p.Id.Value).ToList();
            var queues = await ChatHealth.OfAsync(db, enabled, sending, clock.GetCurrentInstant(), cancellationToken);

            // A message that its platform told to wait is not late: this host is as ready as any other would be.
            var late = queues.InboxOldest >= LongestWait || queues.OutboxOverdue >= LongestWait;
            var files = await root.ProblemAsync(cancellationToken);
            var idle = scheduler.State == SchedulerState.Stopped;
            var ready = !late && !idle && files is null;
            return Results.Json(
                new
                {
                    status = !late && idle ? "reminders are not sent: the scheduler does not run" : !late && files is not null ? "files cannot be kept. " + files : StatusOf(queues, ready, troubles.Count > 0),
                    platforms = enabled,
                    troubles,
                    scheduler = scheduler.State.ToString().ToLowerInvariant(),
                    inbox = new { waiting = queues.InboxWaiting, oldestSeconds = (long)queues.InboxOldest.TotalSeconds, dead = queues.DeadEvents },
                    outbox = new
                    {
                        waiting = queues.OutboxWaiting,
                        oldestSeconds = (long)queues.OutboxOldest.TotalSeconds,
                        overdueSeconds = (long)queues.OutboxOverdue.TotalSeconds,
                        dead = queues.DeadMessages,
                    },
                },
                statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or TimeoutException or InvalidOperationException)
        {
            DatabaseAway(loggers.CreateLogger(typeof(Health)), fault);
            return Results.Json(new { status = "the database cannot be reached" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static string StatusOf(ChatHealth queues, bool ready, bool isTroubled) => (ready, queues) switch
    {
        (false, _) => "late",
        _ when isTroubled => "ready, but a platform refuses the bot",
        (_, { DeadEvents: > 0 } or { DeadMessages: > 0 }) => "ready, with messages at rest",
        (_, { OutboxOldest: var oldest }) when oldest >= LongestWait => "ready, with messages that a platform does not take yet",
        _ => "ready",
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be reached.")]
    private static partial void DatabaseAway(ILogger logger, Exception fault);
}
