using NodaTime;
using SourcingBot.Cases;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Packs;

namespace SourcingBot.Tests.Packs;

public class CaseFileBuilderTests
{
    [Fact]
    public void The_answers_the_order_and_the_claim_come_into_the_file()
    {
        var file = CaseFileBuilder.Build(StoredDispute.Damaged().Material);

        Assert.Equal(("D-7KQ2", "Goods damaged on arrival", "178453210", "Ningbo Brightware Co., Ltd.", "500 pcs ceramic mugs"), (file.ShortName, file.Reason, file.OrderNumber, file.Supplier, file.Goods));
        Assert.Equal(("Partial refund", 453.60m, "USD"), (file.Remedy, file.Claim!.Total.Amount, file.Claim.Total.Currency));
        Assert.Equal(["Packing: 5-layer cartons, drop test 80 cm."], file.Clauses);
        Assert.Equal(["To be shipped by 15 Oct 2026", "Shipped on 14 Oct 2026", "Delivered on 12 Nov 2026"], file.KeyDates.Select(d => $"{d.Label} {When.Day(d.Day)}"));
        Assert.Equal(["USD 100 off the next order; refused.", "16 Nov 2026: “We give 10 percent, friend”"], file.Offers);
        Assert.Equal("Europe/Berlin", file.Zone.Id);
    }

    [Fact]
    public void Facts_state_what_was_answered_with_the_clause_and_the_proof()
    {
        var file = CaseFileBuilder.Build(StoredDispute.Damaged().Material);

        Assert.Equal(
        [
            "108 of 500 pcs arrived damaged. | Packing | 1 2 3 4",
            "The state of the outer carton on arrival. | Packing | 1 2",
            "The inner packing and the damage to the goods. | Packing | 3 4",
            "The supplier arranged the transport. |  | ",
            "All payments went through the marketplace's order. |  | 6",
            "The buyer has agreed to no later date, no other goods and no repair. |  | ",
            "The goods are kept as they arrived: not used, sold or altered. |  | ",
            "Receipt has not been confirmed on the order page. |  | ",
        ], file.Facts.Select(f => $"{f.Statement} | {f.Clause?.Split(':')[0]} | {string.Join(' ', f.Exhibits)}"));
    }

    [Fact]
    public void Nothing_is_stated_that_was_not_answered_so()
    {
        var dispute = StoredDispute.Damaged().Choose("kept", "no").Choose("agreed-change", "yes").Choose("receipt-confirmed", "unsure").Choose("paid-on-platform", "none").Choose("transport", "unsure");
        dispute.Set("affected", StoredDispute.Given with { State = AnswerState.Skipped });

        Assert.Equal(["The goods arrived damaged.", "The state of the outer carton on arrival.", "The inner packing and the damage to the goods."], CaseFileBuilder.Build(dispute.Material).Facts.Select(f => f.Statement));
    }

    [Fact]
    public void Every_file_link_and_text_is_an_exhibit_and_what_cannot_be_had_is_named()
    {
        var exhibits = CaseFileBuilder.Build(StoredDispute.Damaged().Material).Exhibits;

        Assert.Equal(
        [
            "1 Photos ExhibitFile", "2 Photos ExhibitFile", "3 Photos ExhibitLink", "4 Photos ExhibitText", "5 Documents ExhibitMissing", "6 Documents ExhibitFile", "7 Messages ExhibitMissing",
        ], exhibits.Select(e => $"{e.Number} {e.Kind} {e.Content.GetType().Name}"));
        Assert.Equal(["It could not be obtained.", "The buyer has it and hands it in later."], exhibits.Select(e => e.Content).OfType<ExhibitMissing>().Select(m => m.Why));
    }

    [Fact]
    public void The_timeline_holds_the_order_the_answers_and_what_the_supplier_said()
    {
        var dispute = StoredDispute.Damaged();
        dispute.Events.Clear();
        var file = CaseFileBuilder.Build(dispute.Material);

        Assert.Equal(["Order placed", "Delivered", "Noted from the supplier: “We give 10 percent, friend”"], file.Timeline.OrderBy(m => m.On.Earliest(m.Zone)).Select(m => m.What));
        Assert.Equal(1, CaseFileBuilder.Build(StoredDispute.Damaged().Material).Timeline.Count(m => m.What == "Delivered"));
    }

