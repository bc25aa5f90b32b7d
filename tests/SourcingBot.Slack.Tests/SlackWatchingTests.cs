using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>Watched channels in Slack.</summary>
public sealed class SlackWatchingTests : WatchingContract
{
    protected override async Task<IChannelTalk> StartAsync() => await SlackTalk.StartAsync();
}
