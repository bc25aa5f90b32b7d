using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NodaTime;
using NodaTime.Text;
using SourcingBot.Resources;
using SourcingBot.Text;

namespace SourcingBot.Packs.Docx;

/// <summary>Puts a document's parts together so that the same document gives the same bytes.</summary>
internal static class DocxFile
{
    /// <summary>The id by which the section finds its footer.</summary>
    public const string FooterId = "rId2";

    private static readonly byte[] Styles = Encoding.UTF8.GetBytes(Resource.All("SourcingBot.Packs.Docx.styles.xml"));

    /// <summary>The file's bytes.</summary>
    /// <param name="document">The document.</param>
    /// <param name="title">Its title.</param>
    /// <param name="footer">What stands on the left of the footer.</param>
    /// <param name="changed">The time of the document.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<byte[]> ToBytesAsync(Document document, string title, string footer, Instant changed, CancellationToken cancellationToken)
    {
        using var raw = new MemoryStream();
        using (var package = WordprocessingDocument.Create(raw, WordprocessingDocumentType.Document))
        {
            // All ids are given: those that the library makes up are random.
            var main = package.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rId1");
            main.Document = document;
            Fill(main.AddNewPart<StyleDefinitionsPart>("rId1"), Styles);
            main.AddNewPart<FooterPart>(FooterId).Footer = Footer(footer);
            main.AddNewPart<DocumentSettingsPart>("rId3").Settings = Modern();
            Fill(package.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rId2"), Properties(title, changed));
        }

        // The package carries the time of its making; packed again, it carries the case's.
        raw.Position = 0;
        using var fixedTimes = new MemoryStream();
        using (var read = new ZipArchive(raw, ZipArchiveMode.Read))
        await using (var zip = await FixedZip.CreateAsync(fixedTimes, changed, cancellationToken))
        {
            foreach (var entry in read.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                await zip.AddAsync(entry.FullName, async to =>
                {
                    await using var from = await entry.OpenAsync(cancellationToken);
                    await from.CopyToAsync(to, cancellationToken);
                }, cancellationToken);
            }
        }

        return fixedTimes.ToArray();
    }

    // Without the mode of Word 2013 a table sticks out of the margin by the padding of its cells.
    private static DocumentFormat.OpenXml.Wordprocessing.Settings Modern() => new(new Compatibility(
        new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));

    private static Footer Footer(string text)
    {
        var paragraph = new Paragraph(new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = "Footer" } });
        paragraph.Append(Say(text), new Run(new TabChar()));
        foreach (var part in Words.PackPage.Split('|'))
        {
            paragraph.Append(part switch
            {
                "{page}" => new SimpleField(Say("1")) { Instruction = " PAGE " },
                "{pages}" => new SimpleField(Say("1")) { Instruction = " NUMPAGES " },
                _ => Say(part),
            });
        }

        return new Footer(paragraph);
    }

    private static Run Say(string text) => new(new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static byte[] Properties(string title, Instant changed)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        XElement Time(string name) => new(terms + name, new XAttribute(xsi + "type", "dcterms:W3CDTF"), InstantPattern.General.Format(changed));
        var properties = new XElement(core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", dc), new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", title), new XElement(dc + "creator", "SourcingBot"), Time("created"), Time("modified"));
        return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + properties.ToString(SaveOptions.DisableFormatting));
    }

    private static void Fill(OpenXmlPart part, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        part.FeedData(stream);
    }
}
