using SourcingBot.Checks;
using SourcingBot.Quotes;
using SourcingBot.Text;

namespace SourcingBot.Tests.Checks;

public class FactLineTests
{
    [Theory]
    [InlineData("Lead time is 15-20 days.", "ready in 15–20 days")]
    [InlineData("5,000 pcs at USD 2.50 per pc FOB Ningbo, 30% deposit, 70% balance before shipment, T/T, lead time 30 days", "5,000 pcs · USD 2.5 a unit · FOB Ningbo · 30 % deposit · 70 % balance · T/T · ready in 30 days")]
    [InlineData("We look forward to your reply.", null)]
    public void Facts_are_told_in_one_line(string message, string? line) => Assert.Equal(line, FactLine.Of(QuoteReader.Read(message)));

    [Fact]
    public void Two_times_at_two_places_are_no_range()
    {
        // "15 days for samples, 20 to 25 days for bulk"
        var facts = Quote.Empty with { LeadTimeDays = [new(15, new TextSpan(0, 7)), new(20, new TextSpan(21, 13)), new(25, new TextSpan(21, 13))] };

        Assert.Equal("ready in 15 days · ready in 20–25 days", FactLine.Of(facts));
    }
}
