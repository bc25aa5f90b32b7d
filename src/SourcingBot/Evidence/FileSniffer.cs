using System.Text;

namespace SourcingBot.Evidence;

/// <summary>
/// Tells what a file is from its first bytes. Nothing is opened, unpacked or run. Signatures after the formats' own descriptions
/// (ISO/IEC 14496-12 for films and HEIC, PKWARE APPNOTE for ZIP, RFC 5322 for e-mails).
/// </summary>
internal static class FileSniffer
{
    /// <summary>So many first bytes are looked at.</summary>
    public const int HeadLength = 4096;

    private const int PdfWithin = 1024;

    private static readonly string[] MailFields = ["from", "to", "subject", "date", "received", "mime-version", "message-id", "return-path", "delivered-to"];

    /// <summary>The kind; <see cref="FileKind.Zip"/> also for an Office document, whose directory tells more (<see cref="ZipDirectory"/>).</summary>
    /// <param name="head">The first bytes, at most <see cref="HeadLength"/>.</param>
    public static FileKind KindOf(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        [0x47, 0x49, 0x46, 0x38, 0x37 or 0x39, 0x61, ..] => FileKind.Gif,
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => FileKind.Webp,
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x41, 0x56, 0x45, ..] => FileKind.Wav,
        [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..] => FileKind.Zip,
        [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, ..] => FileKind.Rar,
        [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, ..] => FileKind.SevenZip,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => FileKind.OldOffice,
        [0x49, 0x44, 0x33, ..] or [0xFF, 0xFB or 0xF3 or 0xF2, ..] => FileKind.Mp3,
        [_, _, _, _, 0x66, 0x74, 0x79, 0x70, var a, var b, var c, var d, ..] => Brand(Encoding.ASCII.GetString([a, b, c, d])),
        _ when head.Length >= 8 && (head[4..8].SequenceEqual("moov"u8) || head[4..8].SequenceEqual("mdat"u8) || head[4..8].SequenceEqual("wide"u8)) => FileKind.Mov,
        _ when head[..Math.Min(head.Length, PdfWithin)].IndexOf("%PDF-"u8) >= 0 => FileKind.Pdf,
        _ => WordsIn(head) is { } text ? (IsMail(text) ? FileKind.Email : FileKind.Text) : FileKind.Unknown,
    };

    private static FileKind Brand(string brand) => brand switch
    {
        "heic" or "heix" or "hevc" or "hevx" or "heim" or "heis" or "mif1" or "msf1" => FileKind.Heic,
        "qt  " => FileKind.Mov,
        "avif" or "avis" => FileKind.Unknown,
        _ => FileKind.Mp4,
    };

    /// <summary>The words where the bytes are Unicode text without odd control characters; null where they are not.</summary>
    private static string? WordsIn(ReadOnlySpan<byte> head)
    {
        var encoding = head switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
        var text = encoding.GetString(head);

        // The head may end inside a character, nowhere else may one be broken.
        var broken = text.IndexOf('\ufffd', StringComparison.Ordinal);
        if (broken >= 0 && broken < text.Length - 3) return null;
        return text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\u001b')) ? null : text.TrimStart('\ufeff');
    }

    private static bool IsMail(string text)
    {
        var fields = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty) break;
            if (line[0] is ' ' or '\t') continue;
            var colon = line.IndexOf(':');
            if (colon <= 0) return false;
            fields.Add(line[..colon].ToString());
        }

        return fields.Count(f => MailFields.Contains(f, StringComparer.OrdinalIgnoreCase)) >= 3;
    }
}
