using SourcingBot.Cases;
using SourcingBot.Flows;

namespace SourcingBot.Tests.Cases;

public class DdpReaderTests
{
    private static readonly string[] All =
    [
        "importer", "duties", "vat", "place", "delay-costs", "customs-value", "hs-code", "papers", "rate-change", "in-order", "licences", "insurance", "late-delivery", "carrier",
        "refused-goods", "edition",
    ];

    private const string Full = """
        DDP 12 Mill Road, Leeds LS1 4AP, Incoterms 2020, unloading by us.
        Importer of record is Brightbottle UK Ltd, EORI number GB123456789000.
        HS code 9617.00.0000. The declared value is the full invoice value.
        All import duties are included, anti-dumping too. Import VAT is included, paid by us.
        If customs examines or delays the goods, we pay. Storage and demurrage are for our account.
        Duty rate changes are at our cost until 30 June.
        UKCA certificate and registration are at our cost.
        Cargo insurance for 110 % of the invoice value is included in USD.
        Transit 32 days; we refund 1 % of the order for each day late.
        Shipped with Maersk, tracking number sent on sailing.
        We send you the customs entry and the duty receipt.
        Refused goods are returned at our cost.
        All of this is written in the trade assurance order.
        """;

    [Fact]
    public void A_full_offer_answers_all_sixteen_questions()
    {
        var answers = DdpReader.Answers(Full);

        Assert.Equal([], All.Where(q => answers.GetValueOrDefault(q) is false));
    }

    // From the rule "ddp-incomplete", and likely variations: none of these is a full offer.
    [Theory]
    [InlineData("We can do DDP to USA at 3.20 USD per kg, no worry.")]
    [InlineData("DDP price 900 USD all in, 35 days.")]
    [InlineData("DDP sea 35 days incl.")]
    [InlineData("Dear friend, we do everything to your door, you only open the door.")]
    [InlineData("Double clearance tax included to door, special line.")]
    [InlineData("All duties should be included normally. Insurance maybe. VAT usually included.")]
    [InlineData("Are all duties included? Is VAT included? Who is the importer of record, Brightbottle Ltd, EORI number?")]
    [InlineData("Duty is not included. VAT excluded. Demurrage is for your account. No insurance.")]
    [InlineData("We cannot pay storage or demurrage, we don't refund late delivery, no tracking by our own line.")]
    [InlineData("All duties are included unless customs raises the value.")]
    [InlineData("We never said all duties are included.")]
    public void Nothing_is_a_yes_that_is_not_said_outright(string text) => Assert.DoesNotContain(DdpReader.Answers(text), a => a.Value);

    [Theory]
    [InlineData("DDP Hamburg, duty and taxes excluded.", "duties")]
    [InlineData("Price is without VAT.", "vat")]
    [InlineData("VAT is paid by the buyer.", "vat")]
    [InlineData("Your company is the importer of record.", "importer")]
    [InlineData("We will use your EORI number.", "importer")]
    [InlineData("Demurrage is for your account.", "delay-costs")]
    [InlineData("We are not responsible for customs delays.", "delay-costs")]
    [InlineData("We declare a lower value to save duty.", "customs-value")]
    [InlineData("No papers for this channel.", "papers")]
    [InlineData("Price is subject to tariff changes.", "rate-change")]
    [InlineData("Insurance is not included.", "insurance")]
    [InlineData("Special line, no tracking.", "carrier")]
    [InlineData("We cannot guarantee the transit time.", "late-delivery")]
    [InlineData("FOB means Incoterms 2010 here.", "edition")]
    [InlineData("All duties are included. Duty is not included for anti-dumping.", "duties")]
    public void What_the_text_denies_is_a_no(string text, string question) => Assert.False(DdpReader.Answers(text)[question]);

    [Theory]
    [InlineData("Tax included.", "duties")]
    [InlineData("Duty included.", "duties")]
    [InlineData("The importer is our partner.", "importer")]
    [InlineData("HS code 9617.00.", "hs-code")]
    [InlineData("DDP to your warehouse in Leeds.", "place")]
    [InlineData("Insurance can be arranged.", "insurance")]
    [InlineData("All import duties are included.", "duties")]
    [InlineData("We send the papers.", "papers")]
    public void What_is_half_said_is_left_to_a_person(string text, string question) => Assert.False(DdpReader.Answers(text).ContainsKey(question));

    [Theory]
    [InlineData("DDP Amazon FBA ONT8, Moreno Valley, CA 92551, unloading included", true)]
    [InlineData("DDP to your warehouse in Hamburg 20095, unloading by you", true)]
    [InlineData("DDP Lagerweg 4, 20095 Hamburg, unloading by you", true)]
    [InlineData("DDP Toronto M5V 2T6, unloading included", true)]
    [InlineData("DDP Hamburg, unloading by you", false)]
    [InlineData("DDP Hamburg 20095", false)]
    [InlineData("DDP USA, USD 12000, unloading included", false)]
    [InlineData("DDP Germany, 12000 pcs, unloading included", false)]
    [InlineData("FOB Ningbo 31580, unloading included", false)]
    public void A_place_needs_a_postal_code_and_a_word_on_unloading(string text, bool isFull) => Assert.Equal(isFull, DdpReader.Answers(text).GetValueOrDefault("place"));

    [Fact]
    public void What_a_text_does_not_speak_of_is_open()
    {
        var answers = DdpReader.Answers("DDP price 900 USD, 35 days by sea.");

        Assert.Equal([], new[] { "importer", "delay-costs", "customs-value", "hs-code", "papers", "licences", "insurance", "carrier", "refused-goods", "edition" }.Where(q => !answers.TryGetValue(q, out var yes) || yes));
        Assert.False(answers.ContainsKey("place"));
    }

    [Fact]
    public void Nothing_is_read_out_of_nothing() => Assert.Empty(DdpReader.Answers(" \n "));

    [Fact]
    public void A_long_text_is_read_in_no_time() => Assert.DoesNotContain(DdpReader.Answers(string.Concat(Enumerable.Repeat("importer of record ltd duty ", 40_000))), a => a.Key == "importer" && a.Value);

    [Fact]
    public void Readers_and_flows_name_the_same_questions()
    {
        Assert.Equal(All.Order(StringComparer.Ordinal), Asked("ddp"));
        Assert.Equal(ReadyReaderTests.Read.Order(StringComparer.Ordinal), Asked("ready"));
    }

    private static IEnumerable<string> Asked(string flow) =>
        FlowBook.BuiltIn.Find(flow)!.Questions.Where(q => q.Prefill == "text:" + q.Id).Select(q => q.Id).Order(StringComparer.Ordinal);
}
