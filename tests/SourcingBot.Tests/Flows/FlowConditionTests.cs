using NodaTime;
using SourcingBot.Flows;
using SourcingBot.Quotes;
using Xunit;

namespace SourcingBot.Tests.Flows;

/// <summary>A step is offered only where it can apply: below an amount, and where all of its conditions hold.</summary>
public sealed class FlowConditionTests
{
    private static readonly FlowCondition Below = new("order-amount", [], new Money(3000m, "USD", MoneyRole.Other));

    [Theory]
    [InlineData(2999.99, "USD", true)]
    [InlineData(3000, "USD", false)]
    [InlineData(20000, "CNY", true)]
    public void An_amount_is_compared_in_its_own_currency_only(double amount, string currency, bool holds) =>
        Assert.Equal(holds, FlowEngine.Holds(Below, Answers(("order-amount", Given() with { Money = new Money((decimal)amount, currency, MoneyRole.Total) }))));

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void Both_conditions_must_hold(string protection, bool holds) => Assert.Equal(holds, FlowEngine.Holds(
        new FlowCondition("protection", ["yes"], And: Below),
        Answers(("protection", Given() with { Choice = protection }), ("order-amount", Given() with { Money = new Money(10m, "USD", MoneyRole.Total) }))));

    [Fact]
    public void What_was_not_answered_does_not_hold() => Assert.False(FlowEngine.Holds(Below, Answers()));

    private static Dictionary<string, Answer> Answers(params (string Question, Answer Answer)[] answers) => answers.ToDictionary(a => a.Question, a => a.Answer, StringComparer.Ordinal);

    private static Answer Given() => new() { State = AnswerState.Given, At = Instant.MinValue };
}
