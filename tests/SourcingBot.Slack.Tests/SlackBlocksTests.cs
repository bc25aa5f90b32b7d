using System.Text.Json;
using SourcingBot.Chat;
using SourcingBot.Testing;

namespace SourcingBot.Slack.Tests;

/// <summary>How answers look in Slack.</summary>
public class SlackBlocksTests
{
    public static TheoryData<string> Samples => [.. SampleAnswers.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Answers_look_as_approved(string name)
    {
        var message = SampleAnswers.Of(name, Addressing.Direct, Addressing.Mention, Addressing.Command, Addressing.MessageShortcut);

        Approved.Json(new { text = SlackText.Escape(SlackLimits.Cut(message.Text, SlackLimits.Text)), blocks = SlackBlocks.Render(message) }, name);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_answer_is_within_Slacks_limits(string name)
    {
        var blocks = JsonSerializer.SerializeToElement(SlackBlocks.Render(SampleAnswers.Of(name)));

        Assert.InRange(blocks.GetArrayLength(), 1, 50);
        Assert.All(Texts(blocks), t => Assert.InRange(t.Length, 1, 3000));
        Assert.All(blocks.EnumerateArray().Where(b => b.GetProperty("type").GetString() == "header"), h => Assert.InRange(h.GetProperty("text").GetProperty("text").GetString()!.Length, 1, 150));
        Assert.DoesNotContain("mrkdwn", blocks.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_of_eighty_parts_keeps_its_beginning_and_the_limit_of_fifty_blocks()
    {
        var card = new Card(Tone.Danger, new string('t', 400), [.. Enumerable.Range(0, 80).Select(n => new Paragraph(null, $"part {n}"))]);

        var blocks = JsonSerializer.SerializeToElement(SlackBlocks.Render(new OutgoingMessage("x", card, Audience.Conversation)));

        Assert.Equal(50, blocks.GetArrayLength());
        Assert.Contains("part 0", blocks[1].GetRawText(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p is { Name: "text", Value.ValueKind: JsonValueKind.String } ? [p.Value.GetString()!] : Texts(p.Value)),
        _ => [],
    };
}
