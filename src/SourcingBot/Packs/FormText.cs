using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Packs;

/// <summary>The text to paste into the marketplace's form, in the order in which a form asks: what happened, what was agreed, the evidence, what you ask.</summary>
internal static class FormText
{
    /// <summary>The length within which forms take a text, as far as is known: a careful number of our own, none is published.</summary>
    public const int MostCharacters = 2000;

    private const int LongestQuote = 160;

    /// <summary>Writes it: whole where that is within <see cref="MostCharacters"/>, else shortened step by step; the last step may still be longer.</summary>
    /// <param name="file">The case.</param>
    /// <param name="exhibits">Where the exhibits lie.</param>
    /// <returns>The text with '\r\n' at line ends.</returns>
    public static string Of(CaseFile file, IReadOnlyList<PackedExhibit> exhibits)
    {
        var attached = exhibits.Where(e => e.LeftOut is null && e.Exhibit.Content is not ExhibitMissing).ToList();
        string text;
        var step = 0;
        do text = Write(file, attached, step);
        while (text.Length > MostCharacters && step++ < 2);
        return text;
    }

    // Step 1 names exhibits by group, step 2 cuts long quotes too.
    private static string Write(CaseFile file, List<PackedExhibit> attached, int step)
    {
        List<string> lines = [Words.PackFormHappened, PackSay.OrderLine(file) ?? "", PlainText.OnOneLine(file.Reason) + "."];
        lines.AddRange(file.KeyDates.Select(d => When.Say(Words.PackFormDate, d.Label, When.Day(d.Day))));

        // What an exhibit shows is told in the list of evidence.
        var shown = attached.Select(e => e.Exhibit.Shows).ToHashSet(StringComparer.Ordinal);
        foreach (var (i, fact) in file.Facts.Where(f => !shown.Contains(f.Statement)).Index())
        {
            var exhibits = PackSay.Exhibits(fact.Exhibits);
            var statement = PlainText.OnOneLine(fact.Statement);
            lines.Add(When.Say(Words.PackFormItem, i + 1, exhibits.Length > 0 ? When.Say(Words.PackFormSeen, statement.TrimEnd('.'), exhibits) : statement));
        }

        var clauses = file.Facts.Select(f => f.Clause).OfType<string>().Concat(file.Clauses).Select(PlainText.OnOneLine).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (clauses.Count > 0) lines.AddRange(["", Words.PackFormAgreed, .. clauses.Select(c => When.Say(Words.PackQuoted, step > 1 ? Cut(c) : c))]);
        if (attached.Count > 0) lines.AddRange(["", Words.PackFormEvidence, .. step > 0 ? Grouped(attached) : Listed(attached)]);
        lines.AddRange(["", Words.PackFormAsk]);
        if (file.Remedy is { } remedy) lines.Add(PlainText.OnOneLine(remedy) + (file.Claim is { } asked ? ": " + PackSay.Amount(asked.Total) : "") + ".");
        else if (file.Claim is { } total) lines.Add(PackSay.Amount(total.Total) + ".");
        if (file.Claim is { } claim) lines.AddRange(claim.Lines.Select(l => PlainText.OnOneLine(l.Text) + (l.Amount is { } amount ? " = " + PackSay.Amount(amount) : "")));
        if (file.Offers.Count > 0) lines.AddRange(["", Words.PackFormOffered, .. file.Offers.Select(o => step > 1 ? Cut(PlainText.OnOneLine(o)) : PlainText.OnOneLine(o))]);
        return PlainText.Typewriter(string.Join("\r\n", lines)) + "\r\n";
    }

    // Several photos of one thing are told of once.
    private static IEnumerable<string> Listed(IEnumerable<PackedExhibit> attached)
    {
        foreach (var same in attached.OrderBy(e => e.Exhibit.Number).GroupBy(e => e.Exhibit.Shows, StringComparer.Ordinal))
        {
            var links = string.Concat(same.Select(e => e.Exhibit.Content).OfType<ExhibitLink>().Select(l => " " + PlainText.OnOneLine(l.Address)));
            yield return $"{PackSay.Exhibits(same.Select(e => e.Exhibit.Number))} {PlainText.OnOneLine(same.Key)}{links}";
        }
    }

    private static IEnumerable<string> Grouped(IEnumerable<PackedExhibit> attached) =>
        attached.GroupBy(e => e.Exhibit.Kind).Select(g => $"{PackSay.Group(g.Key)}: {PackSay.Exhibits(g.Select(e => e.Exhibit.Number))}");

    private static string Cut(string text)
    {
        if (text.Length <= LongestQuote) return text;
        var end = char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return text[..end].TrimEnd() + " ...";
    }
}
