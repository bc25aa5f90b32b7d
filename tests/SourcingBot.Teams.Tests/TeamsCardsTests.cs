using System.Text.Json;
using SourcingBot.Chat;
using SourcingBot.Testing;

namespace SourcingBot.Teams.Tests;

/// <summary>How answers look in Teams.</summary>
public class TeamsCardsTests
{
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Samples => [.. SampleAnswers.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Answers_look_as_approved(string name) => Approved.Json(TeamsCards.Activity(SampleAnswers.Of(name, Addressing.Direct, Addressing.Mention), shorter: false), name);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_answer_is_within_the_size_that_Teams_takes(string name)
    {
        var full = SizeOf(TeamsCards.Activity(SampleAnswers.Of(name), shorter: false));
        var shorter = SizeOf(TeamsCards.Activity(SampleAnswers.Of(name), shorter: true));

        Assert.InRange(full, 1, 25 * 1024);
        Assert.InRange(shorter, 1, full);
    }

    [Fact]
    public void However_short_it_gets_the_next_step_and_the_reply_stay()
    {
        var json = JsonSerializer.Serialize(TeamsCards.Activity(SampleAnswers.Of("too-long"), shorter: true));

        Assert.Contains("What to do about rule-1.", json, StringComparison.Ordinal);
        Assert.Contains("A reply about rule-1.", json, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void No_words_stand_where_Markdown_is_read(string name)
    {
        var json = JsonSerializer.Serialize(TeamsCards.Activity(SampleAnswers.Of(name), shorter: false));

        Assert.DoesNotContain("\"TextBlock\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"markdown\"", json, StringComparison.Ordinal);
    }

    /// <summary>Bytes as Teams counts them, in UTF-16.</summary>
    private static int SizeOf(object activity) =>
        System.Text.Encoding.Unicode.GetByteCount(JsonSerializer.Serialize(activity, Unescaped));
}
