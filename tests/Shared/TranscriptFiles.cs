using System.Text;

namespace SourcingBot.Testing;

/// <summary>Files that people of a transcript send: true first bytes of their type, and then their name, so that no two are alike.</summary>
public static class TranscriptFiles
{
    /// <summary>The bytes of a file.</summary>
    /// <param name="name">Its name; the ending says its type.</param>
    public static byte[] BytesOf(string name) => [.. HeadOf(name), .. Encoding.UTF8.GetBytes(name)];

    /// <summary>The media type that a platform tells of a file.</summary>
    /// <param name="name">Its name.</param>
    public static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".png" => "image/png",
        ".jpg" => "image/jpeg",
        ".pdf" => "application/pdf",
        ".mp4" => "video/mp4",
        _ => "application/octet-stream",
    };

    private static byte[] HeadOf(string name) => Path.GetExtension(name) switch
    {
        ".png" => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, (byte)'I', (byte)'H', (byte)'D', (byte)'R'],
        ".jpg" => [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0],
        ".pdf" => [.. "%PDF-1.7\n"u8],
        ".mp4" => [.. "\0\0\0\u0018ftypisom\0\0\u0002\0isommp41"u8],
        _ => [],
    };
}
