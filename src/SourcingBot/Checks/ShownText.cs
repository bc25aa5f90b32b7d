namespace SourcingBot.Checks;

/// <summary>Makes words from outside fit to be shown: nothing in them turns the direction of writing around or moves a cursor, so that people see what was judged.</summary>
internal static class ShownText
{
    /// <summary>The words, each harmful character replaced by a space; the length stays, so spans stay right.</summary>
    /// <param name="text">Words from outside.</param>
    public static string Of(string text) => Replace(text, keepLines: true);

    /// <summary>The same on one line.</summary>
    /// <param name="text">Words from outside.</param>
    public static string OnOneLine(string text) => Replace(text, keepLines: false);

    private static string Replace(string text, bool keepLines) => string.Create(text.Length, (text, keepLines), static (shown, given) =>
    {
        for (var i = 0; i < shown.Length; i++)
        {
            var c = given.text[i];
            shown[i] = IsHarmful(c) && !(given.keepLines && (c is '\n' or '\t')) ? ' ' : c;
        }
    });

    /// <summary>Control characters, line and paragraph separators, and the embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9).</summary>
    private static bool IsHarmful(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
