using NodaTime;
using SourcingBot.Cases;
using SourcingBot.Chat;
using SourcingBot.Flows;
using SourcingBot.Host.Pages;

namespace SourcingBot.Tests.Cases;

/// <summary>What a message wants of the cases.</summary>
public sealed class CaseRequestTests
{
    private static readonly FlowBook Flows = FlowBook.BuiltIn;

    [Theory]
    [InlineData("delete case D-2345", CaseWish.Delete)]
    [InlineData("delete D-2B3C", CaseWish.Delete)]
    [InlineData("case d-9x8y", CaseWish.Show)]
    [InlineData("D-A2B3", CaseWish.Show)]
    [InlineData("pack", CaseWish.Pack)]
    [InlineData("pack D-2B3C", CaseWish.Pack)]
    [InlineData("pack 178453210", CaseWish.Pack)]
    [InlineData("pack order 178453210", CaseWish.Pack)]
    [InlineData("pack of twelve missing", CaseWish.None)]
    [InlineData("delete the photos", CaseWish.None)]
    [InlineData("they say D-2B3C is our claim number", CaseWish.None)]
    public void Words_of_command_are_known_whatever_a_name_is_made_of(string text, object wish) =>
        Assert.Equal(wish, CaseRequest.Of(Message(text), Flows).Wish);

    private static IncomingMessage Message(string text) => new()
    {
        EventId = "1",
        Conversation = PageChat.ConversationOf(Guid.Empty),
        From = new ChatUser("U1", "Ana"),
        SentAt = Instant.FromUtc(2026, 11, 26, 9, 0),
        Addressing = Addressing.Direct,
        Text = text,
    };
}
