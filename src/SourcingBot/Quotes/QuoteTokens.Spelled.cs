namespace SourcingBot.Quotes;

/// <content>Joins numbers that are written in words, wholly or in part, to one token each: "two hundred fifty", 一万六千, "20 mil".</content>
internal sealed partial class QuoteTokens
{
    private const WordClass Counted = WordClass.Pieces | WordClass.Sets | WordClass.Pairs | WordClass.Cartons | WordClass.Pallets | WordClass.Bulk | WordClass.Days | WordClass.Weeks
        | WordClass.Currency | WordClass.Percent;

    private void JoinSpelled()
    {
        var write = 0;
        for (var read = 0; read < Count; read++, write++)
        {
            var last = SpelledAt(read, out var value);
            _tokens[write] = _tokens[read];
            if (last < read) continue;
            ref var token = ref _tokens[write];
            token.Spelled = token.Kind != QuoteTokenKind.Number;
            token.Kind = QuoteTokenKind.Number;
            token.Value = value;
            token.Length = _tokens[last].Start + _tokens[last].Length - token.Start;
            (token.Known, token.Classes) = (null, WordClass.None);
            HasNumbers = true;
            read = last;
        }

        Count = write;
    }

    /// <summary>The last token of the number in words that begins at a token, or -1.</summary>
    private int SpelledAt(int i, out decimal value)
    {
        value = 0;
        ref readonly var token = ref _tokens[i];
        switch (token.Kind)
        {
            case QuoteTokenKind.Number:
                if (i + 1 >= Count || !Has(i + 1, WordClass.Spelled)) return -1;
                return _tokens[i + 1].Kind == QuoteTokenKind.Ideograph ? Chinese(i, out value) : Multiplied(i, out value);
            case QuoteTokenKind.Ideograph:
                return (token.Classes & WordClass.Spelled) == WordClass.None ? -1 : Chinese(i, out value);
            case QuoteTokenKind.Word:
                return (token.Classes & WordClass.Spelled) == WordClass.None ? -1 : Latin(i, 0, out value);
            default:
                return -1;
        }
    }

    /// <summary>"20 mil", "1.5 million": a number in digits and a multiplier in words.</summary>
    private int Multiplied(int i, out decimal value)
    {
        value = 0;
        var factor = _tokens[i + 1].Known!.Number;
        return factor >= 1000 && _tokens[i].Value is > 0 and < 1000 ? Latin(i + 1, _tokens[i].Value, out value) : -1;
    }

    private int Latin(int first, decimal current, out decimal value)
    {
        value = 0;
        if (current == 0 && !StartsNumber(first)) return -1;
        decimal total = 0;
        var last = first - 1;
        for (var i = first; i < Count; i++)
        {
            if (!Has(i, WordClass.Spelled) || _tokens[i].Kind != QuoteTokenKind.Word)
            {
                // "treinta y cinco", "thirty-five", "two hundred and fifty"
                var joins = Is(i, "and") || Is(i, 'y') || Is(i, "et") || (Is(i, '-') && _tokens[i].Glued);
                if (joins && i > first && i + 1 < Count && Has(i + 1, WordClass.Spelled) && _tokens[i + 1].Kind == QuoteTokenKind.Word && current + total >= 20) continue;
                break;
            }

            var n = _tokens[i].Known!.Number;
            if (n >= 1000) (total, current) = (total + (Math.Max(current, 1) * n), 0);
            else if (n == 100 && current < 100) current = Math.Max(current, 1) * 100;
            else if (n == 100) break;
            else if (n > 100) current += n;
            else if (n == 20 && current % 100 == 4) current += 76;
            else if (current % 100 == 0 || (n < 10 && current % 10 == 0) || (n < 20 && current % 100 is 60 or 80)) current += n;
            else break;
            last = i;
        }

        value = total + current;
        return last;
    }

    /// <summary>Whether a word begins a number: "one" and "hundred" alone do not, nor does the second half of "per cent".</summary>
    private bool StartsNumber(int i)
    {
        var n = _tokens[i].Known!.Number;
        if (i > 0 && (Is(i - 1, "per") || Is(i - 1, "por") || Is(i - 1, "pour"))) return false;
        if (n == 1) return i + 1 < Count && Has(i + 1, WordClass.Spelled) && _tokens[i + 1].Known!.Number >= 100;
        return n < 100 || n is > 100 and < 1000 || Is(i, "mil") || Is(i, "mille") || Is(i, "cien") || Is(i, "ciento") || Is(i, "cent");
    }

    private int Chinese(int first, out decimal value)
    {
        decimal total = 0, section = 0, unit = 0;
        decimal? current = null;
        var spelledDigit = false;
        var last = -1;
        value = 0;
        for (var i = first; i < Count; i++)
        {
            ref readonly var token = ref _tokens[i];
            var n = token.Kind == QuoteTokenKind.Number ? token.Value : (token.Classes & WordClass.Spelled) != WordClass.None && token.Kind == QuoteTokenKind.Ideograph ? token.Known!.Number : -1;
            if (n < 0) break;
            if (token.Kind == QuoteTokenKind.Number || n < 10)
            {
                if (current is not null) break;
                (current, spelledDigit) = (n, token.Kind != QuoteTokenKind.Number);
            }
            else if (n < 10000)
            {
                if (current is null && n != 10) break;
                (section, current, unit) = (section + ((current ?? 1) * n), null, n);
            }
            else
            {
                if (section + (current ?? 0) == 0) break;
                (total, section, current, unit) = (total + ((section + (current ?? 0)) * n), 0, null, n);
            }

            last = i;
        }

        if (last < 0) return -1;

        // 一万六 is 16,000; a single digit counts only before what is counted.
        if (current is { } rest) section += spelledDigit && unit >= 100 ? rest * unit / 10 : rest;
        value = total + section;
        if (unit == 0 && (!Has(last + 1, Counted) || (value == 1 && Has(last + 1, WordClass.Pieces)))) return -1;
        return unit == 10 && value == 10 && last == first && !Has(last + 1, Counted) ? -1 : last;
    }
}