    [Fact]
    public void Goods_that_never_came_are_not_called_delivered()
    {
        var dispute = new StoredDispute("dispute-not-received").Text("order-number", "1").Choose("marked-delivered", "yes").Set("delivered-on", StoredDispute.Given with { Date = new LocalDate(2026, 11, 12) });
        var file = CaseFileBuilder.Build(dispute.Material);

        Assert.Equal("The tracking names 12 Nov 2026 as the day of delivery. The goods have not arrived.", file.Facts[0].Statement);
        Assert.Equal(["Marked as delivered"], file.Timeline.Select(m => m.What));
        Assert.Equal(["Marked as delivered"], file.KeyDates.Select(d => d.Label));
    }

    [Fact]
    public void Who_wants_the_goods_claims_no_amount()
    {
        var file = CaseFileBuilder.Build(new StoredDispute("dispute-not-shipped").Choose("remedy", "ship-now").Money("paid-total", 900).Text("offered", "None.").Material);

        Assert.Null(file.Claim);
        Assert.Equal("Shipment as agreed", file.Remedy);
        Assert.Equal(["The goods have not been shipped.", "USD 900.00 has been paid."], file.Facts.Select(f => f.Statement));
        Assert.Equal(["The supplier has offered nothing so far."], file.Offers);
    }

    [Fact]
    public void An_answer_to_a_question_that_no_longer_applies_is_left_out()
    {
        var dispute = StoredDispute.Damaged().Choose("paid-on-platform", "part").Money("paid-there", 10);
        Assert.Equal(10, CaseFileBuilder.Build(dispute.Material).Claim!.Total.Amount);

        Assert.Equal(453.60m, CaseFileBuilder.Build(dispute.Choose("paid-on-platform", "all").Material).Claim!.Total.Amount);
    }

    [Fact]
    public void Taking_the_pack_changes_nothing_in_it_and_an_answer_does()
    {
        var before = CaseFileBuilder.Build(StoredDispute.Damaged().Material).Changed;

        Assert.Equal(before, CaseFileBuilder.Build(StoredDispute.Damaged().Entry(CaseEntryKind.PackTaken, null, Duration.FromDays(5)).Material).Changed);
        Assert.Equal(StoredDispute.Begun + Duration.FromDays(5), CaseFileBuilder.Build(StoredDispute.Damaged().Entry(CaseEntryKind.Answered, null, Duration.FromDays(5)).Material).Changed);
    }

    [Fact]
    public void Every_kind_of_dispute_has_its_sentences_and_every_sentence_names_questions_that_exist()
    {
        var flows = FlowBook.BuiltIn.All.Where(f => f.Kind == FlowKind.Dispute && f.Id != "dispute").ToList();

        Assert.Equal(flows.Select(f => f.Id).Order(), Statements.BuiltIn.Reasons.Keys.Order());
        foreach (var flow in flows)
        {
            var known = flow.Questions.Select(q => q.Id).Append("share").ToHashSet();
            Assert.All(Statements.BuiltIn.Reasons[flow.Id].Facts, fact => Assert.All(fact.If.Keys.Concat(fact.Exhibits).Concat(fact.Say.SelectMany(NamesIn)), name => Assert.Contains(name, known)));
        }

        var all = flows.SelectMany(f => f.Questions).Select(q => q.Id).ToHashSet();
        Assert.All(Statements.BuiltIn.Always, fact => Assert.All(fact.If.Keys.Concat(fact.Exhibits).Concat(fact.Say.SelectMany(NamesIn)), name => Assert.Contains(name, all)));
        Assert.All(Statements.BuiltIn.General, name => Assert.Contains(name, all));
    }

    [Theory]
    [InlineData("dispute-certificate")]
    [InlineData("dispute-extra-charges")]
    [InlineData("dispute-counterfeit")]
    [InlineData("dispute")]
    public async Task A_case_in_which_nothing_is_answered_gives_a_pack_that_says_what_is_open(string flow)
    {
        var file = CaseFileBuilder.Build(new StoredDispute(flow).Material);
        var report = await EvidencePack.WriteAsync(file, new MemoryStream(), (_, _) => Task.FromResult<Stream?>(null), CancellationToken.None);

        Assert.Contains(report.Warnings, w => w.StartsWith("Still open in the case: ", StringComparison.Ordinal));
    }

    private static IEnumerable<string> NamesIn(string sentence) => sentence.Split('{', '}').Where((_, i) => i % 2 == 1);
}
