using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>A team's own model as a second reader, asked from Slack.</summary>
public sealed class SlackSecondReaderTests : SecondReaderContract
{
    protected override async Task<ICaseTalk> StartAsync(Func<HttpRequestMessage, string, HttpResponseMessage?> model)
    {
        var talk = await SlackTalk.StartAsync(null, Settings);
        talk.Model = model;
        return talk;
    }
}
