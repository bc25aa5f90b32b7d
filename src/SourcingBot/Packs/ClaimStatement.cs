using SourcingBot.Orders;
using SourcingBot.Packs.Docx;
using SourcingBot.Resources;

namespace SourcingBot.Packs;

/// <summary>The claim statement: what a case handler reads first, on one page for a usual case.</summary>
internal static class ClaimStatement
{
    /// <summary>Writes it.</summary>
    /// <param name="file">The case.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Task<byte[]> WriteAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var page = new DocxWriter();
        page.Add(When.Say(Words.PackEyebrow, Words.PackStatement, file.ShortName), DocxStyle.Eyebrow);
        page.Add(PlainText.OnOneLine(file.Reason), DocxStyle.Title);
        Details(page, file);
        Agreed(page, file);
        Happened(page, file);
        Amount(page, file);
        Offered(page, file);
        page.Add(Words.PackStatementEnd, DocxStyle.Small);
        return page.ToBytesAsync(When.Say(Words.PackFileTitle, Words.PackStatement, file.ShortName), PackFooter.Of(file, Words.PackStatement), file.Changed, cancellationToken);
    }

    private static void Details(DocxWriter page, CaseFile file)
    {
        List<(string Label, string? Value, DocxStyle Style)> all =
        [
            (Words.PackOrderNumber, file.OrderNumber, DocxStyle.Cell), (Words.PackClaimed, file.Claim is { } claim ? PackSay.Amount(claim.Total) : null, DocxStyle.CellStrong),
            (Words.PackSupplier, file.Supplier, DocxStyle.Cell), (Words.PackRemedy, file.Remedy, DocxStyle.CellStrong),
            (Words.PackGoods, file.Goods, DocxStyle.Cell), (Words.PackOrderAmount, file.OrderAmount is { } amount ? PackSay.Amount(amount) : null, DocxStyle.Cell),
            (Words.PackOrderedOn, file.OrderedOn is { } day ? When.Day(day) : null, DocxStyle.Cell), (Words.PackIncoterm, file.Incoterm is { } term ? PackSay.Term(term) : null, DocxStyle.Cell),
            (Words.PackProtection, file.Protection is { } protection ? PackSay.Protected(protection) : null, DocxStyle.Cell),
            .. file.KeyDates.Select(d => (d.Label, (string?)When.Day(d.Day), DocxStyle.Cell)),
        ];
        var known = all.Where(d => !string.IsNullOrWhiteSpace(d.Value)).ToList();
        if (known.Count == 0) return;
        var table = new DocxTable(1650, 3300, 1750, 2938);
        foreach (var pair in known.Chunk(2)) table.Row(pair.Append((Label: "", Value: "", Style: DocxStyle.Cell)).Take(2).SelectMany(d => (DocxLine[])[new DocxLine(d.Label, DocxStyle.CellLabel), new DocxLine(d.Value!, d.Style)]));
        page.Add(table);
    }

    // A clause that stands beside a fact need not be read twice.
    private static void Agreed(DocxWriter page, CaseFile file)
    {
        var beside = file.Facts.Select(f => f.Clause).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var alone = file.Clauses.Where(c => !beside.Contains(c) && !string.IsNullOrWhiteSpace(c)).ToList();
        if (alone.Count == 0) return;
        page.Add(Words.PackAgreed, DocxStyle.Heading1);
        foreach (var clause in alone) page.Add(When.Say(Words.PackQuoted, PlainText.Of(clause)), DocxStyle.Quote);
    }

    private static void Happened(DocxWriter page, CaseFile file)
    {
        if (file.Facts.Count == 0) return;
        page.Add(Words.PackHappened, DocxStyle.Heading1);
        var table = new DocxTable(4450, 3850, 1338);
        table.Head(Words.PackFact, Words.PackClause, Words.PackExhibits);
        string? above = null;
        foreach (var fact in file.Facts)
        {
            table.Row(new DocxLine(fact.Statement, DocxStyle.Cell), Clause(fact.Clause, above), new DocxLine(PackSay.Exhibits(fact.Exhibits), DocxStyle.Cell));
            above = fact.Clause;
        }

        page.Add(table);
    }

    private static DocxLine Clause(string? clause, string? above)
    {
        if (clause is null) return new DocxLine("", DocxStyle.CellSmall);
        return clause == above ? new DocxLine(Words.PackClauseAbove, DocxStyle.CellSmall) : new DocxLine(When.Say(Words.PackQuoted, PlainText.Of(clause)), DocxStyle.Cell);
    }

    private static void Amount(DocxWriter page, CaseFile file)
    {
        if (file.Claim is not { } claim)
        {
            if (file.Remedy is not { } remedy) return;
            page.Add(Words.PackRemedy, DocxStyle.Heading1);
            page.Add(remedy);
            return;
        }

        page.Add(Words.PackClaimed, DocxStyle.Heading1);
        var table = new DocxTable(7238, 2400);
        foreach (var line in claim.Lines)
            table.Row(new DocxLine(line.Text, DocxStyle.Cell), new DocxLine(line.Amount is { } amount ? PackSay.Amount(amount) : "", DocxStyle.CellAmount));
        table.Row(new DocxLine(Words.PackTotal, DocxStyle.CellStrong), new DocxLine(PackSay.Amount(claim.Total), DocxStyle.CellTotal));
        page.Add(table);
    }

    private static void Offered(DocxWriter page, CaseFile file)
    {
        page.Add(Words.PackOffered, DocxStyle.Heading1);
        if (file.Offers.Count == 0) page.Add(Words.PackNoOffer);
        foreach (var offer in file.Offers) page.Add(offer);
    }
}
