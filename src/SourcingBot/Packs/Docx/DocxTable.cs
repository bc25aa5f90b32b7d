using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SourcingBot.Packs.Docx;

/// <summary>A table with light lines between its rows and none between its columns.</summary>
/// <param name="widths">The widths of the columns; together <see cref="DocxWriter.Width"/>.</param>
internal sealed class DocxTable(params IReadOnlyList<int> widths)
{
    private const string Line = "CBD2D9";
    private const string Shade = "F1F4F7";

    private readonly List<TableRow> _rows = [];

    /// <summary>Whether it has no rows below its heading.</summary>
    public bool IsEmpty => !_rows.Exists(r => r.GetFirstChild<TableRowProperties>()?.GetFirstChild<TableHeader>() is null);

    /// <summary>Adds the row of headings, which is repeated on every page.</summary>
    /// <param name="headings">One a column.</param>
    public void Head(params IEnumerable<string> headings)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        row.Append(headings.Select((text, i) => Cell(widths[i], 1, Shade, [new DocxLine(text, DocxStyle.CellHead)])));
        _rows.Add(row);
    }

    /// <summary>Adds a row with one line a cell.</summary>
    /// <param name="cells">One a column.</param>
    public void Row(params IEnumerable<DocxLine> cells) => Row([.. cells.Select(c => (IReadOnlyList<DocxLine>)[c])]);

    /// <summary>Adds a row.</summary>
    /// <param name="cells">One a column, each with at least one line.</param>
    public void Row(IReadOnlyList<IReadOnlyList<DocxLine>> cells)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        row.Append(cells.Select((lines, i) => Cell(widths[i], 1, null, lines)));
        _rows.Add(row);
    }

    /// <summary>Adds a row that names a group, over all columns. It stays with the row below.</summary>
    /// <param name="name">The group.</param>
    public void Group(string name)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        var cell = Cell(widths.Sum(), widths.Count, null, [new DocxLine(name, DocxStyle.CellStrong)]);
        foreach (var paragraph in cell.Elements<Paragraph>())
        {
            paragraph.ParagraphProperties!.KeepNext = new KeepNext();
            paragraph.ParagraphProperties.SpacingBetweenLines = new SpacingBetweenLines { Before = "120" };
        }

        row.Append(cell);
        _rows.Add(row);
    }

    /// <summary>The table's markup.</summary>
    public Table Build()
    {
        var table = new Table(
            new TableProperties
            {
                TableWidth = new TableWidth { Type = TableWidthUnitValues.Dxa, Width = Text(widths.Sum()) },
                TableBorders = new TableBorders(Border<TopBorder>(), Border<BottomBorder>(), Border<InsideHorizontalBorder>()),
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableCellMarginDefault = new TableCellMarginDefault(
                    new TopMargin { Width = "60", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "60", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa }),
            },
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        table.Append(_rows);
        return table;
    }

    private static TableCell Cell(int width, int columns, string? shade, IReadOnlyList<DocxLine> lines)
    {
        var properties = new TableCellProperties { TableCellWidth = new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Text(width) } };
        if (columns > 1) properties.GridSpan = new GridSpan { Val = columns };
        if (shade is not null) properties.Shading = new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = shade };
        var cell = new TableCell(properties);
        cell.Append(lines.Select(DocxWriter.Paragraph));
        return cell;
    }

    private static T Border<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = Line };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
