using System.Buffers.Binary;

namespace SourcingBot.Evidence;

/// <summary>Looks at the names in a ZIP archive's directory, a small part of it at most. No entry is unpacked, so a zip bomb is as harmless as any file.</summary>
internal static class ZipDirectory
{
    /// <summary>The end record with the longest comment (PKWARE APPNOTE 4.3.16).</summary>
    private const int LongestEnd = 22 + ushort.MaxValue;

    /// <summary>Of the directory so much is read; an Office document names its parts early.</summary>
    private const int MostRead = 256 * 1024;

    private const int EntryHeader = 46;

    /// <summary>What kind of archive it is.</summary>
    /// <param name="file">The archive; its position is changed.</param>
    public static FileKind KindOf(Stream file)
    {
        var names = NamesIn(file);
        if (!names.Contains("[Content_Types].xml")) return FileKind.Zip;
        if (names.Contains("word/document.xml")) return names.Contains("word/vbaProject.bin") ? FileKind.Docm : FileKind.Docx;
        if (names.Contains("xl/workbook.xml")) return names.Contains("xl/vbaProject.bin") ? FileKind.Xlsm : FileKind.Xlsx;
        return FileKind.Zip;
    }

    private static HashSet<string> NamesIn(Stream file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var tail = Read(file, Math.Max(0, file.Length - LongestEnd), LongestEnd);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + 22 > tail.Length) return names;
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (start >= file.Length) return names;
        var rest = Read(file, start, MostRead).AsSpan();
        while (rest.Length >= EntryHeader && rest.StartsWith("PK\u0001\u0002"u8))
        {
            var name = BinaryPrimitives.ReadUInt16LittleEndian(rest[28..]);
            var whole = EntryHeader + name + BinaryPrimitives.ReadUInt16LittleEndian(rest[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(rest[32..]);
            if (EntryHeader + name > rest.Length) break;
            names.Add(System.Text.Encoding.UTF8.GetString(rest.Slice(EntryHeader, name)));
            rest = rest[Math.Min(whole, rest.Length)..];
        }

        return names;
    }

    private static byte[] Read(Stream file, long from, int most)
    {
        file.Position = from;
        var bytes = new byte[Math.Min(most, file.Length - from)];
        file.ReadExactly(bytes);
        return bytes;
    }
}
