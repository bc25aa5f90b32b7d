namespace SourcingBot.Evidence;

/// <summary>What a file is by its first bytes, whatever its name and its sender say.</summary>
public enum FileKind
{
    /// <summary>None of the known ones.</summary>
    Unknown,

    /// <summary>A JPEG picture.</summary>
    Jpeg,

    /// <summary>A PNG picture.</summary>
    Png,

    /// <summary>A GIF picture.</summary>
    Gif,

    /// <summary>A WebP picture.</summary>
    Webp,

    /// <summary>A HEIC picture, as iPhones take.</summary>
    Heic,

    /// <summary>A PDF document.</summary>
    Pdf,

    /// <summary>A ZIP archive that is no Office document.</summary>
    Zip,

    /// <summary>A Word document.</summary>
    Docx,

    /// <summary>A Word document with macros.</summary>
    Docm,

    /// <summary>An Excel workbook.</summary>
    Xlsx,

    /// <summary>An Excel workbook with macros.</summary>
    Xlsm,

    /// <summary>A RAR archive.</summary>
    Rar,

    /// <summary>A 7z archive.</summary>
    SevenZip,

    /// <summary>A document of the Office versions before 2007 (doc, xls, msg).</summary>
    OldOffice,

    /// <summary>An MPEG-4 film or sound.</summary>
    Mp4,

    /// <summary>A QuickTime film.</summary>
    Mov,

    /// <summary>An MP3 sound.</summary>
    Mp3,

    /// <summary>A WAV sound.</summary>
    Wav,

    /// <summary>Plain text in Unicode; a web page is plain text too.</summary>
    Text,

    /// <summary>An e-mail as its program saves it.</summary>
    Email,
}
