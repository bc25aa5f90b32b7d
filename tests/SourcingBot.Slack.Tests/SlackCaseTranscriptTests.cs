using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>Every transcript beside a flow, played in a personal chat with the bot, through the signed front door.</summary>
public sealed class SlackCaseTranscriptTests : IAsyncLifetime
{
    private SlackTalk _talk = null!;

    public async Task InitializeAsync() => _talk = await SlackTalk.StartAsync();

    public async Task DisposeAsync() => await _talk.DisposeAsync();

    [Theory]
    [MemberData(nameof(CaseTranscript.Names), MemberType = typeof(CaseTranscript))]
    public async Task The_conversation_goes_as_approved(string name)
    {
        await CaseTranscript.PlayAsync(name, _talk.Host, _talk.Clock, _talk);

        if (_talk.Uploads.Count > 0) await SentPack.HoldsAllFilesAsync(_talk.Uploads[^1], _talk.Host);
    }
}
