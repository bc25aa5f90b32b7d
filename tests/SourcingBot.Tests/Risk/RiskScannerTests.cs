using SourcingBot.Risk;

namespace SourcingBot.Tests.Risk;

public class RiskScannerTests
{
    private const string Risky = "Our usual bank account is under audit, please remit the balance to the new account below.";

    [Fact]
    public void Full_width_letters_are_read() => FindsTheNewAccount(string.Concat(Risky.Select(c => c is > ' ' and < '\u007f' ? (char)(c + 0xfee0) : c)));

    [Fact]
    public void Hidden_characters_are_passed_over() => FindsTheNewAccount(Risky.Replace("cc", "c\u200bc", StringComparison.Ordinal).Replace("au", "a\u00adu", StringComparison.Ordinal));

    [Fact]
    public void Cyrillic_letters_in_Latin_words_are_read() => FindsTheNewAccount(Risky.Replace("acc", "\u0430cc", StringComparison.Ordinal).Replace("new", "n\u0435w", StringComparison.Ordinal));

    [Theory]
    [InlineData("Lütfen bakiyeyi bugün yeni banka hesabımıza gönderin, eski hesabımız denetimde.")]
    [InlineData("Bitte überweisen Sie den Rest heute auf unser neues Konto, das alte wird gerade geprüft.")]
    [InlineData("Пожалуйста, переведите остаток на наш новый счёт сегодня.")]
    [InlineData("يرجى تحويل الرصيد إلى حسابنا الجديد اليوم")]
    public void A_language_that_is_not_read_is_said_to_be_so(string text) => Assert.False(RiskScanner.BuiltIn.Scan(text).Readable);

    [Theory]
    [InlineData("Good morning, your goods are ready and the truck comes on Monday.")]
    [InlineData("您好，货已经准备好了，星期一装车。")]
    [InlineData("Buenos días, la mercancía está lista y el camión sale el lunes.")]
    [InlineData("Bonjour, la marchandise est prête et le camion part lundi.")]
    public void A_calm_message_in_a_language_that_is_read_is_called_none(string text)
    {
        var report = RiskScanner.BuiltIn.Scan(text);

        Assert.True(report.Readable);
        Assert.Equal(Verdict.None, report.Verdict);
    }

    [Fact]
    public void Findings_are_empty_exactly_when_the_verdict_is_none()
    {
        foreach (var example in RiskRules.All.SelectMany(r => r.Fires.Concat(r.Silent)))
        {
            var report = RiskScanner.BuiltIn.Scan(example.Text);
            Assert.Equal(report.Verdict == Verdict.None, report.Findings.Count == 0);
            Assert.All(report.Findings, f => Assert.All(f.Evidence, e => Assert.False(string.IsNullOrWhiteSpace(e.In(example.Text)))));
        }
    }

    [Theory]
    [InlineData("pay to new account not frozen ")]
    [InlineData("不要付款到新账户 ")]
    [InlineData("FOB ")]
    [InlineData("\ud83d")]
    [InlineData("")]
    public void Hostile_text_is_judged_to_its_end(string piece) =>
        Assert.NotNull(RiskScanner.BuiltIn.Scan(piece.Length == 0 ? piece : string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length))));

    private static void FindsTheNewAccount(string text) =>
        Assert.Contains(RiskScanner.BuiltIn.Scan(text).Findings, f => f.RuleId == "bank-account-changed");
}
