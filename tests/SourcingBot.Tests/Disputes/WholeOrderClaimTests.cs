using NodaTime;
using SourcingBot.Disputes;
using SourcingBot.Flows;
using SourcingBot.Quotes;
using Xunit;

namespace SourcingBot.Tests.Disputes;

/// <summary>Whoever wants all money back claims the whole order; whoever wants a part, the pieces that are affected.</summary>
public sealed class WholeOrderClaimTests
{
    [Theory]
    [InlineData("full-refund", 1050)]
    [InlineData("partial-refund", 84)]
    [InlineData("return-refund", 84)]
    public void The_claim_follows_what_is_wanted(string remedy, decimal expected)
    {
        var claim = ClaimAmount.Of(new Dictionary<string, Answer>
        {
            ["remedy"] = Given() with { Choice = remedy },
            ["order-amount"] = Given() with { Money = new Money(1050m, "USD", MoneyRole.Other) },
            ["ordered"] = Given() with { Quantity = new Quantity(500, "pcs") },
            ["affected"] = Given() with { Quantity = new Quantity(40, "pcs") },
        });

        Assert.Equal(expected, claim.Amount?.Amount);
        Assert.Single(claim.Lines);
    }

    [Fact]
    public void Cartons_and_pieces_are_not_multiplied_with_each_other()
    {
        var claim = ClaimAmount.Of(new Dictionary<string, Answer>
        {
            ["remedy"] = Given() with { Choice = "partial-refund" },
            ["order-amount"] = Given() with { Money = new Money(1050m, "USD", MoneyRole.Other) },
            ["ordered"] = Given() with { Quantity = new Quantity(50, "cartons") },
            ["affected"] = Given() with { Quantity = new Quantity(40, "pcs") },
            ["unit-price"] = Given() with { Money = new Money(2.10m, "USD", MoneyRole.Other) },
        });

        Assert.Null(claim.Amount);
        Assert.Contains("in the same unit", Assert.Single(claim.Lines), StringComparison.Ordinal);
    }

    private static Answer Given() => new() { State = AnswerState.Given, At = Instant.MinValue };
}
