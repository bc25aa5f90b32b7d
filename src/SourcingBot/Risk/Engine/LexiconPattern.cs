namespace SourcingBot.Risk.Engine;

/// <summary>One step of a lexicon entry.</summary>
/// <param name="Word">The folded word, its beginning for a prefix, or empty for any one word.</param>
/// <param name="IsPrefix">Whether any word with this beginning fits.</param>
internal readonly record struct Step(string Word, bool IsPrefix)
{
    /// <summary>Fits any one word.</summary>
    public static Step Any => new(string.Empty, false);
}

/// <summary>Reads a lexicon entry: words, `x*` for a beginning, `_` for any one word, `(a/b)` for either, `(a/b)?` for either or nothing.</summary>
internal static class LexiconPattern
{
    /// <summary>More forms than this are a mistake in the entry.</summary>
    private const int MostForms = 4000;

    /// <summary>All word sequences that an entry stands for.</summary>
    /// <param name="entry">The entry.</param>
    /// <exception cref="FormatException">It is not well formed.</exception>
    public static IEnumerable<Step[]> Expand(string entry)
    {
        List<string> forms = [string.Empty];
        for (var i = 0; i < entry.Length;)
        {
            if (entry[i] != '(')
            {
                var next = entry.IndexOf('(', i);
                var plain = entry[i..(next < 0 ? entry.Length : next)];
                forms = forms.ConvertAll(f => f + plain);
                i += plain.Length;
                continue;
            }

            var close = entry.IndexOf(')', i);
            if (close < 0) throw new FormatException($"A bracket is not closed in “{entry}”.");
            var choices = entry[(i + 1)..close].Split('/').ToList();
            i = close + 1;
            if (i < entry.Length && entry[i] == '?')
            {
                choices.Add(string.Empty);
                i++;
            }

            forms = [.. forms.SelectMany(f => choices.Select(c => f + c))];
            if (forms.Count > MostForms) throw new FormatException($"“{entry}” stands for more than {MostForms} forms.");
        }

        return forms.Select(Steps).Where(s => s.Length > 0);
    }

    private static Step[] Steps(string form)
    {
        var steps = new List<Step>();
        foreach (var piece in form.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece == "_")
            {
                steps.Add(Step.Any);
                continue;
            }

            var prefix = piece.EndsWith('*');
            var folded = Text.FoldedText.Of(prefix ? piece[..^1] : piece);
            var words = Text.Tokens.Of(folded).ConvertAll(t => folded.Chars.Slice(t.Start, t.Length).ToString());
            for (var i = 0; i < words.Count; i++) steps.Add(new Step(words[i], prefix && i == words.Count - 1));
        }

        return [.. steps];
    }
}
