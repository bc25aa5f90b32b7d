using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>Asks Slack who the bot is, again and again until it answers; the program does not wait for it.</summary>
internal sealed partial class SlackIntroduction(SlackWebApi api, SlackIdentity identity, SlackOptions options, ILogger<SlackIntroduction> logger) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.BotToken is null)
        {
            Off();
            return;
        }

        for (var wait = TimeSpan.FromSeconds(1); !stoppingToken.IsCancellationRequested; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            var asked = await api.CallAsync("auth.test", new { }, stoppingToken);
            if (asked.Failure is null)
            {
                (identity.BotUser, identity.BotId) = (asked.Answer.Text("user_id"), asked.Answer.Text("bot_id"));
                On();
                return;
            }

            NotYet(asked.Failure.ToString());
            await Task.Delay(wait, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack is off: set Slack:BotToken, and Slack:SigningSecret (HTTP) or Slack:AppToken (Socket Mode), to turn it on.")]
    private partial void Off();

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack is on.")]
    private partial void On();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack cannot be reached yet: {Reason}")]
    private partial void NotYet(string reason);
}
