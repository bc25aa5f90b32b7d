namespace SourcingBot.Quotes;

/// <summary>Tells what an amount is for, by the words around it.</summary>
internal static class MoneyRoles
{
    private static readonly (WordClass Words, MoneyRole Role, int Before, int After)[] Order =
    [
        (WordClass.Other, MoneyRole.Other, 4, 2), (WordClass.Deposit, MoneyRole.Deposit, 5, 3), (WordClass.Balance, MoneyRole.Balance, 5, 3),
        (WordClass.UnitPrice, MoneyRole.UnitPrice, 1, 3), (WordClass.Freight, MoneyRole.Freight, 5, 4), (WordClass.Fee, MoneyRole.Fee, 5, 4),
        (WordClass.Total, MoneyRole.Total, 6, 3),
    ];

    /// <summary>The role of an amount.</summary>
    /// <param name="tokens">The message.</param>
    /// <param name="amount">The amount.</param>
    public static MoneyRole Of(QuoteTokens tokens, MoneyReader.Amount amount)
    {
        if (tokens.Is(amount.Last + 1, '/') && !tokens.Is(amount.Last + 2, "kg")) return MoneyRole.UnitPrice;

        // The words of its own clause first, then those of the line.
        var (start, end) = (tokens.ClauseStart(amount.First, 6), tokens.ClauseEnd(amount.Last, 4));
        foreach (var (words, role, before, after) in Order)
        {
            if (tokens.Within(Math.Max(start, amount.First - before), amount.First - 1, words) || tokens.Within(amount.Last + 1, Math.Min(end, amount.Last + after), words)) return role;
        }

        foreach (var (words, role, before, after) in Order)
        {
            if (tokens.Near(amount.First, before, after + amount.Last - amount.First, words)) return role;
        }

        return MoneyRole.Other;
    }
}
