using System.Text.Json;
using NodaTime.Text;

namespace SourcingBot.Quotes;

/// <summary>Writes facts as JSON, in the shape that scripts rely on. Keys that have nothing are left out.</summary>
public static class QuoteJson
{
    /// <summary>Writes the object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="facts">What was read.</param>
    public static void Write(Utf8JsonWriter json, Quote facts)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(facts);
        json.WriteStartObject();
        List(json, "money", [.. facts.Money.DistinctBy(m => (m.Value.Amount, m.Value.Currency))], money =>
        {
            json.WriteStartObject();
            json.WriteNumber("amount", Plain(money.Amount));
            json.WriteString("currency", money.Currency);
            json.WriteString("role", NameOf(money.Role));
            json.WriteEndObject();
        });
        List(json, "quantities", [.. facts.Quantities.DistinctBy(q => (q.Value.Value, q.Value.Unit))], quantity =>
        {
            json.WriteStartObject();
            json.WriteNumber("value", Plain(quantity.Value));
            json.WriteString("unit", quantity.Unit);
            json.WriteEndObject();
        });
        if (facts.Incoterm is { } term)
        {
            json.WriteStartObject("incoterm");
            json.WriteString("term", term.Value.Term);
            if (term.Value.Place is { } place) json.WriteString("place", place);
            json.WriteEndObject();
        }

        List(json, "payment", facts.Payment, share =>
        {
            json.WriteStartObject();
            json.WriteNumber("percent", Plain(share.Percent));
            json.WriteString("stage", share.Stage switch { PaymentStage.Deposit => "deposit", PaymentStage.Balance => "balance", _ => "full" });
            json.WriteEndObject();
        });
        List(json, "methods", facts.Methods, json.WriteStringValue);
        List(json, "leadTimeDays", facts.LeadTimeDays, days => json.WriteNumberValue(Plain(days)));
        List(json, "dates", [.. facts.Dates.Where(d => d.Value is { Date: not null, IsRelative: false })], date => json.WriteStringValue(LocalDatePattern.Iso.Format(date.Date!.Value)));
        List(json, "orderNumbers", [.. facts.OrderNumbers.DistinctBy(o => o.Value.ToUpperInvariant())], json.WriteStringValue);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<Fact<T>> facts, Action<T> write)
    {
        // A value that a message repeats is one fact.
        if (facts.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var value in facts.Select(f => f.Value).Distinct()) write(value);
        json.WriteEndArray();
    }

    /// <summary>1.50 and 1.5 are the same number and are written the same.</summary>
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private static string NameOf(MoneyRole role) => role switch
    {
        MoneyRole.UnitPrice => "unit-price",
        MoneyRole.Total => "total",
        MoneyRole.Deposit => "deposit",
        MoneyRole.Balance => "balance",
        MoneyRole.Freight => "freight",
        MoneyRole.Fee => "fee",
        _ => "other",
    };
}
