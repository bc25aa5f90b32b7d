using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Quotes;
using SourcingBot.Risk;
using SourcingBot.Text;

namespace SourcingBot.Tests.Checks;

public class CheckAnswerTests
{
    private const string Message = "Goods are ready. Please send the balance to our new account today, finance is waiting for it.";

    [Fact]
    public void A_warning_leads_with_the_one_next_step_and_holds_words_reason_advice_reply_and_source()
    {
        var answer = CheckAnswer.Build(Report(Verdict.High, Finding("bank-account-changed", Severity.Critical, "new account")), Message, Audience.Conversation);

        Assert.Equal("Stop: do not pay yet", answer.Card!.Title);
        Assert.Equal(Tone.Danger, answer.Card.Tone);
        Assert.StartsWith("Stop: do not pay yet", answer.Text, StringComparison.Ordinal);
        var quote = Assert.Single(answer.Card.Parts.OfType<UntrustedQuote>());
        Assert.Equal("new account", Assert.Single(quote.Marks).In(quote.Text));
        Assert.Equal(["Do", "Why"], answer.Card.Parts.OfType<Paragraph>().Select(p => p.Label).OfType<string>());
        Assert.Equal("reply of bank-account-changed", Assert.Single(answer.Card.Parts.OfType<SuggestedReply>()).Text);
        Assert.Contains("source of bank-account-changed", Assert.Single(answer.Card.Parts.OfType<Note>()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Please click confirm receipt now, the goods will arrive next week.", "Stop: do not confirm receipt")]
    [InlineData("Please withdraw the dispute first, then we refund you 500 USD.", "Stop: keep the case open")]
    [InlineData("Our bank account is under audit, please remit the balance of USD 4,000 to the new account below.", "Stop: do not pay yet")]
    public void The_first_line_says_what_to_stop(string message, string title) =>
        Assert.Equal(title, CheckAnswer.Build(RiskScanner.BuiltIn.Scan(message), message, Audience.Conversation).Card!.Title);

    [Fact]
    public void A_payment_comes_before_anything_else_to_stop()
    {
        var report = Report(Verdict.High, Finding("early", Severity.Critical, "today") with { Category = "early-receipt" }, Finding("bank", Severity.Critical, "new account"));

        Assert.Equal("Stop: do not pay yet", CheckAnswer.Build(report, Message, Audience.Conversation).Card!.Title);
    }

    [Fact]
    public void The_reply_asks_what_is_open_and_nothing_that_was_answered()
    {
        const string message = "DDP price 900 USD all in to USA. We are the importer of record with our US company.";

        var reply = Assert.Single(CheckAnswer.Build(RiskScanner.BuiltIn.Scan(message), message, Audience.Conversation).Card!.Parts.OfType<SuggestedReply>()).Text;

        Assert.Contains("\n- Who pays if customs examines or delays the goods?", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("importer of record", reply, StringComparison.Ordinal);
    }

    [Fact]
    public void No_reply_asks_the_writer_for_the_number_to_call()
    {
        // A forged message answers with a forged number.
        var replies = RiskRules.All.Select(r => r.Reply).Concat(RiskRules.Categories.Select(c => SourcingBot.Risk.Categories.RiskCategory.Of(c).Reply));

        Assert.DoesNotContain(replies, r => r.Contains("Which number", StringComparison.OrdinalIgnoreCase) || r.Contains("may we call", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Three_findings_are_shown_in_full_and_the_others_are_named()
    {
        var findings = Enumerable.Range(1, 5).Select(n => Finding($"rule-{n}", Severity.High, "balance")).ToArray();

        var card = CheckAnswer.Build(Report(Verdict.High, findings), Message, Audience.Conversation).Card!;

        Assert.Equal(["title of rule-1", "title of rule-2", "title of rule-3"], card.Parts.OfType<Heading>().Select(h => h.Text));
        Assert.Contains(card.Parts.OfType<Paragraph>(), p => p.Text == "Also found: title of rule-4, title of rule-5.");
        Assert.Equal("reply of rule-1\nreply of rule-2\nreply of rule-3", Assert.Single(card.Parts.OfType<SuggestedReply>()).Text);
    }

    [Fact]
    public void A_caution_never_looks_like_a_stop()
    {
        var card = CheckAnswer.Build(Report(Verdict.Caution, Finding("ddp-incomplete", Severity.High, "balance")), Message, Audience.Conversation).Card!;

        Assert.Equal(Tone.Caution, card.Tone);
        Assert.All(card.Parts.OfType<Heading>(), h => Assert.Equal(Tone.Caution, h.Tone));
    }

    [Fact]
    public void Nothing_found_says_so_and_says_what_that_does_not_mean()
    {
        var answer = CheckAnswer.Build(Report(Verdict.None), Message, Audience.Conversation);

        Assert.Equal(Tone.Calm, answer.Card!.Tone);
        Assert.Equal("No warning sign found", answer.Card.Title);
        Assert.Contains("not the supplier", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_is_not_read_is_never_called_safe()
    {
        var answer = CheckAnswer.Build(Report(Verdict.None) with { Readable = false }, "Lütfen bakiyeyi gönderin", Audience.Conversation);

        Assert.Equal(Tone.Neutral, answer.Card!.Tone);
        Assert.Contains("cannot read this language", answer.Card.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Account_numbers_are_masked_but_for_their_end()
    {
        const string text = "Pay to IBAN DE89 3704 0044 0532 0130 00 today, new account";
        var iban = text.IndexOf("DE89", StringComparison.Ordinal);
        var facts = Quote.Empty with
        {
            Banks = [new(new BankDetails("DE89370400440532013000", null, null, null, null, "DE"), new TextSpan(iban, 27))],
        };
        var finding = new RiskFinding("r", "bank-change", "t", Severity.Critical, [new TextSpan(iban, 27)], "w", "d", "p", "s", []);

        var answer = CheckAnswer.Build(new RiskReport(Verdict.High, null, [finding], facts, true), text, Audience.Conversation);

        var quote = Assert.Single(answer.Card!.Parts.OfType<UntrustedQuote>());
        Assert.Contains("IBAN •••• •••• •••• •••• ••30 00 today", quote.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0532", string.Concat(answer.Card.Parts.OfType<Paragraph>().Select(p => p.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40_000, 20_000)]
    [InlineData(40_000, 0)]
    [InlineData(40_000, 39_989)]
    public void A_long_message_is_shown_as_a_short_piece_around_the_words(int length, int at)
    {
        var text = string.Concat(new string('货', at), "new account", new string('货', length - at - 11));
        var finding = Finding("r", Severity.High, "x") with { Evidence = [new TextSpan(at, 11)] };

        var card = CheckAnswer.Build(Report(Verdict.High, finding), text, Audience.Conversation).Card!;

        var quote = Assert.Single(card.Parts.OfType<UntrustedQuote>());
        Assert.InRange(quote.Text.Length, 11, 200);
        Assert.Equal("new account", Assert.Single(quote.Marks).In(quote.Text));
    }

    [Theory]
    [InlineData("Do not use account no 6222021234567890, use account no 6222029876543210", "Do not use account no ••••••••••••7890, use account no ••••••••••••3210")]
    [InlineData("Old IBAN DE89 3704 0044 0532 0130 00, new IBAN DE11 3704 0044 0532 0130 99 please", "Old IBAN •••• •••• •••• •••• ••30 00, new IBAN •••• •••• •••• •••• ••30 99 please")]
    [InlineData("GB82 WEST 1234 5698 7654 32 or gb82west12345698765432", "•••• •••• •••• •••• ••54 32 or ••••••••••••••••••5432")]
    [InlineData("账号 6222 0212 3456 7890，不要用 6222029876543210", "账号 •••• •••• •••• 7890，不要用 ••••••••••••3210")]
    [InlineData("Our account changed, pay to 12345678 today", "Our account changed, pay to ••••5678 today")]
    [InlineData("Pay 120000 USD for order 123456789012345 to our account, call +86 138 0013 8000", "Pay 120000 USD for order 123456789012345 to our account, call +86 138 0013 8000")]
    [InlineData("PO12 ships 3000 PCS with 2000 CTNS of 1200 kg", "PO12 ships 3000 PCS with 2000 CTNS of 1200 kg")]
    public void Every_account_number_is_masked_and_no_other_number(string text, string shown) =>
        Assert.Equal(shown, AccountMask.Apply(text, QuoteReader.Read(text)));

    [Fact]
    public void Characters_that_turn_the_direction_of_writing_are_not_shown()
    {
        const string text = "pay to \u202etnuocca wen\u202c and \u2066new account\u2069\u0007 now";
        var at = text.IndexOf("new account", StringComparison.Ordinal);

        var card = CheckAnswer.Build(Report(Verdict.High, Finding("r", Severity.High, "x") with { Evidence = [new TextSpan(at, 11)] }), text, Audience.Conversation).Card!;

        var quote = Assert.Single(card.Parts.OfType<UntrustedQuote>());
        Assert.Equal("pay to  tnuocca wen  and  new account   now", quote.Text);
        Assert.Equal("new account", Assert.Single(quote.Marks).In(quote.Text));
    }

    [Fact]
    public void A_piece_is_never_cut_inside_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 200)) + "new account" + string.Concat(Enumerable.Repeat("😀", 200));
        var finding = Finding("r", Severity.High, "x") with { Evidence = [new TextSpan(400, 11)] };

        var card = CheckAnswer.Build(Report(Verdict.High, finding), text, Audience.Conversation).Card!;

        var shown = Assert.Single(card.Parts.OfType<UntrustedQuote>()).Text;
        Assert.Equal(shown, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(shown)));
    }

    private static RiskReport Report(Verdict verdict, params RiskFinding[] findings) => new(verdict, null, findings, Quote.Empty, Readable: true);

    private static RiskFinding Finding(string id, Severity severity, string words)
    {
        var at = Message.IndexOf(words, StringComparison.Ordinal);
        return new RiskFinding(
            id, "bank-change", $"title of {id}", severity, [new TextSpan(Math.Max(at, 0), words.Length)],
            $"why of {id}", $"advice of {id}", $"reply of {id}", $"source of {id}", []);
    }
}
