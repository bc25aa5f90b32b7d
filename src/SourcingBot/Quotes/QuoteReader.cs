using NodaTime;

namespace SourcingBot.Quotes;

/// <summary>Reads the facts of a quote or order from a message. Pure: the same text and anchor give the same facts.</summary>
public static class QuoteReader
{
    /// <summary>Reads a message.</summary>
    /// <param name="text">The message as it was given, up to any length; malformed UTF-16 is read as far as it goes.</param>
    /// <param name="anchor">The day the message was sent in the reader's zone, for "tomorrow" and dates without a year; null where it is not known.</param>
    /// <returns>What is written, each with its span.</returns>
    public static Quote Read(string text, LocalDate? anchor = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Quote.Empty;
    }
}
