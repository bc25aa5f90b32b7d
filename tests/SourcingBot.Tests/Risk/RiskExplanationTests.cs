using SourcingBot.Risk;
using SourcingBot.Risk.OwnRules;

namespace SourcingBot.Tests.Risk;

/// <summary>An explanation says what each finding came from, and how near came what was not told.</summary>
public sealed class RiskExplanationTests
{
    [Theory]
    [InlineData("We can not declare a lower value, sorry, it is illegal and your customs will fine both of us.", "under-declaration", Nearness.Contradicted, "declare")]
    [InlineData("You don't need to withdraw the dispute, we accept a refund of 210 USD inside the case.", "dispute-withdrawal", Nearness.Contradicted, "withdraw the dispute")]
    [InlineData("Reminder for the new folks: no Western Union, no MoneyGram, no crypto. If a supplier pushes for it, drop them and post it here.", "untraceable-payment", Nearness.OnlyTold, "Western Union")]
    public void What_is_refused_or_only_told_is_said_to_be_so(string text, string category, Nearness nearness, string words)
    {
        var explained = Explain(text);

        Assert.Equal(Verdict.None, explained.Report.Verdict);
        var near = Assert.Single(explained.Near, n => n.Category == category);
        Assert.Equal(nearness, near.Nearness);
        Assert.Contains(words, string.Join(' ', near.Evidence.Select(e => e.In(text))), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_near_is_made_up()
    {
        var explained = Explain("Good day, the packing list follows on Monday.");

        Assert.Equal(Verdict.None, explained.Report.Verdict);
        Assert.DoesNotContain(explained.Near, n => n.Nearness is Nearness.Together or Nearness.Contradicted or Nearness.OnlyTold);
    }

    [Fact]
    public void The_examples_of_every_rule_are_explained_without_naming_a_category_twice()
    {
        foreach (var example in RiskRules.All.SelectMany(r => r.Fires.Concat(r.Silent)))
        {
            var explained = Explain(example.Text);
            var all = explained.Near.Select(n => n.Category).ToList();
            Assert.Equal(all.Distinct(StringComparer.Ordinal), all);
            Assert.Empty(all.Intersect(explained.Report.Findings.Select(f => f.Category), StringComparer.Ordinal));
            Assert.Equal(explained.Report.Findings, explained.Found.Select(f => f.Finding));
            Assert.All(explained.Found, f => Assert.False(string.IsNullOrWhiteSpace(f.Example)));
            Assert.All(explained.Near.SelectMany(n => n.Evidence), e => Assert.False(string.IsNullOrWhiteSpace(e.In(example.Text))));
        }
    }

    [Fact]
    public void It_judges_as_the_scan_does()
    {
        foreach (var example in RiskRules.All.SelectMany(r => r.Fires.Take(1).Concat(r.Silent.Take(1))))
        {
            var (scanned, explained) = (RiskScanner.BuiltIn.Scan(example.Text), Explain(example.Text).Report);
            Assert.Equal((scanned.Verdict, scanned.Score), (explained.Verdict, explained.Score));
        }
    }

    [Fact]
    public void A_teams_own_rule_is_named_with_its_file_and_example()
    {
        var folder = Directory.CreateTempSubdirectory("own-rules");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "mould.yaml"), """
                id: old-mould
                category: substitution
                severity: high
                title: Mould 7 is retired
                phrases:
                  - mould 7
                why: It leaves a burr.
                do: Ask for mould 9.
                reply: Please use mould 9.
                fires:
                  - We start with mould 7 today.
                silent:
                  - Mould 9 is ready.
                """);

            var explained = RiskScanner.BuiltIn.With(new OwnRuleBook(folder.FullName)).Explain("Your parts come from mould 7 next week.", null, RiskThresholds.Asked);

            var own = Assert.Single(explained.Found, f => f.Finding.RuleId == "old-mould");
            Assert.Equal(("mould.yaml", "We start with mould 7 today.", false), (own.OwnFile, own.Example, own.IsWording));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("pay to new account not frozen ")]
    [InlineData("we never ask to confirm receipt before goods arrive, ")]
    [InlineData("")]
    public void Hostile_text_is_explained_to_its_end(string piece) =>
        Assert.InRange(Explain(piece.Length == 0 ? piece : string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length))).Near.Count, 0, 4);

    private static RiskExplanation Explain(string text) => RiskScanner.BuiltIn.Explain(text, null, RiskThresholds.Asked);
}
