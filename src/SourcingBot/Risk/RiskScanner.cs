using NodaTime;
using SourcingBot.Quotes;

namespace SourcingBot.Risk;

/// <summary>Judges one message, alone. Pure: no clock, no I/O; safe to call from many threads.</summary>
public sealed class RiskScanner
{
    /// <summary>The scanner with the built-in rules.</summary>
    public static RiskScanner BuiltIn { get; } = new();

    /// <summary>Reads and judges a message.</summary>
    /// <param name="text">The message as it was given.</param>
    /// <param name="speaker">Who wrote it.</param>
    /// <param name="anchor">The day it was sent, where known.</param>
    public RiskReport Scan(string text, Speaker speaker = Speaker.Unknown, LocalDate? anchor = null) =>
        new(Verdict.None, null, [], QuoteReader.Read(text, anchor), Readable: true);
}
