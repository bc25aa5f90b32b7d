using NodaTime;

namespace SourcingBot.Quotes;

/// <summary>Reads the facts of a quote or order from a message. Pure: the same text and anchor give the same facts.</summary>
public static class QuoteReader
{
    /// <summary>Reads a message.</summary>
    /// <param name="text">The message as it was given, of any length; malformed UTF-16 is read as far as it goes.</param>
    /// <param name="anchor">The day the message was sent in the reader's zone, for "tomorrow" and weekdays; null where it is not known.</param>
    /// <returns>What is written, each with its span.</returns>
    public static Quote Read(string text, LocalDate? anchor = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new QuoteTokens(text);
        var money = MoneyReader.Read(tokens);
        var terms = IncotermReader.Read(tokens);
        var orders = OrderNumberReader.Read(tokens);
        var dates = DateReader.Read(tokens, anchor);
        var links = new List<Fact<LinkFact>>();
        var emails = new List<Fact<string>>();
        LinkReader.Read(text, links, emails);
        return new Quote
        {
            Money = [.. money.Where(m => !orders.Exists(o => o.Span.Overlaps(m.Span)))],
            Quantities = [.. QuantityReader.Read(tokens, money).Where(q => !orders.Exists(o => o.Span.Overlaps(q.Span)) && !dates.Exists(d => d.Span.Overlaps(q.Span)))],
            Terms = terms,
            Incoterm = IncotermReader.Offered(terms),
            Payment = PaymentReader.Read(tokens),
            Methods = MethodReader.Read(tokens),
            LeadTimeDays = LeadTimeReader.Read(tokens),
            Dates = dates,
            OrderNumbers = orders,
            Banks = BankReader.Read(tokens),
            Links = links,
            Emails = emails,
        };
    }
}
