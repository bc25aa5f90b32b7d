using SourcingBot.Orders;
using SourcingBot.Packs.Docx;
using SourcingBot.Resources;

namespace SourcingBot.Packs;

/// <summary>The timeline: what happened when, the first first.</summary>
internal static class TimelineDocument
{
    /// <summary>Writes it.</summary>
    /// <param name="file">The case.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Task<byte[]> WriteAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var page = new DocxWriter();
        page.Add(PlainText.OnOneLine(When.Say(Words.PackEyebrowCase, file.ShortName, file.Reason)), DocxStyle.Eyebrow);
        page.Add(Words.PackTimeline, DocxStyle.Title);
        if (PackSay.OrderLine(file) is { } order) page.Add(order);
        if (file.Timeline.Count == 0)
        {
            page.Add(Words.PackNoTimeline);
        }
        else
        {
            var table = new DocxTable(2600, 5700, 1338);
            table.Head(Words.PackWhen, Words.PackWhat, Words.PackExhibits);
            foreach (var moment in InOrder(file))
            {
                table.Row(
                [
                    [new DocxLine(PackSay.Moment(moment), DocxStyle.Cell), new DocxLine(moment.Zone.Id, DocxStyle.CellSmall)],
                    [new DocxLine(moment.What, DocxStyle.Cell)],
                    [new DocxLine(PackSay.Exhibits(moment.Exhibits), DocxStyle.Cell)],
                ]);
            }

            page.Add(table);
        }

        return page.ToBytesAsync(When.Say(Words.PackFileTitle, Words.PackTimeline, file.ShortName), PackFooter.Of(file, Words.PackTimeline), file.Changed, cancellationToken);
    }

    /// <summary>The timeline sorted; of one day, what has an hour comes after what has none.</summary>
    /// <param name="file">The case.</param>
    public static IEnumerable<CaseMoment> InOrder(CaseFile file) => file.Timeline.OrderBy(m => m.On.Earliest(m.Zone)).ThenBy(m => m.What, StringComparer.Ordinal);
}
