using SourcingBot.Quotes;
using SourcingBot.Text;

namespace SourcingBot.Checks;

/// <summary>Hides account numbers where a message is shown again: a card is read by more people than should know them.</summary>
internal static class AccountMask
{
    /// <summary>What stays readable, enough to compare two accounts.</summary>
    private const int KeptAtEnd = 4;

    private const char Dot = '•';

    /// <summary>Replaces all but the last four letters and digits of each account number by dots; the length stays, so spans stay right.</summary>
    /// <param name="text">The message.</param>
    /// <param name="facts">What was read from it: numbers that are known to be something else stay.</param>
    public static string Apply(string text, Quote facts)
    {
        var found = AccountNumbers.In(text);
        if (found.Count == 0 && facts.Banks.Count == 0) return text;
        var shown = text.ToCharArray();
        foreach (var span in found)
        {
            if (!IsOtherFact(facts, span)) HideAllBut(shown, span);
        }

        foreach (var bank in facts.Banks)
        {
            Hide(shown, text, bank.Value.Iban, bank.Span);
            Hide(shown, text, bank.Value.AccountNumber, bank.Span);
        }

        return new string(shown);
    }

    private static bool IsOtherFact(Quote facts, TextSpan span) =>
        Overlap(facts.OrderNumbers, span) || Overlap(facts.Money, span) || Overlap(facts.Quantities, span) || Overlap(facts.Dates, span)
        || Overlap(facts.Links, span) || Overlap(facts.Emails, span);

    private static bool Overlap<T>(IReadOnlyList<Fact<T>> facts, TextSpan span) => facts.Any(f => f.Span.Start < span.End && span.Start < f.Span.End);

    /// <summary>The masked form of an account number on its own.</summary>
    /// <param name="number">As it was written.</param>
    public static string Masked(string number)
    {
        var shown = number.ToCharArray();
        HideAllBut(shown, new TextSpan(0, number.Length));
        return new string(shown);
    }

    private static void Hide(char[] shown, string text, string? number, TextSpan within)
    {
        if (string.IsNullOrEmpty(number)) return;

        // The number was kept without its spaces, so it is found again by letters and digits alone.
        for (var start = within.Start; start < within.End; start++)
        {
            if (Match(text, start, within.End, number) is not { } end) continue;
            HideAllBut(shown, new TextSpan(start, end - start));
            start = end - 1;
        }
    }

    private static int? Match(string text, int at, int limit, string number)
    {
        var n = 0;
        if (at < limit && !char.IsLetterOrDigit(text[at])) return null;
        while (n < number.Length)
        {
            if (!char.IsLetterOrDigit(number[n]))
            {
                n++;
                continue;
            }

            if (at >= limit) return null;
            if (char.ToUpperInvariant(text[at]) == char.ToUpperInvariant(number[n])) n++;
            else if (char.IsLetterOrDigit(text[at])) return null;
            at++;
        }

        return at;
    }

    private static void HideAllBut(char[] shown, TextSpan span)
    {
        var kept = 0;
        for (var i = span.End - 1; i >= span.Start; i--)
        {
            if (shown[i] != Dot && !char.IsLetterOrDigit(shown[i])) continue;
            if (kept++ >= KeptAtEnd) shown[i] = Dot;
        }
    }
}
