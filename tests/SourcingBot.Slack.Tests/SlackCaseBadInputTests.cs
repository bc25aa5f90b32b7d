using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>Slack with bad files, late answers and strange buttons.</summary>
public sealed class SlackCaseBadInputTests : CaseBadInputContract
{
    protected override string Forbidden => "I am not allowed to open";

    protected override async Task<ICaseTalk> StartAsync() => await SlackTalk.StartAsync();
}
