using SourcingBot.Testing;

namespace SourcingBot.Teams.Tests;

/// <summary>Explanations and opinions in Teams.</summary>
public sealed class TeamsFeedbackTests : FeedbackContract
{
    protected override async Task<ICaseTalk> StartAsync() => await TeamsTalk.StartAsync();
}
