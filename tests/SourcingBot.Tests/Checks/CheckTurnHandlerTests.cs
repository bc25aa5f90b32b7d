using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Risk;
using SourcingBot.Tests.Chat;

namespace SourcingBot.Tests.Checks;

public class CheckTurnHandlerTests
{
    [Theory]
    [InlineData("help")]
    [InlineData("HELP!")]
    [InlineData("hello")]
    [InlineData("?")]
    [InlineData("你好")]
    public async Task Help_is_one_short_card(string text)
    {
        var answer = await Ask(text, Addressing.Direct);

        Assert.Equal("Is this supplier message safe?", answer.Card!.Title);
        Assert.InRange(answer.Card.Parts.Count, 1, 4);
    }

    [Fact]
    public void Help_names_the_ways_of_its_platform_and_no_others()
    {
        var all = HelpCard.Build(Audience.Conversation, [Addressing.Direct, Addressing.Mention, Addressing.Command, Addressing.MessageShortcut]);
        var few = HelpCard.Build(Audience.Conversation, [Addressing.Direct, Addressing.Mention]);

        Assert.Equal(3, all.Card!.Parts.OfType<BulletList>().First().Items.Count);
        Assert.Equal(2, few.Card!.Parts.OfType<Paragraph>().Count());
        Assert.Contains("order 178453210", Assert.Single(few.Card.Parts.OfType<BulletList>()).Items[0], StringComparison.Ordinal);
        Assert.StartsWith("Is this supplier message safe? Give me", few.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", Addressing.Mention)]
    [InlineData("  \n ", Addressing.Direct)]
    [InlineData("check", Addressing.Command)]
    [InlineData("check:  ", Addressing.Direct)]
    public async Task An_empty_message_is_told_how_to_ask(string text, Addressing addressing) =>
        Assert.Equal("Nothing to read yet", (await Ask(text, addressing)).Card!.Title);

    [Fact]
    public async Task A_picture_without_words_is_told_to_be_typed_out()
    {
        var answer = await Ask(Message("", Addressing.Direct) with { Attachments = [new("photo.jpg", "image/jpeg", IsImage: true)] });

        Assert.Contains("not pictures", answer.Card!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_is_answered_with_the_known_ones() =>
        Assert.Equal("I do not know that command", (await Ask("deadlines", Addressing.Command)).Card!.Title);

    [Fact]
    public async Task A_message_pasted_behind_the_command_without_check_is_checked()
    {
        Assert.NotNull((await Turn(Message("Dear friend, the goods left our factory this morning, thank you.", Addressing.Command))).Check);
    }

    [Fact]
    public async Task Somebody_elses_message_is_checked_whole_even_when_it_says_help()
    {
        Assert.NotNull((await Turn(Message("help", Addressing.MessageShortcut))).Check);
    }

    [Fact]
    public async Task The_answer_is_for_the_asker_alone_where_outsiders_read_along()
    {
        Assert.Equal(Audience.AskerOnly, (await Ask(Message("hello there", Addressing.Mention) with { OutsidersReadAlong = true })).Audience);
        Assert.Equal(Audience.AskerOnly, (await Ask("check something for me please", Addressing.Command)).Audience);
        Assert.Equal(Audience.Conversation, (await Ask("hello there", Addressing.Mention)).Audience);
    }

    [Fact]
    public async Task An_address_behind_a_label_is_read_too()
    {
        var message = Message("Please pay here: Alibaba checkout", Addressing.Direct) with
        {
            Links = [new("Alibaba checkout", "https://pay.trade-alibaba.example/inv")],
        };

        var answer = await Ask(message);

        Assert.Contains(answer.Card!.Parts.OfType<BulletList>(), l => l.Items.Contains("“Alibaba checkout” leads to https://pay.trade-alibaba.example/inv"));
        Assert.Contains(RiskScanner.BuiltIn.Scan(LinkLabels.Append(message.Text, message.Links)).Facts.Links, l => l.Value.Host == "pay.trade-alibaba.example");
    }

    [Fact]
    public async Task Where_a_hidden_address_leads_is_told_before_the_reply_to_send()
    {
        var answer = await Ask(Message("The old account is frozen, please pay to the new account, write to sales@good.example", Addressing.Direct) with
        {
            Links = [new("sales@good.example", "evil@x.example"), new(new string('a', 200), "https://evil.example/\u202e")],
        });

        var parts = answer.Card!.Parts.ToList();
        var told = parts.FindIndex(p => p is BulletList list && list.Items[0] == "“sales@good.example” leads to evil@x.example");
        Assert.InRange(told, 1, parts.FindIndex(p => p is SuggestedReply) - 1);
        Assert.InRange(((BulletList)parts[told]).Items[1].Length, 121, 200);
        Assert.DoesNotContain('\u202e', ((BulletList)parts[told]).Items[1]);
    }

    [Theory]
    [InlineData("Asia/Shanghai", null, "2 Jun 2026")] // 1 June 22:00 UTC is 2 June there
    [InlineData("America/Los_Angeles", null, "1 Jun 2026")]
    [InlineData("Asia/Shanghai", "2026-05-20T10:00:00Z", "20 May 2026")] // somebody else wrote it earlier
    [InlineData(null, null, null)]
    [InlineData("Nowhere/Land", null, null)]
    public async Task A_relative_date_counts_from_the_day_of_the_message_on_the_askers_calendar(string? zone, string? written, string? read)
    {
        var answer = await Ask(Message("Balance USD 4,000 for 500 pcs, goods are ready, we ship today.", Addressing.Direct) with
        {
            SentAt = Instant.FromUtc(2026, 6, 1, 22, 0),
            WrittenAt = written is null ? null : NodaTime.Text.InstantPattern.General.Parse(written).Value,
            From = new("u1", TimeZone: zone),
        });

        var facts = answer.Card!.Parts.OfType<Paragraph>().Single(p => p.Label == "I read").Text;
        if (read is null) Assert.DoesNotContain("2026", facts, StringComparison.Ordinal);
        else Assert.Contains(read, facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relative_date_counts_in_the_zone_of_the_settings_where_the_asker_told_none()
    {
        var message = Message("Balance USD 4,000 for 500 pcs, goods are ready, we ship today.", Addressing.Direct) with { SentAt = Instant.FromUtc(2026, 6, 1, 22, 0) };

        var turn = await Turn(message, services => services.AddSingleton(SourcingBot.Reminders.ReminderOptions.Default with { TimeZone = "Asia/Shanghai" }));

        Assert.Contains("2 Jun 2026", Assert.Single(turn.Turn.Replies).Message.Card!.Parts.OfType<Paragraph>().Single(p => p.Label == "I read").Text, StringComparison.Ordinal);
    }

    private static async Task<OutgoingMessage> Ask(string text, Addressing addressing) => await Ask(Message(text, addressing));

    private static async Task<OutgoingMessage> Ask(IncomingMessage message) => Assert.Single((await Turn(message)).Turn.Replies).Message;

    private static async Task<(Turn Turn, CheckRow? Check)> Turn(IncomingMessage message, Action<IServiceCollection>? more = null)
    {
        await using var store = await ChatStore.CreateAsync(postgres: false, more);
        await using var scope = store.Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetServices<ITurnHandler>().OfType<CheckTurnHandler>().Single();
        var turn = new Turn(message, 1);
        Assert.True(await handler.TryHandleAsync(turn, CancellationToken.None));
        return (turn, scope.ServiceProvider.GetRequiredService<SourcingDbContext>().Checks.Local.SingleOrDefault());
    }

    private static IncomingMessage Message(string text, Addressing addressing) => new()
    {
        EventId = "e1",
        Conversation = new(new PlatformId("page"), "w", "c", null, "{}"),
        From = new("u1"),
        SentAt = Instant.FromUtc(2026, 6, 1, 9, 0),
        Text = text,
        Addressing = addressing,
    };
}
