using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using NodaTime;

namespace SourcingBot.Packs.Docx;

/// <summary>The paragraph styles of styles.xml.</summary>
internal enum DocxStyle
{
    /// <summary>Running text.</summary>
    Normal,

    /// <summary>The line above the title.</summary>
    Eyebrow,

    /// <summary>The title.</summary>
    Title,

    /// <summary>A section's heading.</summary>
    Heading1,

    /// <summary>Somebody's own words.</summary>
    Quote,

    /// <summary>A remark.</summary>
    Small,

    /// <summary>Text in a table.</summary>
    Cell,

    /// <summary>A column's heading.</summary>
    CellHead,

    /// <summary>What the value beside it is.</summary>
    CellLabel,

    /// <summary>A remark in a table.</summary>
    CellSmall,

    /// <summary>Text in a table that stands out.</summary>
    CellStrong,

    /// <summary>An amount, on the right.</summary>
    CellAmount,

    /// <summary>A sum, on the right.</summary>
    CellTotal,

    /// <summary>A hash.</summary>
    CellHash,
}

/// <summary>One paragraph: words and how they look. The words are always text, never markup.</summary>
/// <param name="Text">The words; they are made clean here.</param>
/// <param name="Style">How they look.</param>
internal readonly record struct DocxLine(string Text, DocxStyle Style);

/// <summary>Builds one A4 document from top to bottom.</summary>
internal sealed class DocxWriter
{
    /// <summary>The width between the margins in twentieths of a point: A4 less 2 cm on each side.</summary>
    public const int Width = 9638;

    private const int A4Width = 11906;
    private const int A4Height = 16838;
    private const int Margin = (A4Width - Width) / 2;

    private readonly Body _body = new();

    /// <summary>Adds a paragraph.</summary>
    /// <param name="text">The words.</param>
    /// <param name="style">How they look.</param>
    public void Add(string text, DocxStyle style = DocxStyle.Normal) => _body.Append(Paragraph(new DocxLine(text, style)));

    /// <summary>Adds a table.</summary>
    /// <param name="table">The table.</param>
    public void Add(DocxTable table) => _body.Append(table.Build());

    /// <summary>The document's bytes; the same calls give the same bytes.</summary>
    /// <param name="title">The document's title, for its properties and its footer.</param>
    /// <param name="footer">What stands on the left of the footer.</param>
    /// <param name="changed">The time of the document.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<byte[]> ToBytesAsync(string title, string footer, Instant changed, CancellationToken cancellationToken)
    {
        // A table may not be the last thing in a body, or Word adds a paragraph of its own size.
        if (_body.LastChild is Table) _body.Append(Paragraph(new DocxLine("", DocxStyle.CellSmall)));
        _body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = DocxFile.FooterId },
            new PageSize { Width = A4Width, Height = A4Height },
            new PageMargin { Top = 1021, Bottom = 1021, Left = Margin, Right = Margin, Header = 567, Footer = 567, Gutter = 0 }));
        return DocxFile.ToBytesAsync(new Document(_body), PlainText.OnOneLine(title), PlainText.OnOneLine(footer), changed, cancellationToken);
    }

    /// <summary>A paragraph of its own.</summary>
    /// <param name="line">Its words and look.</param>
    public static Paragraph Paragraph(DocxLine line)
    {
        var run = new Run();
        foreach (var (i, part) in PlainText.Of(line.Text).Split('\n').Index())
        {
            if (i > 0) run.Append(new Break());
            run.Append(new DocumentFormat.OpenXml.Wordprocessing.Text(part) { Space = SpaceProcessingModeValues.Preserve });
        }

        return new Paragraph(new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = line.Style.ToString() } }, run);
    }
}
