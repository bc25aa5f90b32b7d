using NodaTime;
using SourcingBot.Quotes;

namespace SourcingBot.Tests.Quotes;

public class QuoteReaderTests
{
    [Theory]
    [InlineData("total USD 12,400.50", 12400.50, "USD")]
    [InlineData("12.400,50 EUR in total", 12400.50, "EUR")]
    [InlineData("precio 3,85 USD", 3.85, "USD")]
    [InlineData("2.150 € le lot", 2150, "EUR")]
    [InlineData("23 500 € de solde", 23500, "EUR")]
    [InlineData("尾款2.6万元", 26000, "CNY")]
    [InlineData("about $12k", 12000, "USD")]
    [InlineData("US$ 740 extra", 740, "USD")]
    [InlineData("每件２．５美元", 2.5, "USD")]
    public void Amounts_are_read_as_people_write_them(string text, double amount, string currency)
    {
        var money = Assert.Single(QuoteReader.Read(text).Money).Value;

        Assert.Equal(((decimal)amount, currency), (money.Amount, money.Currency));
    }

    [Fact]
    public void A_number_coordinated_with_an_amount_shares_its_currency() =>
        Assert.Equal([2.40m, 2.72m], QuoteReader.Read("raised from 2.40 to 2.72 USD").Money.Select(m => m.Value.Amount));

    [Theory]
    [InlineData("FOB Ningbo 2.10 USD", "FOB", "Ningbo")]
    [InlineData("price is fob shanghai", "FOB", "shanghai")]
    [InlineData("FOB宁波，每件2美元", "FOB", "宁波")]
    [InlineData("EX-WORKS price", "EXW", null)]
    [InlineData("CIF price 3 USD", "CIF", null)]
    public void A_trade_term_is_read_with_its_place(string text, string term, string? place)
    {
        var found = QuoteReader.Read(text).Incoterm;

        Assert.Equal((term, place), (found!.Value.Value.Term, found.Value.Value.Place));
    }

    [Theory]
    [InlineData("Leadtime 18 days, terms as before", 18)]
    [InlineData("Lead time 18 days + sea 35 days", 18)]
    [InlineData("500 sets, 18 days after you approve the label", 18)]
    [InlineData("délai 18 jours", 18)]
    public void A_production_time_is_told_from_a_transit_time(string text, int days) =>
        Assert.Equal([days], QuoteReader.Read(text).LeadTimeDays.Select(d => d.Value));

    [Fact]
    public void An_edition_and_the_quantity_behind_its_comma_are_two_numbers() =>
        Assert.Equal(1000m, Assert.Single(QuoteReader.Read("Incoterms 2020，1000个起做").Quantities).Value.Value);

    [Fact]
    public void A_thousand_in_words_multiplies_a_quantity() =>
        Assert.Equal(20000m, Assert.Single(QuoteReader.Read("tarjetas impresas: 20 mil unidades").Quantities).Value.Value);

    [Fact]
    public void Alternatives_are_no_offer() => Assert.Null(QuoteReader.Read("we can do FOB Ningbo or CIF Hamburg").Incoterm);

    [Theory]
    [InlineData("30% deposit, 70% before shipment")]
    [InlineData("payment 30/70")]
    [InlineData("30%定金，70%发货前付清")]
    [InlineData("deposit 30%, rest 70% when the report is accepted")]
    [InlineData("acompte 30 %, solde 70 % après le contrôle")]
    public void A_split_has_its_stages(string text) =>
        Assert.Equal([(30m, PaymentStage.Deposit), (70m, PaymentStage.Balance)], QuoteReader.Read(text).Payment.Select(p => (p.Value.Percent, p.Value.Stage)));

    [Theory]
    [InlineData("14 July 2026")]
    [InlineData("July 14th, 2026")]
    [InlineData("2026-07-14")]
    [InlineData("14.07.2026")]
    [InlineData("14/07/2026")]
    [InlineData("2026年7月14日")]
    [InlineData("14 de julio de 2026")]
    [InlineData("14 juillet 2026")]
    public void Dates_are_read_in_every_form(string text) =>
        Assert.Equal(new LocalDate(2026, 7, 14), Assert.Single(QuoteReader.Read(text).Dates).Value.Date);

    [Fact]
    public void A_date_that_could_be_two_is_told_as_two()
    {
        var date = Assert.Single(QuoteReader.Read("ship by 03/04/2026").Dates).Value;

        Assert.Null(date.Date);
        Assert.Equal([new LocalDate(2026, 4, 3), new LocalDate(2026, 3, 4)], date.Alternatives);
    }

    [Fact]
    public void A_relative_date_needs_an_anchor()
    {
        Assert.Empty(QuoteReader.Read("pay tomorrow").Dates);
        Assert.Equal(new LocalDate(2026, 6, 2), Assert.Single(QuoteReader.Read("pay tomorrow", new LocalDate(2026, 6, 1)).Dates).Value.Date);
    }

    [Theory]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00", "DE89370400440532013000")]
    [InlineData("IBAN DE88 3704 0044 0532 0130 00", null)]
    public void An_IBAN_is_believed_by_its_check_digits(string text, string? iban) =>
        Assert.Equal(iban, QuoteReader.Read(text).Banks.Select(b => b.Value.Iban).FirstOrDefault());

    [Theory]
    [InlineData("order 2184 5560 0123", "2184 5560 0123")]
    [InlineData("see PI-0388 please", "PI-0388")]
    [InlineData("invoice no. HX-2609", "HX-2609")]
    [InlineData("订单号:20260718", "20260718")]
    public void Order_numbers_are_read_as_written(string text, string number) =>
        Assert.Equal(number, Assert.Single(QuoteReader.Read(text).OrderNumbers).Value);

    [Theory]
    [InlineData("production 25 days after deposit", 25)]
    [InlineData("lead time 3 weeks", 21)]
    public void Lead_times_are_days(string text, int days) => Assert.Equal(days, Assert.Single(QuoteReader.Read(text).LeadTimeDays).Value);

    [Fact]
    public void Each_fact_stands_where_it_says()
    {
        const string text = "😀 Ｔotal USD 500\u200b for 1,200 umbrellas, FOB Ningbo";
        var facts = QuoteReader.Read(text);

        Assert.Equal("USD 500", Assert.Single(facts.Money).Span.In(text));
        Assert.StartsWith("1,200", Assert.Single(facts.Quantities).Span.In(text), StringComparison.Ordinal);
        Assert.Equal("FOB Ningbo", facts.Incoterm!.Value.Span.In(text));
    }

    [Theory]
    [InlineData("\ud800")]
    [InlineData("$")]
    [InlineData("1")]
    [InlineData("IBAN ")]
    [InlineData("http://a.b/ @")]
    [InlineData("30% ")]
    [InlineData("万")]
    [InlineData("2026-")]
    [InlineData("cien ")]
    [InlineData("two hundred ")]
    [InlineData("9万")]
    [InlineData("0.000000000000000001 to 999999999999999999 USD ")]
    [InlineData("999999999999999999k million ")]
    [InlineData("PO 7731, ")]
    [InlineData("FOB Ningbo ")]
    [InlineData("1.7 days, ")]
    [InlineData("5O")]
    [InlineData("a1")]
    public void Hostile_text_of_40000_characters_is_read_to_its_end(string piece) =>
        Assert.NotNull(QuoteReader.Read(string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length))));
}
