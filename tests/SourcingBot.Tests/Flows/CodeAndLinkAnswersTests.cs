using NodaTime;
using SourcingBot.Cases;
using SourcingBot.Flows;

namespace SourcingBot.Tests.Flows;

public class CodeAndLinkAnswersTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 9, 0);

    [Fact]
    public void A_right_credit_code_is_kept_as_it_is_registered_and_what_it_says_is_told()
    {
        var read = Read(AnswerKind.CreditCode, "USCC 9133 0100 7996 5505 8b");

        Assert.Equal(("91330100799655058B", "company"), (read.Answer!.Text, read.Answer.Choice));
        Assert.Contains("a company, registered in Zhejiang", Assert.Single(read.Refused), StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_with_a_wrong_check_character_is_kept_with_a_warning_and_one_of_another_form_is_asked_for_again()
    {
        Assert.Equal(("91350211M0000XUF46", "doubtful"), (Read(AnswerKind.CreditCode, "91350211M0000XUF46").Answer!.Text, Read(AnswerKind.CreditCode, "91350211M0000XUF46").Answer!.Choice));
        Assert.Contains("does not fit", Assert.Single(Read(AnswerKind.CreditCode, "91350211M0000XUF46").Refused), StringComparison.Ordinal);
        Assert.Null(Read(AnswerKind.CreditCode, "9133010079965505").Answer);
        Assert.Contains("16 characters", Assert.Single(Read(AnswerKind.CreditCode, "9133010079965505").Refused), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AnswerKind.CreditCode, "cannot get it")]
    [InlineData(AnswerKind.CreditCode, "They refuse.")]
    [InlineData(AnswerKind.Text, "can't get it")]
    public void What_cannot_be_had_is_noted_as_missing(AnswerKind kind, string text) => Assert.Equal(AnswerState.Missing, Read(kind, text).Answer!.State);

    [Fact]
    public void A_text_that_says_no_is_a_text() => Assert.Equal("No", Read(AnswerKind.Text, "No").Answer!.Text);

    [Fact]
    public void Listings_are_kept_once_and_what_is_left_out_is_told()
    {
        var read = Read(AnswerKind.Links, "https://www.aliexpress.com/item/1005001234567890.html?spm=1 https://es.aliexpress.com/item/1005001234567890.html https://www.amazon.com/dp/B0");

        Assert.Equal(["https://www.aliexpress.com/item/1005001234567890.html"], read.Answer!.Links);
        Assert.Equal(2, read.Refused.Count);
        Assert.Null(Read(AnswerKind.Links, "https://www.amazon.com/dp/B0").Answer);
    }

    [Fact]
    public void What_a_text_answers_is_known_under_the_names_of_its_prefills()
    {
        var known = TextReaders.Known(FlowKind.Ddp, "DDP Hamburg, insurance not included.", Now);

        Assert.Equal(("no", null), (known["text:insurance"].Choice, known["text:insurance"].By));
        Assert.Empty(TextReaders.Known(FlowKind.Paid, "DDP Hamburg", Now));
        Assert.Contains(FlowBook.BuiltIn.Find("ddp")!.Questions, q => q.Id == "insurance" && TextReaders.Reads(q));
    }

    private static ReadAnswer Read(AnswerKind kind, string text) =>
        AnswerReader.Read(new Question { Id = "q", Kind = kind, Ask = "?" }, text, new LocalDate(2026, 11, 26), null, Now);
}
