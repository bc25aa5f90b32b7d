using SourcingBot.Testing;

namespace SourcingBot.Teams.Tests;

/// <summary>Watched channels in Teams, where the team has consented to being read.</summary>
public sealed class TeamsWatchingTests : WatchingContract
{
    protected override async Task<IChannelTalk> StartAsync() => await TeamsTalk.StartAsync();
}
