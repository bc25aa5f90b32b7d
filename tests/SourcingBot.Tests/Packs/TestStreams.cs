namespace SourcingBot.Tests.Packs;

/// <summary>A stream of zeros of a given length, which takes no memory.</summary>
internal class ZeroStream(long length, Action<long>? onRead = null) : Stream
{
    private long _done;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        onRead?.Invoke(_done);
        var read = (int)Math.Min(count, length - _done);
        Array.Clear(buffer, offset, read);
        _done += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>A stream that never ends.</summary>
internal sealed class EndlessStream() : ZeroStream(long.MaxValue);
