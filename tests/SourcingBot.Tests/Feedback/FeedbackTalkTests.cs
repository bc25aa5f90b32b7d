using Microsoft.EntityFrameworkCore;
using SourcingBot.Chat;
using SourcingBot.Feedback;
using SourcingBot.Risk;
using SourcingBot.Testing;
using SourcingBot.Tests.Orders;

namespace SourcingBot.Tests.Feedback;

/// <summary>Explanations and opinions are about the answer as it was given, and for those who have seen it.</summary>
public sealed class FeedbackTalkTests : IAsyncLifetime
{
    private const string Scam = "check Our usual bank account is frozen by audit, please remit the balance of USD 4,000 to the new account of Mr Li today.";
    private const string Known = "check Invoice for order 178453210. Beneficiary: Ningbo Bright Electronics Co., Ltd. Account No. 388566021144. Bank of Ningbo. Total USD 12,400.";
    private const string Other = "Invoice for order 178453210. Account No. 912200457788. Total USD 12,400.";
    private const string Fob = "check Order 178453210: we quote CIF USA 3.40 USD each, 500 pcs.";

    private readonly OrderTalk _talk = new();

    public Task InitializeAsync() => _talk.StartAsync();

    public async Task DisposeAsync() => await _talk.DisposeAsync();

    [Fact]
    public async Task Why_under_a_warning_of_what_the_team_knows_gives_that_as_the_reason()
    {
        await KnowAsync();
        await _talk.SayAsync(Other);
        var labels = _talk.Last.Card!.Parts.OfType<Buttons>().SelectMany(b => b.Items).Select(b => b.Label).ToList();
        Assert.Contains("False alarm", labels);
        Assert.DoesNotContain("You missed something", labels);

        var right = _talk.TokenOf("Right");
        var why = await _talk.PressAsync("Why?");
        Assert.Contains("Why I warned", why, StringComparison.Ordinal);
        Assert.Contains("Not what you know of Ningbo Bright", why, StringComparison.Ordinal);
        Assert.DoesNotContain("912200", why, StringComparison.Ordinal);

        // The words alone hold no risk, so they teach nothing.
        await _talk.PressTokenAsync(right);
        Assert.Empty(FeedbackExport.Lines(await RowsAsync(), out _, out var unnamed));
        Assert.Equal(1, unnamed);
    }

    [Fact]
    public async Task Why_not_under_an_answer_with_a_muted_rule_says_what_was_held_back()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright USD 12,400 FOB Ningbo 30/70");
        await _talk.SayAsync("mute incoterm-gap for Ningbo Bright until 31 Dec 2026 because the place is in the contract");
        await _talk.SayAsync(Fob);

        var why = await _talk.PressAsync("Why not?");

        Assert.Contains("What I read, and why I said nothing", why, StringComparison.Ordinal);
        Assert.Contains("Trade term without a place", why, StringComparison.Ordinal);
        Assert.Contains("it is muted for this supplier", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_told_to_one_person_alone_is_not_explained_to_another()
    {
        await _talk.SayAsync(Scam, command: true);
        Assert.Equal(Audience.AskerOnly, _talk.Last.Audience);

        _talk.Person = "U2";
        Assert.Contains("I do not see which answer you mean", await _talk.SayAsync("why?"), StringComparison.Ordinal);

        _talk.Person = "U1";
        Assert.Contains("Why I warned", await _talk.SayAsync("why?"), StringComparison.Ordinal);
        Assert.Equal(Audience.AskerOnly, _talk.Last.Audience);
    }

    [Theory]
    [InlineData("why")]
    [InlineData("Why not?!")]
    [InlineData("¿Por qué?")]
    [InlineData("Pourquoi ?")]
    [InlineData("为什么？")]
    public async Task Why_is_understood_in_every_language_that_is_read(string why)
    {
        await _talk.SayAsync(Scam);
        Assert.Contains("Why I warned", await _talk.SayAsync(why), StringComparison.Ordinal);
        Assert.Equal(Audience.Conversation, _talk.Last.Audience);
    }

    [Fact]
    public Task The_kind_of_what_was_missed_can_be_chosen_where_the_question_arrived() => ChoosesAsync();

    [PostgresFact]
    public async Task The_same_on_PostgreSql()
    {
        await _talk.DisposeAsync();
        await _talk.StartAsync(postgres: true);
        await ChoosesAsync();
        Assert.Contains("What I read, and why I said nothing", await _talk.SayAsync("why not?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_have_two_opinions_and_each_forgets_only_their_own()
    {
        await _talk.SayAsync(Scam);
        var (right, wrong) = (_talk.TokenOf("Right"), _talk.TokenOf("False alarm"));
        await _talk.PressTokenAsync(right);
        await _talk.PressTokenAsync(right);
        _talk.Person = "U2";
        await _talk.PressTokenAsync(wrong);
        Assert.Equal([Opinion.Right, Opinion.FalseAlarm], (await RowsAsync()).OrderBy(r => r.Id).Select(r => r.Opinion));

        Assert.Contains("what you said of one answer", await _talk.SayAsync("forget my feedback"), StringComparison.Ordinal);

        Assert.Equal("U1", Assert.Single(await RowsAsync()).Person);
        Assert.Contains("There is nothing to forget", await _talk.SayAsync("forget feedback"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opinion_is_of_what_was_told_even_where_rules_have_changed_since()
    {
        await _talk.SayAsync("check Supplier wants 100% upfront before production and says no deposit is possible, is that normal?");
        var right = _talk.TokenOf("Right");
        await _talk.ReadAsync(db => db.Checks.ExecuteUpdateAsync(set => set.SetProperty(c => c.Findings, """[{"rule":"rule-of-old","spans":[],"category":"too-good-price"}]""").SetProperty(c => c.Verdict, Verdict.Caution)));

        var why = await _talk.PressAsync("Why?");
        Assert.Contains("this was told then", why, StringComparison.Ordinal);
        await _talk.PressTokenAsync(right);

        Assert.Equal(["too-good-price"], Assert.Single(FeedbackExport.Lines(await RowsAsync(), out _, out _)).Flags);
    }

    private async Task ChoosesAsync()
    {
        await _talk.SayAsync("check Packing list is attached, 40 cartons of 25 kg, the vessel leaves Ningbo on Friday.");
        Assert.Contains("What did I miss?", await _talk.PressAsync("You missed something"), StringComparison.Ordinal);
        var kind = _talk.TokenOf("A new fee");

        _talk.Person = "U2";
        Assert.DoesNotContain("Thank you", await _talk.PressTokenAsync(kind, "D9"), StringComparison.Ordinal);

        // In Teams the question comes to the personal chat, another conversation than the answer's.
        _talk.Person = "U1";
        Assert.Contains("Thank you", await _talk.PressTokenAsync(kind, "D1"), StringComparison.Ordinal);
        Assert.Equal("extra-fee", Assert.Single(await RowsAsync()).Category);
    }

    private async Task KnowAsync()
    {
        await _talk.SayAsync("order 178453210 Ningbo Bright USD 12,400 FOB Ningbo 30/70");
        await _talk.SayAsync(Known);
        await _talk.PressAsync("I called: it is their account");
    }

    private Task<List<FeedbackRow>> RowsAsync() => _talk.ReadAsync(db => db.Feedback.AsNoTracking().ToListAsync());
}
