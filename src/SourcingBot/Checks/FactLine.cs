using System.Globalization;
using SourcingBot.Quotes;

namespace SourcingBot.Checks;

/// <summary>The facts of a message in one line, so that a person sees what the bot understood.</summary>
internal static class FactLine
{
    private const int MostOfAKind = 4;

    /// <summary>Writes the line, or null where the message states nothing.</summary>
    /// <param name="facts">What was read.</param>
    public static string? Of(Quote facts)
    {
        var items = new List<string>();
        items.AddRange(facts.OrderNumbers.Select(o => o.Value).Distinct(StringComparer.Ordinal).Take(MostOfAKind).Select(o => $"order {o}"));
        items.AddRange(facts.Quantities.DistinctBy(q => (q.Value.Value, q.Value.Unit)).Take(MostOfAKind).Select(q => $"{Number(q.Value.Value)} {q.Value.Unit}"));
        items.AddRange(facts.Money.DistinctBy(m => (m.Value.Amount, m.Value.Currency)).Take(MostOfAKind).Select(m => Amount(m.Value)));
        if (facts.Incoterm is { } term) items.Add(term.Value.Place is { } place ? $"{term.Value.Term} {place}" : $"{term.Value.Term}, no place named");
        items.AddRange(facts.Payment.Take(MostOfAKind).Select(p => $"{Number(p.Value.Percent)} % {StageName(p.Value.Stage)}"));
        items.AddRange(facts.Methods.Select(m => m.Value).Distinct(StringComparer.Ordinal).Take(MostOfAKind));
        if (facts.LeadTimeDays.Count > 0) items.Add($"ready in {string.Join('–', facts.LeadTimeDays.Take(2).Select(d => Number(d.Value)))} days");
        items.AddRange(facts.Dates.DistinctBy(d => (d.Value.Date, d.Value.Alternatives.Count)).Take(MostOfAKind).Select(d => Date(d.Value)).Where(d => d.Length > 0));
        items.AddRange(facts.Banks.Take(MostOfAKind).Select(b => Bank(b.Value)).OfType<string>());
        return items.Count == 0 ? null : ShownText.OnOneLine(string.Join(" · ", items));
    }

    private static string Number(decimal value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);

    private static string Amount(Money money)
    {
        var role = money.Role switch
        {
            MoneyRole.UnitPrice => " a unit",
            MoneyRole.Total => " in total",
            MoneyRole.Deposit => " deposit",
            MoneyRole.Balance => " balance",
            MoneyRole.Freight => " freight",
            MoneyRole.Fee => " fee",
            _ => string.Empty,
        };
        return $"{money.Currency} {Number(money.Amount)}{role}";
    }

    private static string StageName(PaymentStage stage) => stage switch
    {
        PaymentStage.Deposit => "deposit",
        PaymentStage.Balance => "balance",
        _ => "at once",
    };

    private static string Date(StatedDate date) => date.Date is { } day
        ? day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)
        : string.Join(" or ", date.Alternatives.Select(a => a.ToString("d MMM yyyy", CultureInfo.InvariantCulture)));

    private static string? Bank(BankDetails bank)
    {
        var number = bank.Iban ?? bank.AccountNumber;
        var name = bank.AccountName ?? bank.BankName;
        if (number is null && name is null) return null;
        return string.Join(' ', new[] { "account", number is null ? null : AccountMask.Masked(number), name }.OfType<string>());
    }
}
