using NodaTime;
using SourcingBot.Feedback;
using SourcingBot.Risk;

namespace SourcingBot.Tests.Feedback;

/// <summary>What people said becomes labelled messages only where they agree and said enough.</summary>
public sealed class FeedbackExportTests
{
    [Fact]
    public void Where_people_disagree_the_message_is_left_out_and_counted()
    {
        var lines = FeedbackExport.Lines([Row(1, "a", Opinion.Right), Row(1, "b", Opinion.FalseAlarm), Row(2, "a", Opinion.FalseAlarm)], out var contradicted, out var unnamed);

        Assert.Equal("feedback-2", Assert.Single(lines).Id);
        Assert.Equal((1, 0), (contradicted, unnamed));
    }

    [Fact]
    public void What_was_missed_without_a_name_waits_for_one()
    {
        Assert.Empty(FeedbackExport.Lines([Row(1, "a", Opinion.Missed)], out _, out var unnamed));
        Assert.Equal(1, unnamed);

        var line = Assert.Single(FeedbackExport.Lines([Row(1, "a", Opinion.Missed), Row(1, "b", Opinion.Missed, "vague-spec")], out _, out _));
        Assert.Equal(("caution", "vague-spec"), (line.Verdict, Assert.Single(line.Flags)));
    }

    [Fact]
    public void A_warning_that_named_no_kind_of_its_words_gives_no_line()
    {
        var row = Row(1, "a", Opinion.Right);
        row.Named = string.Empty;

        Assert.Empty(FeedbackExport.Lines([row], out _, out var unnamed));
        Assert.Equal(1, unnamed);
    }

    private static FeedbackRow Row(long message, string person, Opinion opinion, string? category = null) => new()
    {
        InboxId = message,
        Person = person,
        Opinion = opinion,
        Category = category,
        Verdict = opinion == Opinion.Missed ? Verdict.None : Verdict.High,
        Named = opinion == Opinion.Missed ? string.Empty : "extra-fee",
        Text = "pay",
        SaidAt = Instant.FromUtc(2026, 11, 27, 8, 0),
    };
}
