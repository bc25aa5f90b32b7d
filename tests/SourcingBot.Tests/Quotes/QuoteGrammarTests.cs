using SourcingBot.Quotes;

namespace SourcingBot.Tests.Quotes;

/// <summary>How people in four languages say what they sell, when it is ready and how it is paid.</summary>
public class QuoteGrammarTests
{
    [Theory]
    [InlineData("deposit 30%, balance 70% after inspection", "30 deposit, 70 balance")]
    [InlineData("30% deposit and 70% before shipping", "30 deposit, 70 balance")]
    [InlineData("Payment: 40% at order / 60% when your inspector has passed the goods", "40 deposit, 60 balance")]
    [InlineData("thirty percent up front, seventy against B/L copy", "30 deposit")]
    [InlineData("Terms: 20% on order, 40% mid production, 40% before shipping", "20 deposit, 40 balance")]
    [InlineData("half now, half before loading", "50 deposit, 50 balance")]
    [InlineData("please release the 70% (USD 4,410) today", "70 balance")]
    [InlineData("Deposit USD 1,890 (30%) is booked, thanks", "30 deposit")]
    [InlineData("pay everything upfront please", "100 full")]
    [InlineData("T/T 100% in advance", "100 full")]
    [InlineData("先付三成定金，余下七成发货前付清", "30 deposit, 70 balance")]
    [InlineData("百分之三十预付，百分之七十验货后付", "30 deposit, 70 balance")]
    [InlineData("您先付一半，剩下一半发货前付", "50 deposit, 50 balance")]
    [InlineData("我们这边款到发货", "100 full")]
    [InlineData("Anticipo del 30 % y saldo del 70 % contra copia del BL", "30 deposit, 70 balance")]
    [InlineData("treinta por ciento de anticipo, setenta por ciento contra documentos", "30 deposit, 70 balance")]
    [InlineData("La mitad ahora y la otra mitad cuando esté lista", "50 deposit, 50 balance")]
    [InlineData("Hay que pagar la totalidad antes de producir", "100 full")]
    [InlineData("Acompte de 30 % à la commande, solde de 70 % avant expédition", "30 deposit, 70 balance")]
    [InlineData("trente pour cent à la commande et soixante-dix pour cent contre connaissement", "30 deposit, 70 balance")]
    [InlineData("On demande le règlement intégral avant la fabrication", "100 full")]
    public void Shares_are_told_apart_by_the_words_of_their_clauses(string text, string shares) =>
        Assert.Equal(shares, string.Join(", ", QuoteReader.Read(text).Payment.Select(p => $"{p.Value.Percent:0.##} {(p.Value.Stage == PaymentStage.Full ? "full" : p.Value.Stage == PaymentStage.Deposit ? "deposit" : "balance")}")));

    [Theory]
    [InlineData("shirt jersey 70/30, 180 g")]
    [InlineData("5% discount and 3% fee")]
    [InlineData("100% cotton, 100% checked by our QC")]
    [InlineData("the price rose by 6% after confirmation")]
    [InlineData("new prices for the second half of the year, payment as before")]
    [InlineData("纯棉100%，损耗3%")]
    public void Other_percentages_are_no_shares(string text) => Assert.Empty(QuoteReader.Read(text).Payment);

