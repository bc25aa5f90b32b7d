using SourcingBot.Flows;
using Xunit;

namespace SourcingBot.Tests.Flows;

/// <summary>The ten reasons of a dispute: found by people's own words, short enough for a tired reader, and never a dead end.</summary>
public sealed class DisputeFlowTests
{
    /// <summary>A card's button holds no more.</summary>
    private const int LongestLabel = 24;

    private static readonly IReadOnlyList<FlowDefinition> Reasons = [.. FlowBook.BuiltIn.All.Where(f => f.Id.StartsWith("dispute-", StringComparison.Ordinal))];

    public static TheoryData<string> Ids => [.. Reasons.Select(f => f.Id)];

    [Fact]
    public void There_is_one_for_each_of_the_ten_reasons() => Assert.Equal(
        ["dispute-certificate", "dispute-counterfeit", "dispute-damaged", "dispute-extra-charges", "dispute-late", "dispute-not-as-described",
         "dispute-not-received", "dispute-not-shipped", "dispute-quality", "dispute-short"],
        Reasons.Select(f => f.Id).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("They still haven't shipped my order", "dispute-not-shipped")]
    [InlineData("the factory refuses to ship unless we raise the price", "dispute-not-shipped")]
    [InlineData("supplier doesn’t ship and keeps my money", "dispute-not-shipped")]
    [InlineData("It was shipped late, three weeks after the date", "dispute-late")]
    [InlineData("they missed the ship date again", "dispute-late")]
    [InlineData("Nothing came.", "dispute-not-received")]
    [InlineData("the parcel never arrived", "dispute-not-received")]
    [InlineData("I think it is fake tracking", "dispute-not-received")]
    [InlineData("we only got 300 of 500", "dispute-short")]
    [InlineData("two cartons are missing", "dispute-short")]
    [InlineData("The goods arrived broken", "dispute-damaged")]
    [InlineData("half of the glasses are cracked, the box was crushed", "dispute-damaged")]
    [InlineData("wrong colour", "dispute-not-as-described")]
    [InlineData("this is not what we ordered", "dispute-not-as-described")]
    [InlineData("the lamp does not work", "dispute-quality")]
    [InlineData("bad quality, it falls apart", "dispute-quality")]
    [InlineData("the CE certificate is fake", "dispute-certificate")]
    [InlineData("goods stopped at customs, no certificate", "dispute-certificate")]
    [InlineData("they are fake, the brand owner says so", "dispute-counterfeit")]
    [InlineData("these headphones are counterfeit", "dispute-counterfeit")]
    [InlineData("they want 400 more for the parcel", "dispute-extra-charges")]
    [InlineData("supplier asks for more money after I paid", "dispute-extra-charges")]
    public void It_is_found_by_what_people_say(string words, string expected) => Assert.Equal(expected, FlowBook.BuiltIn.Guess(words, FlowKind.Dispute)?.Id);

    [Fact]
    public void No_phrase_means_two_reasons() =>
        Assert.Empty(Reasons.SelectMany(f => f.Words).GroupBy(w => w, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_proof_says_why_it_decides_and_an_example_and_each_must_says_what_to_do_without_it(string id)
    {
        var proofs = FlowBook.BuiltIn.Find(id)!.Questions.Where(q => q.Kind == AnswerKind.Evidence).ToList();
        Assert.True(proofs.Count(q => q.Weight == Weight.Must) >= 3);
        Assert.All(proofs, q => Assert.False(string.IsNullOrEmpty(q.Why) || string.IsNullOrEmpty(q.Example), q.Id));
        Assert.All(proofs.Where(q => q.Weight == Weight.Must), q => Assert.True(q.Notes.Any(n => n.Is.Contains("missing")), q.Id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_it_says_is_short_and_has_a_source(string id)
    {
        var flow = FlowBook.BuiltIn.Find(id)!;
        Assert.All(flow.Questions, q =>
        {
            Assert.True(q.Ask.Length <= 140, q.Ask);
            Assert.All(new[] { q.Why, q.Weak, q.Example, q.Shows }.Concat(q.Notes.SelectMany(n => new[] { n.Say, n.Send })), words => Assert.True(words is null || words.Length <= 220, words));
            Assert.All(q.Choices, c => Assert.True(c.Label.Length <= LongestLabel, c.Label));
        });
        Assert.All(flow.Steps, s => Assert.False(string.IsNullOrEmpty(s.Source) || string.IsNullOrEmpty(s.Confidence), s.Id));
    }

    [Theory]
    [InlineData("trade-assurance", "file-trade-assurance")]
    [InlineData("wholesale", "file-wholesale")]
    [InlineData("offline", "file-offline")]
    public void Each_way_to_pay_has_its_own_way_to_file_and_no_other(string protection, string step)
    {
        var answers = new Dictionary<string, Answer> { ["protection"] = new() { State = AnswerState.Given, Choice = protection, At = default } };
        Assert.All(Reasons, f => Assert.Equal(
            [step], FlowEngine.Steps(f, answers).Select(s => s.Id).Where(s => s.StartsWith("file-", StringComparison.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void With_a_followed_order_that_was_paid_on_its_page_nobody_is_asked_more_than_sixteen_questions(string id)
    {
        var flow = FlowBook.BuiltIn.Find(id)!;
        foreach (var remedy in flow.Find("remedy")!.Choices)
        {
            var answers = flow.Questions.ToDictionary(q => q.Id, q => new Answer { State = AnswerState.Given, Choice = Plain(q), At = default });
            answers["remedy"] = answers["remedy"] with { Choice = remedy.Id };
            Assert.InRange(FlowEngine.Applicable(flow, answers).Count(q => q.Prefill is null), 8, 16);
        }
    }

    private static string? Plain(Question question) => question.Kind switch
    {
        AnswerKind.YesNo => "no",
        AnswerKind.Choice => question.Choices[0].Id == "designated" ? "none" : question.Choices[0].Id,
        _ => null,
    };
}
