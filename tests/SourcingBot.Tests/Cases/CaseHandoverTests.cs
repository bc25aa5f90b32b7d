using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Tests.Orders;

namespace SourcingBot.Tests.Cases;

/// <summary>The pack taken in chat, and cases deleted; on the real database.</summary>
public sealed class CaseHandoverTests : IAsyncLifetime
{
    private readonly OrderTalk _talk = new();

    public Task InitializeAsync() => _talk.StartAsync();

    public async Task DisposeAsync() => await _talk.DisposeAsync();

    [Fact]
    public async Task The_button_says_what_to_mind_and_gives_the_file()
    {
        var name = await BeginAsync();
        await _talk.SayAsync("summary");
        await _talk.PressAsync("Get the evidence pack");
        await SendRestAsync();

        var (card, file) = (_talk.Store.Platform.Seen[^2].Delivery.Message, _talk.Last);
        Assert.Contains("Read the claim statement", CardText(card), StringComparison.Ordinal);
        Assert.Contains("Still open in the case", CardText(card), StringComparison.Ordinal);
        Assert.Equal(name + " evidence.zip", file.File?.Name);
        Assert.Contains("There are no exhibits yet", file.Text, StringComparison.Ordinal);
        Assert.Contains("1-claim-statement.docx", await NamesInAsync(file.File!));
    }

    [Theory]
    [InlineData("pack")]
    [InlineData("pack 178453210")]
    [InlineData("pack {0}")]
    public async Task The_word_gives_it_too(string words)
    {
        var name = await BeginAsync();
        await _talk.SayAsync(words.Replace("{0}", name, StringComparison.Ordinal));
        await SendRestAsync();
        Assert.Equal(name + " evidence.zip", _talk.Last.File?.Name);
    }

    [Fact]
    public async Task Of_several_disputes_a_button_picks_one()
    {
        await BeginAsync();
        var second = await BeginAsync("178453211");
        _talk.Person = "U2";

        Assert.Contains("Which case", await _talk.SayAsync("pack"), StringComparison.Ordinal);
        await _talk.PressTokenAsync(_talk.Last.Card!.Parts.OfType<Buttons>().SelectMany(b => b.Items).Single(b => b.Label.StartsWith(second, StringComparison.Ordinal)).Token);
        await SendRestAsync();
        Assert.Equal(second + " evidence.zip", _talk.Last.File?.Name);
    }

    [Fact]
    public async Task Without_a_dispute_the_word_says_how_to_begin_one() =>
        Assert.Contains("There is no dispute to pack yet", await _talk.SayAsync("pack"), StringComparison.Ordinal);

    [Fact]
    public async Task A_case_is_deleted_when_it_was_said_twice()
    {
        var name = await BeginAsync();
        Assert.Contains("They cannot be brought back", await _talk.SayAsync("delete case " + name), StringComparison.Ordinal);
        Assert.Equal(1, await _talk.ReadAsync(db => db.Cases.CountAsync()));

        Assert.Contains("is deleted", await _talk.PressAsync("Delete it"), StringComparison.Ordinal);

        Assert.Equal((0, 0, 0), await _talk.ReadAsync(async db => (await db.Cases.CountAsync(), await db.CaseEntries.CountAsync(), await db.CasePlaces.CountAsync())));
        Assert.Contains("I know no case", await _talk.SayAsync("case " + name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_changes_their_mind_keeps_the_case()
    {
        var name = await BeginAsync();
        Assert.Contains("cannot be brought back", await _talk.SayAsync("delete " + name), StringComparison.Ordinal);
        await _talk.PressAsync("Keep it");
        Assert.Equal(1, await _talk.ReadAsync(db => db.Cases.CountAsync()));
    }

    private async Task SendRestAsync()
    {
        _talk.Store.Clock.Now += Duration.FromSeconds(2);
        await _talk.Store.SendAsync();
    }

    private async Task<string> BeginAsync(string number = "178453210")
    {
        await _talk.SayAsync($"order {number} Ningbo Bright USD 12,400 FOB Ningbo");
        await _talk.SayAsync($"dispute {number} arrived broken");
        return await _talk.ReadAsync(db => db.Cases.OrderByDescending(c => c.CreatedAt).Select(c => c.Name).FirstAsync());
    }

    private async Task<IReadOnlyList<string>> NamesInAsync(FileToSend file)
    {
        await using var scope = _talk.Store.Services.CreateAsyncScope();
        await using var content = await FileSources.OpenAsync(scope.ServiceProvider, file.Reference, CancellationToken.None);
        await using var zip = new ZipArchive(content!.Content);
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    private static string CardText(OutgoingMessage message) => Host.Commands.TerminalCard.Render(message, coloured: false);
}
