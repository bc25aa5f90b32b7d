using NodaTime;
using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <summary>Reads the facts of a quote or order from a message. Pure: the same text and anchor give the same facts.</summary>
public static class QuoteReader
{
    /// <summary>Reads a message.</summary>
    /// <param name="text">The message as it was given, of any length; malformed UTF-16 is read as far as it goes.</param>
    /// <param name="anchor">The day the message was sent in the reader's zone, for "tomorrow" and weekdays; null where it is not known.</param>
    /// <returns>What is written, each mention with its span.</returns>
    public static Quote Read(string text, LocalDate? anchor = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var memory = ReaderMemory.Rent();
        memory.Text.Fold(text);
        var quote = Read(memory, memory.Text, anchor);
        ReaderMemory.Return(memory);
        return quote;
    }

    /// <summary>Reads a message that is folded already.</summary>
    /// <param name="text">The message.</param>
    /// <param name="anchor">As above.</param>
    internal static Quote Read(FoldedText text, LocalDate? anchor = null)
    {
        var memory = ReaderMemory.Rent();
        var quote = Read(memory, text, anchor);
        ReaderMemory.Return(memory);
        return quote;
    }

    private static Quote Read(ReaderMemory memory, FoldedText text, LocalDate? anchor)
    {
        // Each reader takes the numbers it reads, so the surer ones come first.
        var tokens = memory.Tokens;
        tokens.Cut(text);
        DateReader.Read(tokens, anchor, memory.Dates);
        OrderNumberReader.Read(tokens, memory.OrderNumbers);
        var offered = IncotermReader.Read(tokens, memory.Terms);
        PaymentReader.Read(tokens, memory.Shares, memory.Payment);
        MoneyReader.Read(tokens, memory.Amounts, memory.Money);
        LeadTimeReader.Read(tokens, memory.LeadTimes);
        QuantityReader.Read(tokens, memory.Quantities);
        MethodReader.Read(tokens, memory.Methods);
        LinkReader.Read(text.Source, memory.Links, memory.Emails);
        return new Quote
        {
            Money = memory.Money.TakeAll(),
            Quantities = memory.Quantities.TakeAll(),
            Terms = memory.Terms.TakeAll(),
            Incoterm = offered,
            Payment = memory.Payment.TakeAll(),
            Methods = memory.Methods.TakeAll(),
            LeadTimeDays = memory.LeadTimes.TakeAll(),
            Dates = memory.Dates.TakeAll(),
            OrderNumbers = memory.OrderNumbers.TakeAll(),
            Banks = BankReader.Read(tokens),
            Links = memory.Links.TakeAll(),
            Emails = memory.Emails.TakeAll(),
        };
    }
}
