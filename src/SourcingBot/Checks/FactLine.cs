using System.Globalization;
using SourcingBot.Quotes;
using SourcingBot.Resources;

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
        items.AddRange(facts.OrderNumbers.Select(o => o.Value).Distinct(StringComparer.Ordinal).Take(MostOfAKind).Select(o => Say(Words.FactOrder, o)));
        items.AddRange(facts.Quantities.DistinctBy(q => (q.Value.Value, q.Value.Unit)).Take(MostOfAKind).Select(q => $"{Number(q.Value.Value)} {q.Value.Unit}"));
        items.AddRange(facts.Money.DistinctBy(m => (m.Value.Amount, m.Value.Currency)).Take(MostOfAKind).Select(m => Amount(m.Value)));
        if (facts.Incoterm is { } term) items.Add(term.Value.Place is { } place ? $"{term.Value.Term} {place}" : Say(Words.FactNoPlace, term.Value.Term));
        items.AddRange(facts.Payment.Take(MostOfAKind).Select(p => Say(ShareWords(p.Value.Stage), Number(p.Value.Percent))));
        items.AddRange(facts.Methods.Select(m => m.Value).Distinct(StringComparer.Ordinal).Take(MostOfAKind));

        // A range is one place in the text with two numbers; two places are two times, as of samples and of bulk.
        items.AddRange(facts.LeadTimeDays.GroupBy(d => d.Span).Take(MostOfAKind).Select(g => Say(Words.FactReadyIn, string.Join('–', g.Select(d => Number(d.Value))))));
        items.AddRange(facts.Dates.DistinctBy(d => (d.Value.Date, d.Value.Alternatives.Count)).Take(MostOfAKind).Select(d => Date(d.Value)).Where(d => d.Length > 0));
        items.AddRange(facts.Banks.Take(MostOfAKind).Select(b => Bank(b.Value)).OfType<string>());
        return items.Count == 0 ? null : ShownText.OnOneLine(string.Join(" · ", items));
    }

    private static string Say(string words, params object[] values) => string.Format(CultureInfo.InvariantCulture, words, values);

    private static string Number(decimal value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);

    private static string Amount(Money money)
    {
        var role = money.Role switch
        {
            MoneyRole.UnitPrice => Words.FactMoneyUnit,
            MoneyRole.Total => Words.FactMoneyTotal,
            MoneyRole.Deposit => Words.FactMoneyDeposit,
            MoneyRole.Balance => Words.FactMoneyBalance,
            MoneyRole.Freight => Words.FactMoneyFreight,
            MoneyRole.Fee => Words.FactMoneyFee,
            _ => "{0}",
        };
        return Say(role, $"{money.Currency} {Number(money.Amount)}");
    }

    private static string ShareWords(PaymentStage stage) => stage switch
    {
        PaymentStage.Deposit => Words.FactShareDeposit,
        PaymentStage.Balance => Words.FactShareBalance,
        _ => Words.FactShareFull,
    };

    private static string Date(StatedDate date) => date.Date is { } day
        ? day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)
        : date.Alternatives.Select(a => a.ToString("d MMM yyyy", CultureInfo.InvariantCulture)).Aggregate(string.Empty, (all, one) => all.Length == 0 ? one : Say(Words.FactEitherDate, all, one));

    private static string? Bank(BankDetails bank)
    {
        var number = bank.Iban ?? bank.AccountNumber;
        var name = bank.AccountName ?? bank.BankName;
        if (number is null && name is null) return null;
        return Say(Words.FactAccount, string.Join(' ', new[] { number is null ? null : AccountMask.Masked(number), name }.OfType<string>()));
    }
}
