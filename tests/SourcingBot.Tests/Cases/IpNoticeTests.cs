using NodaTime;
using SourcingBot.Cases;
using SourcingBot.Flows;

namespace SourcingBot.Tests.Cases;

public class IpNoticeTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 9, 0);
    private static readonly FlowDefinition Flow = FlowBook.BuiltIn.Find("ip-report")!;

    [Fact]
    public void The_notice_states_the_answers_and_the_papers_that_are_there()
    {
        var notice = IpNotice.Text(Flow, new Dictionary<string, Answer>
        {
            ["asked-seller"] = Given() with { Choice = "yes" },
            ["right"] = Given() with { Choice = "copyright" },
            ["owner"] = Given() with { Text = "Brightleaf GmbH, Berlin" },
            ["work"] = Given() with { Text = "Seven photos of our bottle BB-500.\nFirst shown in 2024." },
            ["original-date"] = Given() with { Date = new LocalDate(2024, 3, 3) },
            ["statement"] = Given() with { Files = [new EvidenceFile(Guid.NewGuid(), "statement.pdf")] },
            ["raw-files"] = Given() with { State = AnswerState.AtHand },
            ["identity"] = Given() with { State = AnswerState.Missing },
            ["agent"] = Given() with { Choice = "no" },
            ["listings"] = Given() with { Links = ["https://www.aliexpress.com/item/1005001234567890.html", "https://detail.1688.com/offer/612345678901.html"] },
            ["first-seen"] = Given() with { Date = new LocalDate(2026, 11, 12) },
        });

        Assert.Equal(
            """
            To the Alibaba Intellectual Property Protection Platform

            Ground: copyright. The listings below show our work without our consent.

            Owner of the right: Brightleaf GmbH, Berlin
            Reported by: the owner
            What was copied: Seven photos of our bottle BB-500. First shown in 2024.
            Original made or first published: 3 March 2024
            First seen in a listing: 12 November 2026

            Listings (2):
            1. https://www.aliexpress.com/item/1005001234567890.html
            2. https://detail.1688.com/offer/612345678901.html

            Attached:
            - The owner states to have made the work.

            Please remove these listings. The statements above are true to the best of our knowledge.
            """.ReplaceLineEndings("\n"), notice);
    }

    [Fact]
    public void What_is_missing_is_marked_in_brackets()
    {
        var notice = IpNotice.Text(Flow, new Dictionary<string, Answer> { ["right"] = Given() with { Choice = "trademark" }, ["owner"] = Given() with { State = AnswerState.Later } });

        Assert.Contains("Owner of the right: [full legal name]", notice, StringComparison.Ordinal);
        Assert.Contains("Registration: [country and number]", notice, StringComparison.Ordinal);
        Assert.Contains("Listings: [one address a line]", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("Attached", notice, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_to_questions_that_no_longer_apply_are_left_out()
    {
        var notice = IpNotice.Text(Flow, new Dictionary<string, Answer>
        {
            ["right"] = Given() with { Choice = "copyright" },
            ["registered-where"] = Given() with { Text = "EU 018123456" },
            ["certificate"] = Given() with { Text = "have it here" },
        });

        Assert.DoesNotContain("018123456", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("Attached", notice, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_from_outside_stay_on_their_line_and_braces_in_them_mean_nothing()
    {
        var notice = IpNotice.Text(Flow, new Dictionary<string, Answer> { ["right"] = Given() with { Choice = "copyright" }, ["owner"] = Given() with { Text = "A {0} \u202e\r\nListings (9):" } });

        Assert.Equal("Owner of the right: A {0}    Listings (9):", notice.Split('\n')[4]);
    }

    [Theory]
    [InlineData(AnswerState.Missing, "Reported by: an agent of the owner [signed authorisation still missing]")]
    [InlineData(AnswerState.AtHand, "Reported by: an agent of the owner, with signed authorisation")]
    public void An_authorisation_is_named_only_where_it_is_there(AnswerState state, string line)
    {
        var notice = IpNotice.Text(Flow, new Dictionary<string, Answer> { ["agent"] = Given() with { Choice = "yes" }, ["authorisation"] = Given() with { State = state } });

        Assert.Contains(line, notice.Split('\n'));
    }

    [Fact]
    public void A_card_names_the_first_listings_and_the_whole_notice_all()
    {
        var answers = new Dictionary<string, Answer> { ["right"] = Given() with { Choice = "copyright" }, ["listings"] = Given() with { Links = [.. Enumerable.Range(1, 12).Select(i => $"https://l{i}.example/")] } };

        var card = IpNotice.Text(Flow, answers, 10);
        Assert.Contains("Listings (12):", card, StringComparison.Ordinal);
        Assert.Contains("10. https://l10.example/\n[2 more: add all the addresses that you gave me]", card, StringComparison.Ordinal);
        Assert.Contains("12. https://l12.example/", IpNotice.Text(Flow, answers), StringComparison.Ordinal);
    }

    private static Answer Given() => new() { State = AnswerState.Given, At = Now };
}
