using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SourcingBot.Packs;

namespace SourcingBot.Tests.Packs;

/// <summary>A written pack, read as whoever gets it reads it.</summary>
internal sealed record TestPack(byte[] Bytes, PackReport Report)
{
    public IReadOnlyList<string> Names => [.. Open().Entries.Select(e => e.FullName)];

    public ZipArchive Open() => new(new MemoryStream(Bytes), ZipArchiveMode.Read);

    public byte[] Read(string path) => Read(Open().GetEntry(path) ?? throw new FileNotFoundException(path));

    public static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public string Text(string path) => Encoding.UTF8.GetString(Read(path));

    /// <summary>The words of a document, a paragraph a line.</summary>
    public string Words(string path)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Read(path)), isEditable: false);
        return string.Join('\n', document.MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(p => p.InnerText));
    }

    /// <summary>What is wrong with a document by its format's schema.</summary>
    public IReadOnlyList<string> Faults(string path)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Read(path)), isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(e => $"{path}: {e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }
}
