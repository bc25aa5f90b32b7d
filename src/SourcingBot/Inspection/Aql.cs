using System.Globalization;
using SourcingBot.Resources;

namespace SourcingBot.Inspection;

/// <summary>Finds sampling plans in the tables of ISO 2859-1: single sampling, normal inspection.</summary>
public static class Aql
{
    private static readonly SamplingTable Table = SamplingTable.BuiltIn;

    /// <summary>The inspection levels: special levels first.</summary>
    public static IReadOnlyList<string> Levels => Table.Levels;

    /// <summary>The acceptable quality limits, in percent, 0 included, lowest first.</summary>
    public static IReadOnlyList<decimal> Limits { get; } = [0, .. Table.Accept.Keys.Order()];

    /// <summary>Finds the plan. Where the table has an arrow, the sample size of the plan it leads to is used too.</summary>
    /// <param name="lot">Pieces in the lot, at least 2.</param>
    /// <param name="level">The level, as "II" or "s-2".</param>
    /// <param name="aql">The limit in percent.</param>
    /// <param name="error">For people: what cannot be used and what can; null where there is a plan.</param>
    /// <returns>The plan, or null.</returns>
    public static SamplingPlan? Find(long lot, string level, decimal aql, out string? error)
    {
        ArgumentNullException.ThrowIfNull(level);
        error = null;
        var column = Table.Levels.ToList().FindIndex(l => string.Equals(l, level.Trim(), StringComparison.OrdinalIgnoreCase));
        if (lot < 2) error = Say(Words.AqlLotTooSmall, lot);
        else if (column < 0) error = Say(Words.AqlNoLevel, level, string.Join(", ", Levels));
        else if (!Limits.Contains(aql)) error = Say(Words.AqlNoLimit, aql, string.Join(", ", Limits));
        if (error is not null) return null;

        var letter = Table.Lots.Last(l => l.From <= lot).Letters[column];
        var own = Table.Samples.First(s => s.Letter == letter);
        var cell = aql == 0 ? new PlanCell(own, 0) : Table.Accept[aql][letter];
        return new SamplingPlan
        {
            Lot = lot,
            Level = Table.Levels[column],
            Aql = aql,
            Letter = letter,
            LetterSample = own.Size,
            PlanLetter = cell.Sample.Letter,
            SampleSize = (int)Math.Min(lot, cell.Sample.Size),
            Accept = cell.Accept,
        };
    }

    private static string Say(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
