using System.Text.Json;
using Microsoft.Extensions.Logging;
using SourcingBot.Text;

namespace SourcingBot.Slack;

/// <summary>Takes what Slack tells the app itself and nobody is to answer. The same for HTTP and Socket Mode.</summary>
/// <param name="users">Who people are.</param>
/// <param name="logger">Where warnings go; never the words of a message.</param>
internal sealed partial class SlackNotices(SlackUsers users, ILogger<SlackNotices> logger)
{
    /// <summary>Looks at a payload of the Events API.</summary>
    /// <param name="envelope">The whole payload.</param>
    public void See(JsonElement envelope)
    {
        // Slack holds events back above 30,000 an hour in a workspace; what was held back is not told again.
        if (envelope.Text("type") == "app_rate_limited") HeldBack(envelope.Whole("minute_rate_limited", 0));
        var e = envelope.At("event");
        if (e.Text("type") == "user_change") users.Changed(SlackEventMapper.Team(envelope), e.At("user"));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack held events back because there were too many, in the minute that began at Unix time {MinuteRateLimited}. Questions asked in it may need asking again.")]
    private partial void HeldBack(long minuteRateLimited);
}
