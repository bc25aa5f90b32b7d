using System.IO.Compression;
using System.Text;

namespace SourcingBot.Tests.Evidence;

/// <summary>Small files of every kind.</summary>
internal static class SampleFiles
{
    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 2, 3];

    public static byte[] Png { get; } = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13];

    /// <summary>An archive with entries of these names.</summary>
    public static byte[] Zip(params string[] names) => Zip(names, "x"u8.ToArray(), 1);

    /// <summary>A small archive that holds a gigabyte of zeros.</summary>
    public static byte[] Bomb() => Zip(["a.bin"], new byte[1024 * 1024], 1024);

    public static byte[] Film(string brand) => [0, 0, 0, 24, .. Encoding.ASCII.GetBytes("ftyp" + brand), 0, 0, 0, 0];

    private static byte[] Zip(string[] names, byte[] piece, int times)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                for (var i = 0; i < times; i++) entry.Write(piece);
            }
        }

        return bytes.ToArray();
    }
}

/// <summary>A stream that goes on as the test says.</summary>
/// <param name="next">Fills the buffer.</param>
internal sealed class EndlessStream(Func<Memory<byte>, CancellationToken, ValueTask<int>> next) : Stream
{
    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Given; set => throw new NotSupportedException(); }

    /// <summary>Zeros without end.</summary>
    public static EndlessStream Zeros() => new((buffer, _) => ValueTask.FromResult(buffer.Length));

    /// <summary>Some bytes and then silence.</summary>
    public static EndlessStream FallsSilent()
    {
        var said = false;
        return new EndlessStream(async (buffer, token) =>
        {
            if (said) await Task.Delay(Timeout.Infinite, token);
            said = true;
            return 10;
        });
    }

    /// <summary>Some bytes and then a broken connection.</summary>
    public static EndlessStream BreaksOff()
    {
        var said = false;
        return new EndlessStream((_, _) =>
        {
            if (said) throw new HttpIOException(HttpRequestError.ResponseEnded);
            said = true;
            return ValueTask.FromResult(10);
        });
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await next(buffer, cancellationToken);
        Given += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
