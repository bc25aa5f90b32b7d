using System.Globalization;
using SourcingBot.Resources;

namespace SourcingBot.Inspection;

/// <summary>Says a sampling plan in words that a buyer understands.</summary>
public static class AqlText
{
    /// <summary>The shares of defective pieces for which the chance is told unless somebody asks for another: 1, 2.5, 5 and 10 %.</summary>
    public static IReadOnlyList<decimal> UsualShares { get; } = [0.01m, 0.025m, 0.05m, 0.10m];

    /// <summary>What to draw and when to accept, one sentence a line.</summary>
    /// <param name="plan">The plan.</param>
    public static IReadOnlyList<string> Plan(SamplingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        List<string> lines =
        [
            plan.InspectsAll ? Say(Words.AqlDrawAll, Whole(plan.Lot)) : Say(Words.AqlDraw, Whole(plan.SampleSize), Whole(plan.Lot)),
            plan.Accept == 0 ? Words.AqlDecideNone : Say(Words.AqlDecide, plan.Accept, plan.Reject),
            plan.Letter == plan.PlanLetter
                ? Say(Words.AqlLetter, plan.Level, plan.Letter)
                : Say(Words.AqlArrow, plan.Level, plan.Letter, Whole(plan.LetterSample), plan.PlanLetter),
        ];
        if (plan.Aql == 0) lines.Add(Words.AqlZero);
        return lines;
    }

    /// <summary>The chance that a lot with a share of defective pieces passes, as a sentence.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="share">0 to 1.</param>
    public static string Chance(SamplingPlan plan, decimal share)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var chance = AcceptanceChance.OfShare(plan, share);
        return Say(Words.AqlChance, (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %", Whole(AcceptanceChance.Defective(plan, share)), Whole(plan.Lot), InWords(chance), Percent(chance));
    }

    private static string InWords(double chance) => chance switch
    {
        0 => Words.AqlNever,
        >= 1 => Words.AqlAlways,
        < 0.0005 => Words.AqlHardlyEver,
        < 0.0095 => Say(Words.AqlOfThousand, Math.Round(chance * 1000)),
        >= 0.995 => Words.AqlNearlyAlways,
        _ => Say(Words.AqlOfHundred, Math.Round(chance * 100)),
    };

    // A chance near 0 or 1 must not be printed as never or always.
    private static string Percent(double chance) => chance switch
    {
        > 0 and < 0.0001 => "< 0.01 %",
        < 1 and > 0.9999 => "> 99.99 %",
        _ => (chance * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %",
    };

    private static string Whole(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Say(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
