using SourcingBot.Orders;
using SourcingBot.Packs.Docx;
using SourcingBot.Resources;

namespace SourcingBot.Packs;

/// <summary>The index of exhibits: number, what it shows, file, size, SHA-256; and what is missing.</summary>
internal static class ExhibitIndex
{
    /// <summary>Writes it.</summary>
    /// <param name="file">The case.</param>
    /// <param name="exhibits">Where the exhibits lie.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Task<byte[]> WriteAsync(CaseFile file, IReadOnlyList<PackedExhibit> exhibits, CancellationToken cancellationToken)
    {
        var page = new DocxWriter();
        page.Add(PlainText.OnOneLine(When.Say(Words.PackEyebrowCase, file.ShortName, file.Reason)), DocxStyle.Eyebrow);
        page.Add(Words.PackIndex, DocxStyle.Title);
        if (PackSay.OrderLine(file) is { } order) page.Add(order);
        var attached = exhibits.Where(e => e.LeftOut is null && e.Exhibit.Content is not ExhibitMissing).ToList();
        if (attached.Count == 0) page.Add(Words.PackNoExhibits);
        else page.Add(Attached(attached));
        var missing = exhibits.Except(attached).ToList();
        if (missing.Count > 0)
        {
            page.Add(Words.PackNotAttached, DocxStyle.Heading1);
            page.Add(Missing(missing));
        }

        page.Add(Words.PackIndexEnd, DocxStyle.Small);
        return page.ToBytesAsync(When.Say(Words.PackFileTitle, Words.PackIndex, file.ShortName), PackFooter.Of(file, Words.PackIndex), file.Changed, cancellationToken);
    }

    private static DocxTable Attached(List<PackedExhibit> exhibits)
    {
        var table = new DocxTable(850, 3588, 5200);
        table.Head(Words.PackNumber, Words.PackShows, Words.PackFile);
        foreach (var group in exhibits.GroupBy(e => e.Exhibit.Kind))
        {
            table.Group(PackSay.Group(group.Key));
            foreach (var packed in group)
                table.Row([[new DocxLine(packed.Exhibit.Label, DocxStyle.CellStrong)], [new DocxLine(packed.Exhibit.Shows, DocxStyle.Cell)], Content(packed)]);
        }

        return table;
    }

    private static List<DocxLine> Content(PackedExhibit packed) => packed.Exhibit.Content switch
    {
        ExhibitFile given =>
        [
            new DocxLine(packed.Name!, DocxStyle.Cell),
            new DocxLine(packed.Inside is null ? PackSay.Size(given.Size) : When.Say(Words.PackZipped, PackSay.Size(given.Size)), DocxStyle.CellSmall),
            new DocxLine(given.Sha256, DocxStyle.CellHash),
        ],
        ExhibitLink link => [new DocxLine(PlainText.OnOneLine(link.Address), DocxStyle.Cell), new DocxLine(Words.PackLink, DocxStyle.CellSmall)],
        _ => [new DocxLine(packed.Name ?? "", DocxStyle.Cell), new DocxLine(Words.PackStatementInWords, DocxStyle.CellSmall)],
    };

    private static DocxTable Missing(List<PackedExhibit> exhibits)
    {
        var table = new DocxTable(850, 4888, 3900);
        table.Head(Words.PackNumber, Words.PackItem, Words.PackWhyMissing);
        foreach (var packed in exhibits)
        {
            var why = packed.LeftOut ?? ((ExhibitMissing)packed.Exhibit.Content).Why;
            table.Row(new DocxLine(packed.Exhibit.Label, DocxStyle.CellStrong), new DocxLine(packed.Exhibit.Ask, DocxStyle.Cell), new DocxLine(why, DocxStyle.Cell));
        }

        return table;
    }
}
