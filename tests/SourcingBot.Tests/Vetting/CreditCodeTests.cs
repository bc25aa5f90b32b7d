using SourcingBot.Vetting;

namespace SourcingBot.Tests.Vetting;

public class CreditCodeTests
{
    // Codes of well-known companies, as they publish them.
    [Theory]
    [InlineData("91440300708461136T", "Guangdong")]
    [InlineData("91330100799655058B", "Zhejiang")]
    [InlineData("91110000802100433B", "Beijing")]
    [InlineData("914403001922038216", "Guangdong")]
    [InlineData("91110108551385082Q", "Beijing")]
    [InlineData("911101085923662400", "Beijing")]
    [InlineData("91370200163562681G", "Shandong")]
    [InlineData("91110000600037341L", "Beijing")]
    public void Codes_of_real_companies_are_right_and_name_their_region(string code, string region)
    {
        var read = CreditCode.Read(code);

        Assert.True(read.IsRight);
        Assert.Equal((CreditCodeHolder.Company, region), (read.Holder!.Value, read.Region));
        Assert.Contains("a company, registered in " + region, CreditCodeText.Of(read), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("91440300708461136t")]
    [InlineData("  9144 0300 7084 6113 6T ")]
    [InlineData("914403-00708461136-T")]
    [InlineData("９１４４０３００７０８４６１１３６Ｔ")]
    [InlineData("统一社会信用代码：91440300708461136T，注册于深圳")]
    [InlineData("USCC: 91440300708461136T (Tencent, Shenzhen 518057)")]
    [InlineData("our 18 digit code is 91440300708461136T")]
    [InlineData("9144\u200b0300708461136T")]
    public void Labels_spaces_small_letters_and_full_width_do_not_matter(string text) =>
        Assert.Equal(("91440300708461136T", true), (CreditCode.Read(text).Code, CreditCode.Read(text).IsRight));

    [Fact]
    public void Every_single_mistyped_character_is_found()
    {
        const string right = "91330100799655058B";
        const string characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (var i = 0; i < right.Length; i++)
        {
            foreach (var c in characters.Where(c => c != right[i]))
            {
                var read = CreditCode.Read(right[..i] + c + right[(i + 1)..]);
                Assert.False(read.IsRight);
                if (i is >= 8 and <= 16 && char.IsAsciiDigit(c)) Assert.Equal(CreditCodeFault.OrganisationCheck, read.Fault);
                if (i is < 2 or 17) Assert.Equal(CreditCodeFault.Check, read.Fault);
            }
        }
    }

    [Fact]
    public void Two_neighbours_changed_over_are_found()
    {
        const string right = "91330100799655058B";
        for (var i = 0; i < 17; i++)
        {
            if (right[i] == right[i + 1]) continue;
            Assert.False(CreditCode.Read(right[..i] + right[i + 1] + right[i] + right[(i + 2)..]).IsRight);
        }
    }

    [Fact]
    public void A_letter_that_codes_never_have_is_named_with_what_was_probably_meant()
    {
        var read = CreditCode.Read("9144O3OO7O846II36T");

        Assert.Equal((CreditCodeFault.LetterNotUsed, 5, "91440300708461136T"), (read.Fault, read.Position, read.Suggestion));
        Assert.Equal("Character 5 is O. These codes never use I, O, S, V or Z. Did you mean 91440300708461136T?", CreditCodeText.Of(read));
    }

    [Fact]
    public void Nothing_is_suggested_where_the_mended_code_would_be_wrong_too()
    {
        var read = CreditCode.Read("9144O3007O8461137T");

        Assert.Equal((CreditCodeFault.LetterNotUsed, 5, null), (read.Fault, read.Position, read.Suggestion));
        Assert.Null(CreditCode.Read("9144V300708461136T").Suggestion);
    }

    [Fact]
    public void A_letter_in_the_area_is_named()
    {
        var read = CreditCode.Read("9144A300708461136T");

        Assert.Equal((CreditCodeFault.AreaNotDigits, 5), (read.Fault, read.Position));
        Assert.Contains("Character 5 is A", CreditCodeText.Of(read), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9144030070846113", "This has 16 characters")]
    [InlineData("91440300708461136TT", "This has 19 characters")]
    [InlineData("440301103111111", "This has 15 characters")]
    [InlineData("we do not share it", "I find no code in this")]
    [InlineData("", "I find no code in this")]
    public void Another_length_is_said(string text, string words) => Assert.StartsWith(words, CreditCodeText.Of(CreditCode.Read(text)), StringComparison.Ordinal);

    // Issued in Fujian with a check character that the standard does not give: codeshelper.com/article/12945.
    [Theory]
    [InlineData("91350211M0000XUF46")]
    [InlineData("91350100M0001TGQXM")]
    [InlineData("91350628M0000K0H44")]
    public void A_wrong_check_over_a_right_organisation_code_is_a_reason_to_look_it_up_and_no_proof(string code)
    {
        var read = CreditCode.Read(code);

        Assert.Equal((CreditCodeFault.Check, true, "Fujian"), (read.Fault, read.IsComplete, read.Region));
        Assert.Contains("A few real codes, mostly from Fujian, are like this.", CreditCodeText.Of(read), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_no_company_is_said()
    {
        Assert.Contains("sole trader", CreditCodeText.Of(WithRightCheck("92440300708461136")), StringComparison.Ordinal);
        Assert.Contains("not the code of a business", CreditCodeText.Of(WithRightCheck("52440300708461136")), StringComparison.Ordinal);
        Assert.Contains("cooperative", CreditCodeText.Of(WithRightCheck("93440300708461136")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_any_length_is_read() => Assert.False(CreditCode.Read(string.Concat(Enumerable.Repeat("a1 ", 400_000))).IsRight);

    private static CreditCodeReading WithRightCheck(string front) =>
        "0123456789ABCDEFGHJKLMNPQRTUWXY".Select(c => CreditCode.Read(front + c)).Single(r => r.IsRight);
}
