using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Data;
using SourcingBot.Feedback;
using SourcingBot.Risk;
using SourcingBot.Risk.Training;

namespace SourcingBot.Testing;

/// <summary>What each platform promises of "why?", "why not?" and what people say of an answer.</summary>
public abstract class FeedbackContract : IAsyncLifetime
{
    private const string Scam = "Our usual bank account DE89 3704 0044 0532 0130 00 is frozen by audit, please remit the balance of USD 4,000 to the new account of Mr Li today.";
    private const string Calm = "Packing list is attached, 40 cartons of 25 kg, the vessel leaves Ningbo on Friday.";

    private ICaseTalk _talk = null!;

    /// <summary>Starts the program.</summary>
    protected abstract Task<ICaseTalk> StartAsync();

    /// <inheritdoc/>
    public async Task InitializeAsync() => _talk = await StartAsync();

    /// <inheritdoc/>
    public async Task DisposeAsync() => await _talk.DisposeAsync();

    [Fact]
    public async Task Why_shows_the_rule_its_words_an_example_and_the_chance()
    {
        await _talk.AskAsync(Scam);
        var why = await _talk.PressLabelAsync("Why?");

        Assert.Contains("Why I warned", why, StringComparison.Ordinal);
        Assert.Contains("bank-account-changed", why, StringComparison.Ordinal);
        Assert.Contains("For example", why, StringComparison.Ordinal);
        Assert.Contains("hold a risk", why, StringComparison.Ordinal);
        Assert.DoesNotContain("3704", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_not_shows_what_was_read_also_when_it_is_typed()
    {
        await _talk.AskAsync(Calm);
        var pressed = await _talk.PressLabelAsync("Why not?");
        Assert.Contains("What I read, and why I said nothing", pressed, StringComparison.Ordinal);

        Assert.Contains("What I read, and why I said nothing", await _talk.AskAsync("why not?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Right_and_false_alarm_are_kept_once_a_person_and_become_lines_that_the_trainer_reads()
    {
        await _talk.AskAsync(Scam);
        Assert.Contains("Thank you", await _talk.PressLabelAsync("Right"), StringComparison.Ordinal);
        var right = Assert.Single(await LinesAsync());
        Assert.Equal(Verdict.High, right.Verdict);
        Assert.Contains("bank-change", right.Flags);
        Assert.DoesNotContain("3704", right.Text, StringComparison.Ordinal);

        await _talk.PressLabelAsync("False alarm");
        Assert.Equal(Verdict.None, Assert.Single(await LinesAsync()).Verdict);
    }

    [Fact]
    public async Task What_was_missed_is_asked_for_and_kept_with_its_kind()
    {
        await _talk.AskAsync(Calm);
        Assert.Contains("What did I miss?", await _talk.PressLabelAsync("You missed something"), StringComparison.Ordinal);
        Assert.Empty(await LinesAsync());

        await _talk.PressLabelAsync("A new fee");
        var missed = Assert.Single(await LinesAsync());
        Assert.Equal((Verdict.High, "extra-fee"), (missed.Verdict, Assert.Single(missed.Flags)));
    }

    [Fact]
    public async Task When_the_words_are_gone_the_button_says_so()
    {
        await _talk.AskAsync(Scam);
        await using (var scope = _talk.Host.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().Inbox.ExecuteDeleteAsync();

        Assert.Contains("I no longer have that message", await _talk.PressLabelAsync("Why?"), StringComparison.Ordinal);
    }

    private async Task<List<LabelledMessage>> LinesAsync()
    {
        await using var scope = _talk.Host.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().Feedback.AsNoTracking().ToListAsync();
        return [.. LabelledMessage.Read(FeedbackExport.Lines(rows, out _, out _).Select(l => l.ToJson()), "feedback")];
    }
}
