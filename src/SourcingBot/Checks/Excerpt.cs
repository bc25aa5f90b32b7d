using SourcingBot.Text;

namespace SourcingBot.Checks;

/// <summary>A short piece of a long message with the words that matter marked.</summary>
/// <param name="Text">The piece, with an ellipsis where it was cut.</param>
/// <param name="Marks">The marked stretches, counted in <paramref name="Text"/>.</param>
internal readonly record struct Excerpt(string Text, IReadOnlyList<TextSpan> Marks)
{
    /// <summary>How much of the message is shown on each side of the words that matter, in UTF-16 units.</summary>
    private const int Context = 80;

    /// <summary>A sentence that is cut for more than this is cut at the number of units instead.</summary>
    private const int LongestMark = 400;

    /// <summary>More places than this are not shown for one finding.</summary>
    private const int MostPlaces = 3;

    /// <summary>Cuts out the places of a finding; places near each other share a piece.</summary>
    /// <param name="text">The message.</param>
    /// <param name="evidence">The words that matter, in any order.</param>
    public static IReadOnlyList<Excerpt> Around(string text, IReadOnlyList<TextSpan> evidence)
    {
        var pieces = new List<(int Start, int End, List<TextSpan> Marks)>();
        foreach (var span in evidence.OrderBy(e => e.Start))
        {
            var mark = span.Length > LongestMark ? span with { Length = LongestMark } : span;
            var start = Back(text, mark.Start);
            var end = Forward(text, mark.End);
            if (pieces.Count > 0 && start <= pieces[^1].End)
            {
                var last = pieces[^1];
                if (last.Marks[^1].End >= mark.Start) last.Marks[^1] = last.Marks[^1].Union(mark);
                else last.Marks.Add(mark);
                pieces[^1] = (last.Start, Math.Max(last.End, end), last.Marks);
            }
            else if (pieces.Count < MostPlaces)
            {
                pieces.Add((start, end, [mark]));
            }
        }

        return [.. pieces.Select(p => Cut(text, p.Start, p.End, p.Marks))];
    }

    private static Excerpt Cut(string text, int start, int end, List<TextSpan> marks)
    {
        var lead = start > 0 ? "… " : string.Empty;
        var shift = start - lead.Length;
        var piece = string.Concat(lead, text.AsSpan(start, end - start), end < text.Length ? " …" : string.Empty);
        return new Excerpt(piece, [.. marks.Select(m => m with { Start = m.Start - shift })]);
    }

    private static int Back(string text, int from)
    {
        var least = Math.Max(0, from - Context);
        if (least == 0) return 0;
        for (var i = least; i < from; i++)
        {
            if (char.IsWhiteSpace(text[i])) return i + 1;
        }

        // No white space (Chinese, one long word): cut between characters, never inside a surrogate pair.
        return char.IsLowSurrogate(text[least]) ? least + 1 : least;
    }

    private static int Forward(string text, int from)
    {
        var most = Math.Min(text.Length, from + Context);
        if (most == text.Length) return most;
        for (var i = most; i > from; i--)
        {
            if (char.IsWhiteSpace(text[i])) return i;
        }

        return char.IsLowSurrogate(text[most]) ? most - 1 : most;
    }
}
