using Microsoft.EntityFrameworkCore;
using SourcingBot.Quotes;
using SourcingBot.Suppliers.Memory;
using SourcingBot.Tests.Orders;

namespace SourcingBot.Tests.Suppliers;

/// <summary>What a team's checked messages told of a supplier is held against the next one.</summary>
public sealed class SupplierMemoryTests : IAsyncLifetime
{
    private const string Known = "Invoice for order 178453210. Beneficiary: Ningbo Bright Electronics Co., Ltd. Account No. 388566021144. Bank of Ningbo. Total USD 12,400.";
    private const string Other = "Invoice for order 178453210. Beneficiary: Golden Harbour Trading Ltd. Account No. 912200457788. Total USD 12,400.";

    private readonly OrderTalk _talk = new();

    public async Task InitializeAsync()
    {
        await _talk.StartAsync();
        await _talk.SayAsync("order 178453210 Ningbo Bright USD 12,400 FOB Ningbo 30/70");
    }

    public async Task DisposeAsync() => await _talk.DisposeAsync();

    [Fact]
    public async Task Another_account_than_the_confirmed_one_means_stop_with_old_and_new_masked()
    {
        await _talk.SayAsync("check " + Known);
        var noted = await _talk.PressAsync("I called: it is their account");
        Assert.Contains("Noted: Ningbo Bright has account", noted, StringComparison.Ordinal);

        Assert.DoesNotContain("Not what you know", await _talk.SayAsync("check " + Known), StringComparison.Ordinal);

        var warned = await _talk.SayAsync("check " + Other);
        Assert.StartsWith("Stop", warned, StringComparison.Ordinal);
        Assert.Contains("Not what you know of Ningbo Bright", warned, StringComparison.Ordinal);
        Assert.Contains("1144", warned, StringComparison.Ordinal);
        Assert.Contains("7788", warned, StringComparison.Ordinal);
        Assert.DoesNotContain("388566", warned, StringComparison.Ordinal);
        Assert.DoesNotContain("912200", warned, StringComparison.Ordinal);
        Assert.Empty(await _talk.ReadAsync(db => db.SupplierFacts.Where(f => f.Key.Contains("388566") || f.Shown.Contains("388566")).ToListAsync()));
    }

    [Fact]
    public async Task An_account_is_learned_from_nobody_but_a_person()
    {
        await _talk.SayAsync("check " + Known);

        Assert.Equal(0, await _talk.ReadAsync(db => db.SupplierFacts.CountAsync(f => f.Kind == SupplierFactKind.Account || f.Kind == SupplierFactKind.Payee)));
    }

    [Fact]
    public async Task A_domain_that_imitates_a_known_one_means_stop()
    {
        await _talk.SayAsync("check The packing list of order 178453210 is attached, 40 cartons. Linda, linda@ningbobright.com");
        Assert.Contains("ningbobright.com", await _talk.SayAsync("supplier Ningbo Bright"), StringComparison.Ordinal);

        var warned = await _talk.SayAsync("check The packing list of order 178453210 is attached, 40 cartons. Linda, linda@ningbo-brlght.com");

        Assert.StartsWith("Stop", warned, StringComparison.Ordinal);
        Assert.Contains("ningbo-brlght.com", warned, StringComparison.Ordinal);
        Assert.DoesNotContain("brlght", await _talk.SayAsync("supplier Ningbo Bright"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_forgotten_by_its_button()
    {
        await _talk.SayAsync("check The packing list of order 178453210 is attached, 40 cartons. Linda, linda@ningbobright.com");
        await _talk.SayAsync("supplier Ningbo Bright");

        Assert.DoesNotContain("linda@", await _talk.PressAsync("Forget linda@ningbobright.com"), StringComparison.Ordinal);
        Assert.Contains("I remember nothing else yet", await _talk.PressAsync("Forget all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_muted_rule_is_not_said_for_its_supplier_and_the_answer_says_so()
    {
        const string Fob = "Order 178453210: we quote CIF USA 3.40 USD each, 500 pcs.";
        Assert.Contains("Trade term without a place", await _talk.SayAsync("check " + Fob), StringComparison.Ordinal);
        Assert.Contains("Until which day?", await _talk.SayAsync("mute incoterm-missing-place for Ningbo Bright until soon because agreed"), StringComparison.Ordinal);
        Assert.Contains("Why?", await _talk.SayAsync("mute incoterm-missing-place for Ningbo Bright until 31 Dec 2026"), StringComparison.Ordinal);
        Assert.Contains("Muted for Ningbo Bright until 31 Dec 2026", await _talk.SayAsync("mute incoterm-gap for Ningbo Bright until 31 Dec 2026 because the place is in the contract"), StringComparison.Ordinal);

        var muted = await _talk.SayAsync("check " + Fob);
        Assert.Contains("Not said, because it is muted", muted, StringComparison.Ordinal);
        Assert.Contains("the place is in the contract", muted, StringComparison.Ordinal);
        Assert.DoesNotContain("says nothing until it names the port", muted, StringComparison.Ordinal);

        await _talk.SayAsync("unmute incoterm-gap for Ningbo Bright");
        Assert.Contains("says nothing until it names the port", await _talk.SayAsync("check " + Fob), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ningbobright.com", "ningbo-bright.com", true)]
    [InlineData("ningbobright.com", "ningbobrlght.com", true)]
    [InlineData("ningbobright.com", "ningbobright.net", true)]
    [InlineData("ningbobright.com", "ningbobright-pay.com", true)]
    [InlineData("ningbobright.com", "mail.ningbobright.com", false)]
    [InlineData("ningbobright.com", "shenzhenlamps.com", false)]
    [InlineData("abc.com", "abd.com", false)]
    public void Look_alikes_are_told_from_others(string known, string other, bool alike) => Assert.Equal(alike, SupplierDifference.LookAlike(known, other));

    [Fact]
    public void Hosts_that_serve_everybody_are_not_a_suppliers() =>
        Assert.DoesNotContain(StatedFact.Of(QuoteReader.Read("Write to linda@gmail.com or see https://www.alibaba.com/item and https://m.dhl.com/x")), f => f.Kind == SupplierFactKind.Domain);
}
