using SourcingBot.Testing;

namespace SourcingBot.Teams.Tests;

/// <summary>Every transcript beside a flow, played in a personal chat with the bot, through the front door of the Bot Framework.</summary>
public sealed class TeamsCaseTranscriptTests : IAsyncLifetime
{
    private TeamsTalk _talk = null!;

    public async Task InitializeAsync() => _talk = await TeamsTalk.StartAsync();

    public async Task DisposeAsync() => await _talk.DisposeAsync();

    [Theory]
    [MemberData(nameof(CaseTranscript.Names), MemberType = typeof(CaseTranscript))]
    public async Task The_conversation_goes_as_approved(string name)
    {
        await CaseTranscript.PlayAsync(name, _talk.Host, _talk.Clock, _talk);

        // A pack is offered; it goes into the person's OneDrive when the person takes it.
        if (!_talk.Posts.Any(p => p.Contains("file.consent", StringComparison.Ordinal))) return;
        await _talk.AcceptAsync();
        await SentPack.HoldsAllFilesAsync(_talk.Uploads[^1], _talk.Host);
    }
}
