using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace SourcingBot.Host.Commands;

/// <summary>Cuts a stream into lines with bounded memory.</summary>
internal static class Utf8Lines
{
    /// <summary>The lines without their ends; null for a line that is too long, which is passed over.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="longest">The longest line in bytes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>?> ReadAsync(
        Stream stream, int longest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var passingOver = false;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var line = rest.Slice(0, end);
                rest = rest.Slice(rest.GetPosition(1, end));
                if (!passingOver) yield return line.Length > longest ? null : line.ToArray();
                passingOver = false;
            }

            if (rest.Length > longest && !passingOver)
            {
                yield return null;
                passingOver = true;
            }

            if (read.IsCompleted)
            {
                if (!rest.IsEmpty && !passingOver) yield return rest.ToArray();
                break;
            }

            reader.AdvanceTo(passingOver ? rest.End : rest.Start, rest.End);
        }

        await reader.CompleteAsync();
    }
}
