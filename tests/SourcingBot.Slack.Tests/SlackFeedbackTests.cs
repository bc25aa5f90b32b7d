using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>Explanations and opinions in Slack.</summary>
public sealed class SlackFeedbackTests : FeedbackContract
{
    protected override async Task<ICaseTalk> StartAsync() => await SlackTalk.StartAsync();
}
