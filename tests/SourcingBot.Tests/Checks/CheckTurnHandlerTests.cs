using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
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
        var turn = await Turn(Message("Dear friend, the goods left our factory this morning, thank you.", Addressing.Command));

        Assert.NotNull(turn.Report);
    }

    [Fact]
    public async Task Somebody_elses_message_is_checked_whole_even_when_it_says_help()
    {
        var turn = await Turn(Message("help", Addressing.MessageShortcut));

        Assert.NotNull(turn.Report);
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

        var turn = await Turn(message);

        Assert.Contains(turn.Report!.Facts.Links, l => l.Value.Host == "pay.trade-alibaba.example");
    }

    private static async Task<OutgoingMessage> Ask(string text, Addressing addressing) => await Ask(Message(text, addressing));

    private static async Task<OutgoingMessage> Ask(IncomingMessage message) => Assert.Single((await Turn(message)).Replies).Message;

    private static async Task<Turn> Turn(IncomingMessage message)
    {
        await using var store = await ChatStore.CreateAsync(postgres: false);
        await using var scope = store.Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetServices<ITurnHandler>().OfType<CheckTurnHandler>().Single();
        var turn = new Turn(message);
        Assert.True(await handler.TryHandleAsync(turn, CancellationToken.None));
        return turn;
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