    [Theory]
    [InlineData("FOB Ningbo, 35 days, 30/70", "35")]
    [InlineData("ready in about three weeks", "21")]
    [InlineData("mass production 20-25 working days after samples are signed", "20, 25")]
    [InlineData("Time: 18 days", "18")]
    [InlineData("45 days after we get your deposit", "45")]
    [InlineData("交期：收到定金后30天", "30")]
    [InlineData("大概四周出货", "28")]
    [InlineData("plazo de fabricación 20 a 25 días", "20, 25")]
    [InlineData("entrega en 6 semanas desde el anticipo", "42")]
    [InlineData("prêt sous 20 jours ouvrés après validation du BAT", "20")]
    [InlineData("sea freight to Izmir, 32 days", "")]
    [InlineData("offer valid for 15 days", "")]
    [InlineData("sample 7 days", "")]
    [InlineData("海运大概35天到港", "")]
    public void Production_times_are_told_from_other_times(string text, string days) =>
        Assert.Equal(days, string.Join(", ", QuoteReader.Read(text).LeadTimeDays.Select(d => d.Value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("order of 400 pcs, 24 pcs/carton", "400 pcs")]
    [InlineData("Carton: 48 pcs, 34 ctns", "34 ctns")]
    [InlineData("300 / 600 / 1,200 pcs", "300 pcs, 600 pcs, 1200 pcs")]
    [InlineData("Qty: 3,600, no damage", "3600 pcs")]
    [InlineData("we paid for the 12 treadmills", "12 pcs")]
    [InlineData("46 broken lids (of 1,000)", "46 pcs, 1000 pcs")]
    [InlineData("QC checked 315 pcs", "")]
    [InlineData("cable 1.8 m, height 2 m", "")]
    [InlineData("1,100 m2 for the hall", "1100 m2")]
    [InlineData("moq two hundred fifty", "250 pcs")]
    [InlineData("5OO pcs in white", "500 pcs")]
    [InlineData("一千五百件T恤", "1500 pcs")]
    [InlineData("3个月后再说，两个方案", "")]
    [InlineData("20 mil unidades", "20000 pcs")]
    [InlineData("deux mille flacons", "2000 pcs")]
    public void Quantities_are_of_goods(string text, string quantities) =>
        Assert.Equal(quantities, string.Join(", ", QuoteReader.Read(text).Quantities.Select(q => $"{q.Value.Value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)} {q.Value.Unit}")));

    [Theory]
    [InlineData("eight hundred forty dollars", "840 USD")]
    [InlineData("一万六千美金", "16000 USD")]
    [InlineData("十五万元的货", "150000 CNY")]
    [InlineData("dieciocho mil dólares", "18000 USD")]
    [InlineData("quinze cents euros", "1500 EUR")]
    [InlineData("11.2, 11.6, 12.1 USD/m2", "11.2 USD, 11.6 USD, 12.1 USD")]
    [InlineData("2,35 USD en vez de 2,60", "2.35 USD, 2.6 USD")]
    [InlineData("38 $ CA de plus", "38 CAD")]
    [InlineData("balance of PO 60441 USD 21,380.00", "21380 USD")]
    [InlineData("no EUR.1 from China", "")]
    [InlineData("rate 0.92 → 19,244.56 EUR", "19244.56 EUR")]
    [InlineData("Deposit twо thousand one hundred dollаrs", "2100 USD")]
    public void Amounts_are_read_in_words_lists_and_disguises(string text, string amounts) =>
        Assert.Equal(amounts, string.Join(", ", QuoteReader.Read(text).Money.Select(m => $"{m.Value.Amount.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)} {m.Value.Currency}")));

    [Theory]
    [InlineData("DAP Lyon 69007 = 640 USD", "DAP", "Lyon 69007")]
    [InlineData("FCA Shenzhen airport", "FCA", "Shenzhen airport")]
    [InlineData("DDP 18 rue des Docks, 76600 Le Havre : 4 100 EUR", "DDP", "18 rue des Docks, 76600 Le Havre")]
    [InlineData("CIF aeropuerto de El Dorado, 19,80 USD", "CIF", "aeropuerto de El Dorado")]
    [InlineData("CIF Dar es Salaam 3,232 USD", "CIF", "Dar es Salaam")]
    [InlineData("DDP汉堡22113仓库,3.6欧/公斤", "DDP", "汉堡22113仓库")]
    [InlineData("FOB Qingdao instead of CFR", "FOB", "Qingdao")]
    [InlineData("the term was FOB, must be FCA Ningbo", "FCA", "Ningbo")]
    [InlineData("5.60 USD f.o.b only", "FOB", null)]
    public void A_place_is_read_whole_and_the_offered_term_chosen(string text, string term, string? place)
    {
        var found = QuoteReader.Read(text).Incoterm;

        Assert.Equal((term, place), (found!.Value.Value.Term, found.Value.Value.Place));
    }

    [Theory]
    [InlineData("what does 'EXW' put on us exactly?")]
    [InlineData("un DDP sans importateur désigné n'est pas une offre")]
    public void A_term_that_is_only_spoken_of_is_no_offer(string text) => Assert.Null(QuoteReader.Read(text).Incoterm);

    [Theory]
    [InlineData("book POs 7731, 7732 and 7745", "7731, 7732, 7745")]
    [InlineData("PO 6121 250 pcs", "6121")]
    [InlineData("production of order GR-77", "GR-77")]
    [InlineData("my order of 48 chairs (2229 4417 0083, $4,176, paid in TA)", "2229 4417 0083")]
    [InlineData("tracking 7714 0093 2281 of FedEx, order later", "")]
    [InlineData("service contract SC-26-221", "")]
    public void Order_numbers_are_told_from_other_numbers(string text, string numbers) =>
        Assert.Equal(numbers, string.Join(", ", QuoteReader.Read(text).OrderNumbers.Select(o => o.Value)));

    [Theory]
    [InlineData("valid 20-Sep-26")]
    [InlineData("until Sept. 20, 2026")]
    [InlineData("gesendet 20. September 2026")]
    [InlineData("2026年9月20日前")]
    public void Dates_with_short_years_and_points_are_read(string text) =>
        Assert.Equal(new NodaTime.LocalDate(2026, 9, 20), Assert.Single(QuoteReader.Read(text).Dates).Value.Date);

    [Fact]
    public void A_range_of_days_of_a_month_is_no_date_with_a_year() => Assert.Empty(QuoteReader.Read("holiday June 19-21").Dates);

    [Fact]
    public void Each_mention_keeps_its_place()
    {
        const string text = "USD 40 now. I said USD 40.";

        Assert.Equal([0, 19], QuoteReader.Read(text).Money.Select(m => m.Span.Start));
    }

    [Fact]
    public void Memory_of_one_message_says_nothing_in_the_next()
    {
        _ = QuoteReader.Read("USD 500 for 300 pcs, FOB Ningbo, 30/70, order 2184 5560 0123, a@b.example");
        var facts = QuoteReader.Read("thank you, see you soon");

        Assert.Equal(0, facts.Money.Count + facts.Quantities.Count + facts.Terms.Count + facts.Payment.Count + facts.OrderNumbers.Count + facts.Emails.Count + facts.Methods.Count);
        Assert.Null(facts.Incoterm);
    }

    [Fact]
    public void Reading_a_message_needs_little_memory_besides_its_result()
    {
        const string text = "Dear Ms Weber, the 5,000 pcs are ready. FOB Ningbo, 30% deposit, please remit USD 8,680 by 12 May 2026.";
        for (var i = 0; i < 100; i++) _ = QuoteReader.Read(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = QuoteReader.Read(text);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2048);
    }
}
