using SourcingBot.Quotes;
using SourcingBot.Risk.Engine;
using SourcingBot.Text;

namespace SourcingBot.Cases;

/// <summary>
/// Which questions of the check before paying (<c>ready.flow.json</c>) the text of an order answers. Careful: yes only where the text says it outright, no
/// where it denies it or does not speak of it at all, nothing where a person has to look. English, and dates and trade terms in every language that is read. Pure.
/// </summary>
internal static class ReadyReader
{
    /// <summary>A date belongs to a word of shipping this near before it, in characters.</summary>
    private const int Near = 60;

    private static readonly AnswerPhrases Phrases = new("SourcingBot.Cases.Readers.ready.txt");
    private static readonly string[] ShipWords = ["ship", "dispatch", "etd", "ex-factory", "leave"];
    private static readonly string[] Loose = ["about", "around", "approx", "estimated", "expected", "±"];

    /// <summary>Yes or no by question; what a person has to look at is not in it.</summary>
    /// <param name="text">The order's words; from outside.</param>
    public static IReadOnlyDictionary<string, bool> Answers(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = Phrases.Read(text);
        if (found.Count == 0) return found;
        var facts = QuoteReader.Read(text);
        if (facts.Dates.Any(d => IsExactShipDate(text, d))) found["ship-date"] = true;
        if (facts.Incoterm is { } term) found["incoterm"] = TradePlaces.IsNamed(term.Value.Place);
        return found;
    }

    private static bool IsExactShipDate(string text, Fact<StatedDate> date)
    {
        if (date.Value.Date is null || date.Value.IsRelative) return false;
        var from = Math.Max(0, date.Span.Start - Near);
        var before = text[from..date.Span.Start];
        if (before.LastIndexOfAny(['.', '\n', ';', '?']) is >= 0 and var cut) before = before[(cut + 1)..];
        return Array.Exists(ShipWords, w => before.Contains(w, StringComparison.OrdinalIgnoreCase)) && !Array.Exists(Loose, w => before.Contains(w, StringComparison.OrdinalIgnoreCase));
    }
}
