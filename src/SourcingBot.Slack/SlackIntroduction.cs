using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SourcingBot.Chat;

using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>
/// Asks Slack who the bot is, again and again until it answers, and asks again while Slack refuses the bot. The program does
/// not wait for it.
/// </summary>
internal sealed partial class SlackIntroduction(
    SlackWebApi api, SlackIdentity identity, SlackStanding standing, SlackOptions options, ILogger<SlackIntroduction> logger) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Asks once who the bot is; a token that Slack accepts again ends the waiting of messages.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether Slack answered.</returns>
    public async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        var asked = await api.CallAsync("auth.test", new { }, cancellationToken);
        if (asked.Failure is null)
        {
            (identity.BotUser, identity.BotId) = (asked.Answer.Text("user_id"), asked.Answer.Text("bot_id"));
            standing.Accepted(asked.Scopes);
            return true;
        }

        // A refusal is told by the standing, once.
        if (asked.Failure is not SendResult.Paused) NotYet(asked.Failure.ToString());
        return false;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.BotToken is null)
        {
            Off();
            return;
        }

        for (var wait = TimeSpan.FromSeconds(1); !await AskAsync(stoppingToken); wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
            await Task.Delay(wait, stoppingToken);
        On();
        while (true)
        {
            await standing.Refusal.WaitAsync(stoppingToken);
            await Task.Delay(LongestWait, stoppingToken);
            await AskAsync(stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack is off: set Slack:BotToken, and Slack:SigningSecret (HTTP) or Slack:AppToken (Socket Mode), to turn it on.")]
    private partial void Off();

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack is on.")]
    private partial void On();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack cannot be reached yet: {Reason}")]
    private partial void NotYet(string reason);
}
