using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SourcingBot.Cases;
using SourcingBot.Chat;
using SourcingBot.Flows;
using SourcingBot.Tests.Orders;

namespace SourcingBot.Tests.Cases;

/// <summary>A case that was begun with an older version of its flow goes on with the newer: questions and choices come and go, answers stay.</summary>
public sealed class OlderFlowTests : IAsyncLifetime
{
    private const string Older = """
        {"id": "f", "version": 1, "kind": "vetting", "title": "Vetting", "intro": "We look at them together.", "source": "S", "date": "2026-11-26",
         "questions": [
           {"id": "met", "kind": "yes-no", "ask": "Have you met them?"},
           {"id": "size", "kind": "choice", "ask": "How large are they?", "choices": [{"id": "small", "label": "Small"}, {"id": "medium", "label": "Medium"}, {"id": "large", "label": "Large"}]},
           {"id": "manner", "kind": "text", "ask": "How do they answer?"},
           {"id": "papers", "kind": "text", "ask": "Which papers have they sent?"}]}
        """;

    /// <summary>The choice "small" and the question of their manner are gone, that of the site is new, that of the papers has another name.</summary>
    private const string Newer = """
        {"id": "f", "version": 2, "kind": "vetting", "title": "Vetting", "intro": "We look at them together.", "source": "S", "date": "2026-11-27",
         "questions": [
           {"id": "met", "kind": "yes-no", "ask": "Have you met them?"},
           {"id": "site", "kind": "text", "ask": "Where is their factory?"},
           {"id": "size", "kind": "choice", "ask": "How large are they?", "choices": [{"id": "medium", "label": "Medium"}, {"id": "large", "label": "Large"}]},
           {"id": "documents", "kind": "text", "ask": "Which documents have they sent?", "renamedFrom": ["papers"]}]}
        """;

    private readonly OrderTalk _talk = new() { IsPersonal = true };
    private FlowBook _flows = Read(Older);

    public Task InitializeAsync() => _talk.StartAsync(more: s => s.AddTransient(_ => _flows));

    public async Task DisposeAsync() => await _talk.DisposeAsync();

    [Fact]
    public async Task Answers_stay_and_what_is_new_is_asked()
    {
        await _talk.SayAsync("vet them");
        await _talk.PressAsync("Yes");
        await _talk.PressAsync("Small");
        await _talk.SayAsync("Within a day");
        Assert.Contains("Where is their factory?", await AfterTheChangeAsync(() => _talk.SayAsync("The business licence")), StringComparison.Ordinal);

        var end = await _talk.SayAsync("In Ningbo");

        Assert.Contains("In Ningbo", end, StringComparison.Ordinal);
        Assert.Contains("The business licence", end, StringComparison.Ordinal);
        var row = await CaseAsync();
        Assert.Equal(2, row.FlowVersion);
        foreach (var kept in new[] { "\"small\"", "Within a day", "The business licence", "In Ningbo" }) Assert.Contains(kept, row.Answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_a_question_that_is_gone_goes_on_with_the_next_one()
    {
        await _talk.SayAsync("vet them");
        await _talk.PressAsync("Yes");
        Assert.Contains("How do they answer?", await _talk.PressAsync("Large"), StringComparison.Ordinal);

        var next = await AfterTheChangeAsync(() => _talk.SayAsync("Within a day"));

        Assert.Contains("Where is their factory?", next, StringComparison.Ordinal);
        Assert.Contains("These questions were improved", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_that_is_gone_is_asked_anew()
    {
        await _talk.SayAsync("vet them");
        Assert.Contains("How large are they?", await _talk.PressAsync("Yes"), StringComparison.Ordinal);
        var small = _talk.TokenOf("Small");

        var next = await AfterTheChangeAsync(() => _talk.PressTokenAsync(small));

        Assert.Contains("Where is their factory?", next, StringComparison.Ordinal);
        Assert.DoesNotContain("small", (await CaseAsync()).Answers, StringComparison.Ordinal);
        Assert.Contains("How large are they?", await _talk.SayAsync("In Ningbo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_up_again_it_says_that_the_questions_were_improved()
    {
        await _talk.SayAsync("vet them");
        await _talk.PressAsync("Yes");
        await _talk.SayAsync("stop");
        var name = (await CaseAsync()).Name;

        var again = await AfterTheChangeAsync(() => _talk.SayAsync("case " + name));

        Assert.Contains("These questions were improved", again, StringComparison.Ordinal);
        Assert.Contains("Where is their factory?", again, StringComparison.Ordinal);
    }

    private Task<string> AfterTheChangeAsync(Func<Task<string>> act)
    {
        _flows = Read(Newer);
        return act();
    }

    private Task<CaseRow> CaseAsync() => _talk.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync());

    private static FlowBook Read(string json) => FlowBook.Read([("f.flow.json", json)], _ => null);
}
