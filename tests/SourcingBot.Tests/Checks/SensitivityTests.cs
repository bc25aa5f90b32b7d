using SourcingBot.Checks;
using SourcingBot.Resources;
using SourcingBot.Risk;
using SourcingBot.Tests.Orders;

namespace SourcingBot.Tests.Checks;

/// <summary>A team says how early it wants to hear of a risk.</summary>
public sealed class SensitivityTests : IAsyncLifetime
{
    private readonly OrderTalk _talk = new();

    public Task InitializeAsync() => _talk.StartAsync();

    public async Task DisposeAsync() => await _talk.DisposeAsync();

    [Fact]
    public async Task What_was_chosen_is_shown_and_holds_for_one_way_of_listening()
    {
        Assert.Contains("When you ask, I am now quiet", await _talk.SayAsync("sensitivity quiet"), StringComparison.Ordinal);
        Assert.Contains("In watched channels I am now careful", await _talk.SayAsync("sensitivity watching careful"), StringComparison.Ordinal);
        Assert.Contains("Asked: quiet. In watched channels: careful", await _talk.SayAsync("sensitivity"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_word_changes_nothing_and_says_which_there_are()
    {
        Assert.Contains("How early shall I speak up?", await _talk.SayAsync("sensitivity 2"), StringComparison.Ordinal);
        Assert.Contains("Asked: as usual. In watched channels: as usual", await _talk.SayAsync("sensitivity"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_message_is_questioned_by_a_careful_team_and_not_by_a_quiet_one()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Corpus", "w8.jsonl"));
        var doubtful = lines.Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!).First(t => !t.Contains('\n', StringComparison.Ordinal)
            && Warns(t, RiskThresholds.Asked.For(Sensitivity.Careful)) && !Warns(t, RiskThresholds.Asked.For(Sensitivity.Quiet)));

        await _talk.SayAsync("sensitivity careful");
        var early = await _talk.SayAsync("check " + doubtful);
        await _talk.SayAsync("sensitivity quiet");
        var late = await _talk.SayAsync("check " + doubtful);

        Assert.DoesNotContain(Words.VerdictNone, early, StringComparison.Ordinal);
        Assert.Contains(Words.VerdictNone, late, StringComparison.Ordinal);
    }

    private static bool Warns(string text, RiskThresholds thresholds) => RiskScanner.BuiltIn.Scan(text, Speaker.Unknown, null, thresholds).Verdict != Verdict.None;
}
