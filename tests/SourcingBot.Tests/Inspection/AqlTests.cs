using System.Globalization;
using SourcingBot.Inspection;

namespace SourcingBot.Tests.Inspection;

public class AqlTests
{
    private const string Limits = "0 0.65 1.0 1.5 2.5 4.0 6.5";

    // ISO 2859-1 single sampling, normal, level II: sample size / acceptance number, arrows followed.
    public static TheoryData<int, int, string> LevelTwo => new()
    {
        { 2, 8, "2/0 20/0 13/0 8/0 5/0 3/0 2/0" },
        { 9, 15, "3/0 20/0 13/0 8/0 5/0 3/0 2/0" },
        { 16, 25, "5/0 20/0 13/0 8/0 5/0 3/0 8/1" },
        { 26, 50, "8/0 20/0 13/0 8/0 5/0 13/1 8/1" },
        { 51, 90, "13/0 20/0 13/0 8/0 20/1 13/1 13/2" },
        { 91, 150, "20/0 20/0 13/0 32/1 20/1 20/2 20/3" },
        { 151, 280, "32/0 20/0 50/1 32/1 32/2 32/3 32/5" },
        { 281, 500, "50/0 80/1 50/1 50/2 50/3 50/5 50/7" },
        { 501, 1200, "80/0 80/1 80/2 80/3 80/5 80/7 80/10" },
        { 1201, 3200, "125/0 125/2 125/3 125/5 125/7 125/10 125/14" },
        { 3201, 10_000, "200/0 200/3 200/5 200/7 200/10 200/14 200/21" },
        { 10_001, 35_000, "315/0 315/5 315/7 315/10 315/14 315/21 200/21" },
        { 35_001, 150_000, "500/0 500/7 500/10 500/14 500/21 315/21 200/21" },
        { 150_001, 500_000, "800/0 800/10 800/14 800/21 500/21 315/21 200/21" },
        { 500_001, 9_000_000, "1250/0 1250/14 1250/21 800/21 500/21 315/21 200/21" },
    };

    [Theory]
    [MemberData(nameof(LevelTwo))]
    public void Level_II_is_the_table_of_the_standard(int from, int to, string plans)
    {
        foreach (var lot in new[] { from, to })
        {
            var found = Limits.Split(' ').Select(aql => Find(lot, "II", aql))
                .Select(p => (p.SampleSize, p.Accept)).ToList();

            // A sample that is not smaller than the lot is the whole lot.
            var expected = plans.Split(' ').Select(p => p.Split('/').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray()).Select(p => (Math.Min(p[0], lot), p[1]));
            Assert.Equal(expected, found);
        }
    }

    [Theory]
    [InlineData(8, "AAAAAAB")]
    [InlineData(15, "AAAAABC")]
    [InlineData(25, "AABBBCD")]
    [InlineData(50, "ABBCCDE")]
    [InlineData(90, "BBCCCEF")]
    [InlineData(150, "BBCDDFG")]
    [InlineData(280, "BCDEEGH")]
    [InlineData(500, "BCDEFHJ")]
    [InlineData(1200, "CCEFGJK")]
    [InlineData(3200, "CDEGHKL")]
    [InlineData(10_000, "CDFGJLM")]
    [InlineData(35_000, "CDFHKMN")]
    [InlineData(150_000, "DEGJLNP")]
    [InlineData(500_000, "DEGJMPQ")]
    [InlineData(500_001, "DEHKNQR")]
    public void Every_level_has_its_code_letter(int lot, string letters) =>
        Assert.Equal(letters, string.Concat(Aql.Levels.Select(level => Find(lot, level, "2.5").Letter)));

    [Fact]
    public void Letter_R_has_its_own_plan_at_0_65_and_goes_up_beyond()
    {
        Assert.Equal((2000, 21), (Find(600_000, "III", "0.65").SampleSize, Find(600_000, "III", "0.65").Accept));
        Assert.Equal(('R', 'Q', 1250, 21), Of(Find(600_000, "iii", "1.0")));

        static (char, char, int, int) Of(SamplingPlan p) => (p.Letter, p.PlanLetter, p.SampleSize, p.Accept);
    }

