using SourcingBot.Orders;
using SourcingBot.Text;

namespace SourcingBot.Tests.Orders;

public class PolicyFileTests
{
    private const string Good = """
        { "policy": "market", "version": 1, "title": "A market", "checked": "2026-01-01", "applies": { "protections": ["trade-assurance"] }, "rules": [
          { "id": "window", "title": "Window", "do": "Ask.", "kind": "dispute-window", "doneBy": ["refund-asked"], "readings": [
            { "start": ["delivered"], "length": 30, "unit": "calendar-days", "zone": "Asia/Shanghai", "source": "a page", "confidence": "high" } ] } ] }
        """;

    [Fact]
    public void A_good_file_is_read() => Assert.Equal("window", Assert.Single(Assert.Single(PolicyBook.Read([("market.json", Good)]).Newest).Rules).Id);

    [Theory]
    [InlineData("\"length\": 30", "\"length\": \"thirty\"", "rules[0].readings[0].length: expected a whole number from 0 to 10000, found \"thirty\"")]
    [InlineData("\"length\": 30", "\"length\": -1", "rules[0].readings[0].length")]
    [InlineData("\"delivered\"", "\"arrived\"", "rules[0].readings[0].start[0]: expected one of")]
    [InlineData("\"refund-asked\"", "\"refunded\"", "rules[0].doneBy[0]: expected one of")]
    [InlineData("Asia/Shanghai", "Asia/Beijing", "rules[0].readings[0].zone: expected an IANA time zone")]
    [InlineData("\"calendar-days\"", "\"business-days\"", "unit: expected one of calendar-days, hours, working-days")]
    [InlineData("\"calendar-days\"", "\"working-days\"", "the key \"country\"")]
    [InlineData("\"source\": \"a page\", ", "", "rules[0].readings[0]: expected the key \"source\"")]
    [InlineData("\"doneBy\"", "\"donBy\"", "rules[0].donBy: expected no such key here")]
    [InlineData("2026-01-01", "1 January", "checked: expected a date as")]
    [InlineData("\"version\": 1", "\"version\": 0", "version: expected a whole number from 1")]
    [InlineData("\"version\": 1", "\"version\": 1, \"version\": 2", "line 1: this is not JSON, or a key stands there twice")]
    [InlineData("{ \"start\"", "\n\n{ start", "line 5: this is not JSON")]
    [InlineData("\"id\": \"window\"", "\"id\": \"The window\"", "rules[0].id: expected lower case words with hyphens")]
    [InlineData("\"do\": \"Ask.\"", "\"do\": \"\"", "rules[0].do: expected a text in quotes")]
    public void A_bad_file_is_refused_with_file_and_place(string good, string bad, string words)
    {
        var error = Assert.Throws<DataFileException>(() => PolicyBook.Read([("market.json", Good.Replace(good, bad, StringComparison.Ordinal))]));

        Assert.StartsWith("market.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    /// <summary>Running orders are planned by the version they started with, so a number never changes within one.</summary>
    [Theory]
    [InlineData("alibaba-logistics", 1, "1BF96807955C")]
    [InlineData("alibaba-offline", 1, "42F9DF05A21E")]
    [InlineData("alibaba-trade-assurance", 1, "4BB6618B333B")]
    [InlineData("card", 1, "30F4D3EF577E")]
    [InlineData("paypal", 1, "1CF98F1FB575")]
    [InlineData("wire", 1, "8A7FC67778A0")]
    public void A_changed_number_needs_a_new_version(string policy, int version, string numbers)
    {
        var rules = PolicyBook.BuiltIn.Find(policy, version)!.Rules.SelectMany(r => r.Readings.Select(x =>
            $"{r.Id} {string.Join('|', x.Starts.Select(s => $"{s.Event}{s.Date}"))} {x.FromLast} {x.Length} {x.Unit} {x.Zone?.Id} {r.Opens} {r.When.MaxUsd?.ToString(System.Globalization.CultureInfo.InvariantCulture)}"));
        var text = string.Join("\n", rules);

        Assert.Equal(numbers, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..12]);
    }

    [Fact]
    public void Two_files_with_one_version_are_refused() =>
        Assert.Contains("two.json", Assert.Throws<DataFileException>(() => PolicyBook.Read([("one.json", Good), ("two.json", Good)])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("alibaba-trade-assurance", "refund-window", 20, null)]
    [InlineData("alibaba", "refund-window", 20, "There is no policy alibaba")]
    [InlineData("alibaba-trade-assurance", "refunds", 20, "has no rule refunds")]
    [InlineData("alibaba-trade-assurance", "negotiation-2015", 20, "has no rule negotiation-2015")]
    [InlineData("alibaba-trade-assurance", "refund-window", -1, "from 0 to 10000")]
    public void An_override_that_cannot_be_used_is_explained(string policy, string rule, int length, string? why)
    {
        var answer = PolicyBook.BuiltIn.WhyNot(new PolicyOverride(policy, rule, length));

        if (why is null) Assert.Null(answer);
        else Assert.Contains(why, answer, StringComparison.Ordinal);
    }
}
