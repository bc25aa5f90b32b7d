using SourcingBot.Testing;

namespace SourcingBot.Teams.Tests;

/// <summary>A team's own model as a second reader, asked from Teams.</summary>
public sealed class TeamsSecondReaderTests : SecondReaderContract
{
    protected override async Task<ICaseTalk> StartAsync(Func<HttpRequestMessage, string, HttpResponseMessage?> model)
    {
        var talk = await TeamsTalk.StartAsync(null, Settings);
        talk.Model = model;
        return talk;
    }
}
