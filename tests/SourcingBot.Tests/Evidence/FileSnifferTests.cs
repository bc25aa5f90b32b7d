using System.Text;
using SourcingBot.Evidence;

namespace SourcingBot.Tests.Evidence;

/// <summary>A file is what its bytes are, not what its name says.</summary>
public class FileSnifferTests
{
    private const string Mail = "Return-Path: <lily@factory.example>\r\nFrom: Lily <lily@factory.example>\r\nTo: a@b.example\r\nSubject: PI\r\n\r\nPlease pay";

    public static TheoryData<FileKind, byte[]> Heads => new()
    {
        { FileKind.Jpeg, SampleFiles.Jpeg },
        { FileKind.Png, SampleFiles.Png },
        { FileKind.Gif, "GIF89a\u0001\0"u8.ToArray() },
        { FileKind.Webp, "RIFF\u0010\0\0\0WEBPVP8 "u8.ToArray() },
        { FileKind.Wav, "RIFF\u0010\0\0\0WAVEfmt "u8.ToArray() },
        { FileKind.Heic, SampleFiles.Film("heic") },
        { FileKind.Heic, SampleFiles.Film("mif1") },
        { FileKind.Mov, SampleFiles.Film("qt  ") },
        { FileKind.Mov, "\0\0\0\u0008wide\0\0\0\0mdat"u8.ToArray() },
        { FileKind.Mp4, SampleFiles.Film("isom") },
        { FileKind.Mp4, SampleFiles.Film("mp42") },
        { FileKind.Unknown, SampleFiles.Film("avif") },
        { FileKind.Pdf, "%PDF-1.7\n"u8.ToArray() },
        { FileKind.Pdf, "\ufeff\n%PDF-1.4"u8.ToArray() },
        { FileKind.Zip, SampleFiles.Zip("a.txt") },
        { FileKind.Rar, "Rar!\u001a\u0007\u0001\0"u8.ToArray() },
        { FileKind.SevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4] },
        { FileKind.OldOffice, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { FileKind.Mp3, "ID3\u0004\0"u8.ToArray() },
        { FileKind.Mp3, [0xFF, 0xFB, 0x90, 0x44] },
        { FileKind.Text, "订单 178453210 已发货"u8.ToArray() },
        { FileKind.Text, Encoding.UTF8.GetBytes("货")[..2] },
        { FileKind.Text, (byte[])[0xFF, 0xFE, .. Encoding.Unicode.GetBytes("hello")] },
        { FileKind.Text, "<html><script>alert(1)</script>"u8.ToArray() },
        { FileKind.Text, "Note: the goods\nare late"u8.ToArray() },
        { FileKind.Email, Encoding.UTF8.GetBytes(Mail) },
        { FileKind.Unknown, "MZ\u0090\0\u0003\0"u8.ToArray() },
        { FileKind.Unknown, [0, 1, 2, 3] },
        { FileKind.Unknown, [0xB6, 0xA9, 0xB5, 0xA5, 0x0A, 0xB6, 0xA9, 0xB5, 0xA5, 0x0A] },
    };

    [Theory]
    [MemberData(nameof(Heads))]
    public void The_first_bytes_tell_the_kind(FileKind kind, byte[] head) => Assert.Equal(kind, FileSniffer.KindOf(head));

    [Theory]
    [InlineData(FileKind.Docx, "[Content_Types].xml", "_rels/.rels", "word/document.xml")]
    [InlineData(FileKind.Docm, "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")]
    [InlineData(FileKind.Xlsx, "[Content_Types].xml", "xl/workbook.xml")]
    [InlineData(FileKind.Xlsm, "[Content_Types].xml", "xl/vbaProject.bin", "xl/workbook.xml")]
    [InlineData(FileKind.Zip, "[Content_Types].xml", "ppt/presentation.xml")]
    [InlineData(FileKind.Zip, "word/document.xml")]
    public void An_archives_directory_tells_which_office_document_it_is(FileKind kind, params string[] names)
    {
        using var file = new MemoryStream(SampleFiles.Zip(names));

        Assert.Equal(kind, ZipDirectory.KindOf(file));
    }

    [Fact]
    public void A_cut_or_lying_archive_is_an_archive_and_no_fault()
    {
        var whole = SampleFiles.Zip("[Content_Types].xml", "word/document.xml");
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = whole[..random.Next(4, whole.Length + 1)];
            for (var n = 0; n < 4; n++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            using var file = new MemoryStream(bytes);
            Assert.Contains(ZipDirectory.KindOf(file), (FileKind[])[FileKind.Zip, FileKind.Docx]);
        }
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\lily\\invoice.pdf", "invoice.pdf")]
    [InlineData("发票 2026.pdf", "发票 2026.pdf")]
    [InlineData("👨‍👩‍👧 photo.jpg", "👨‍👩‍👧 photo.jpg")]
    [InlineData("invoice\u202egpj.exe", "invoice gpj.exe")]
    [InlineData("in\0voice\r\n.pdf", "in voice .pdf")]
    [InlineData("\u200b\ufeff", "file")]
    [InlineData("...", "file")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    public void A_name_is_shown_without_folders_and_tricks(string? name, string shown) => Assert.Equal(shown, FileNames.Shown(name));

    [Fact]
    public void Half_a_character_in_a_name_does_no_harm() => Assert.Equal("half\ufffd.png", FileNames.Shown("half" + '\ud83d' + ".png"));

    [Theory]
    [InlineData("a")]
    [InlineData("货")]
    [InlineData("😀")]
    public void A_name_of_300_characters_keeps_its_ending(string character)
    {
        var shown = FileNames.Shown(string.Concat(Enumerable.Repeat(character, 300)) + ".pdf");

        Assert.InRange(shown.Length, 140, FileNames.Longest);
        Assert.EndsWith("….pdf", shown, StringComparison.Ordinal);
        Assert.DoesNotContain('\ufffd', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(shown)));
    }
}