    [Theory]
    [InlineData(500, "2.5", "0.9996 0.9760 0.8711 0.7671 0.6482 0.4154 0.2359")]
    [InlineData(1000, "2.5", "1 0.9888 0.9075 0.7964 0.6542 0.3665 0.1658")]
    [InlineData(1000, "4.0", "1 0.9996 0.9890 0.9604 0.9022 0.6955 0.4400")]
    [InlineData(3000, "2.5", "1 0.9883 0.8755 0.7142 0.5210 0.2033 0.0563")]
    [InlineData(3000, "4.0", "1 0.9998 0.9898 0.9545 0.8736 0.5834 0.2793")]
    [InlineData(10_000, "1.0", "0.9850 0.6160 0.1829 0.0605 0.0169 0.0009 0.0000")]
    [InlineData(10_000, "2.5", "1 0.9883 0.8220 0.5831 0.3386 0.0672 0.0076")]
    [InlineData(10_000, "4.0", "1 0.9999 0.9857 0.9239 0.7796 0.3578 0.0907")]
    [InlineData(50_000, "2.5", "1 0.9917 0.6459 0.2397 0.0484 0.0005 0.0000")]
    public void The_chance_to_pass_is_hypergeometric(int lot, string aql, string chances)
    {
        var plan = Find(lot, "II", aql);
        decimal[] shares = [0.01m, 0.025m, 0.04m, 0.05m, 0.06m, 0.08m, 0.10m];

        var expected = chances.Split(' ').Select(c => double.Parse(c, CultureInfo.InvariantCulture));
        Assert.Equal(expected, shares.Select(s => Math.Round(AcceptanceChance.OfShare(plan, s), 4)));
    }

    [Fact]
    public void The_chance_is_exact_where_it_can_be_counted_by_hand()
    {
        // 5 pieces, 2 bad, draw 2 and accept none bad: 3/5 · 2/4.
        var plan = Plan(lot: 5, sample: 2, accept: 0);

        Assert.Equal(0.3, AcceptanceChance.Of(plan, 2), 15);
        Assert.Equal(1, AcceptanceChance.Of(plan, 0));
        Assert.Equal(0, AcceptanceChance.Of(plan, 4));
        Assert.Equal(0.9, AcceptanceChance.Of(Plan(lot: 5, sample: 2, accept: 1), 2), 15);
        Assert.Throws<ArgumentOutOfRangeException>(() => AcceptanceChance.Of(plan, 6));
    }

    [Fact]
    public void The_chances_of_all_outcomes_add_up_to_one_and_fall_with_more_defects()
    {
        var all = Plan(lot: 40, sample: 8, accept: 8);
        Assert.All(Enumerable.Range(0, 41), bad => Assert.Equal(1, AcceptanceChance.Of(all, bad), 15));

        var plan = Plan(lot: 1_000_000, sample: 1250, accept: 21);
        var falling = Enumerable.Range(0, 50).Select(i => AcceptanceChance.Of(plan, i * 2000)).ToList();
        Assert.Equal(falling.OrderDescending(), falling);
    }

    [Fact]
    public void A_lot_that_is_inspected_whole_passes_by_its_defects_alone()
    {
        var plan = Find(5, "II", "0.65");

        Assert.True(plan.InspectsAll);
        Assert.Equal([1, 0], new[] { 0, 1 }.Select(bad => AcceptanceChance.Of(plan, bad)));
        Assert.Contains("Inspect all 5 pieces", string.Join('\n', AqlText.Plan(plan)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_arrow_is_said() =>
        Assert.Contains("code letter F (20 pieces), and the table leads from there to letter E", string.Join('\n', AqlText.Plan(Find(100, "II", "1.0"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("0.05", "If 5 % of the pieces are defective (500 of 10,000), about 58 in 100 such lots pass (58.31 %).")]
    [InlineData("0.10", "If 10 % of the pieces are defective (1,000 of 10,000), about 8 in 1,000 such lots pass (0.76 %).")]
    [InlineData("0.01", "If 1 % of the pieces are defective (100 of 10,000), the lot passes nearly always (> 99.99 %).")]
    [InlineData("0", "If 0 % of the pieces are defective (0 of 10,000), the lot always passes (100 %).")]
    [InlineData("1", "If 100 % of the pieces are defective (10,000 of 10,000), the lot never passes (0 %).")]
    public void A_buyer_reads_the_chance_in_words(string share, string sentence) =>
        Assert.Equal(sentence, AqlText.Chance(Find(10_000, "II", "2.5"), decimal.Parse(share, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(1, "II", "2.5", "two pieces or more")]
    [InlineData(-3, "II", "2.5", "two pieces or more")]
    [InlineData(100, "IV", "2.5", "S-1, S-2, S-3, S-4, I, II, III")]
    [InlineData(100, "II", "2.6", "2.5, 4.0")]
    public void What_has_no_plan_is_answered_with_what_has_one(int lot, string level, string aql, string hint)
    {
        Assert.Null(Aql.Find(lot, level, decimal.Parse(aql, CultureInfo.InvariantCulture), out var error));
        Assert.Contains(hint, error, StringComparison.Ordinal);
    }

    private static SamplingPlan Find(int lot, string level, string aql)
    {
        var plan = Aql.Find(lot, level, decimal.Parse(aql, CultureInfo.InvariantCulture), out var error);
        return plan ?? throw new Xunit.Sdk.XunitException(error);
    }

    private static SamplingPlan Plan(long lot, int sample, int accept) =>
        new() { Lot = lot, Level = "II", Aql = 1, Letter = 'A', LetterSample = sample, PlanLetter = 'A', SampleSize = sample, Accept = accept };
}
