namespace SourcingBot.Slack;

/// <summary>Who the bot is in the workspace; empty until Slack was asked, which may be later than the first event.</summary>
internal sealed class SlackIdentity
{
    /// <summary>The bot's user id, or null.</summary>
    public string? BotUser { get; set; }

    /// <summary>The bot's own id, or null.</summary>
    public string? BotId { get; set; }
}
