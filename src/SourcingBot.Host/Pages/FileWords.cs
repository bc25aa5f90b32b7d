using System.Globalization;
using SourcingBot.Evidence;

namespace SourcingBot.Host.Pages;

/// <summary>Says what a file is.</summary>
public static class FileWords
{
    /// <summary>"JPEG picture".</summary>
    /// <param name="kind">What it is by its content.</param>
    public static string InWords(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => "JPEG picture",
        FileKind.Png => "PNG picture",
        FileKind.Gif => "GIF picture",
        FileKind.Webp => "WebP picture",
        FileKind.Heic => "HEIC picture",
        FileKind.Pdf => "PDF document",
        FileKind.Zip => "ZIP archive",
        FileKind.Docx => "Word document",
        FileKind.Docm => "Word document with macros",
        FileKind.Xlsx => "Excel workbook",
        FileKind.Xlsm => "Excel workbook with macros",
        FileKind.Rar => "RAR archive",
        FileKind.SevenZip => "7z archive",
        FileKind.OldOffice => "old Office document",
        FileKind.Mp4 => "MP4 film",
        FileKind.Mov => "QuickTime film",
        FileKind.Mp3 => "MP3 sound",
        FileKind.Wav => "WAV sound",
        FileKind.Text => "text",
        FileKind.Email => "e-mail",
        _ => "unknown type",
    };

    /// <summary>"1.4 MB".</summary>
    /// <param name="size">Bytes.</param>
    public static string Size(long size) => size switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{size} bytes"),
        < EvidenceOptions.Megabyte => string.Create(CultureInfo.InvariantCulture, $"{size / 1024} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{size / (double)EvidenceOptions.Megabyte:0.0} MB"),
    };
}
