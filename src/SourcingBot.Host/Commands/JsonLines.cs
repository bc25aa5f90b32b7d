using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SourcingBot.Risk;

namespace SourcingBot.Host.Commands;

/// <summary>JSON Lines in and out: one line a message, in the same order, each written as soon as it is read.</summary>
internal static class JsonLines
{
    /// <summary>A longer line is not a chat message.</summary>
    private const int LongestLine = 4 * 1024 * 1024;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Some programs put it at the start of a file; it is no part of the first line.</summary>
    private static ReadOnlySpan<byte> ByteOrderMark => "\ufeff"u8;

    /// <summary>A message of a line.</summary>
    /// <param name="Id">The caller's id, or null.</param>
    /// <param name="Text">The words.</param>
    /// <param name="Speaker">Who wrote them.</param>
    internal readonly record struct Message(string? Id, string Text, Speaker Speaker);

    /// <summary>Reads standard input to its end. A line that cannot be read gives an error line, and the rest goes on.</summary>
    /// <param name="write">Writes the object of a message.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<int> RunAsync(Action<Utf8JsonWriter, Message> write, CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        await using var writer = new Utf8JsonWriter(buffer, Readable);
        var number = 0;
        await foreach (var line in Utf8Lines.ReadAsync(input, LongestLine, cancellationToken))
        {
            number++;
            var words = number == 1 && line is { } first && first.Span.StartsWith(ByteOrderMark) ? first[ByteOrderMark.Length..] : line;
            if (words is { } bytes && bytes.Span.Trim(" \t\r"u8).IsEmpty) continue;
            writer.Reset(buffer);
            if (words is not { } whole) WriteError(writer, number, "the line is longer than 4 MiB");
            else if (Parse(whole, out var message) is { } problem) WriteError(writer, number, problem);
            else write(writer, message);
            await writer.FlushAsync(cancellationToken);
            buffer.Write("\n"u8);
            await output.WriteAsync(buffer.WrittenMemory, cancellationToken);
            buffer.ResetWrittenCount();
        }

        await output.FlushAsync(cancellationToken);
        return 0;
    }

    /// <summary>Prints one object on standard output.</summary>
    /// <param name="write">Writes it.</param>
    public static void Print(Action<Utf8JsonWriter> write)
    {
        using var output = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(output, Readable)) write(writer);
        output.Write("\n"u8);
    }

    private static void WriteError(Utf8JsonWriter writer, int line, string problem)
    {
        writer.WriteStartObject();
        writer.WriteNumber("line", line);
        writer.WriteString("error", problem);
        writer.WriteEndObject();
    }

    /// <summary>What is wrong with the line, or null and its message.</summary>
    private static string? Parse(ReadOnlyMemory<byte> line, out Message message)
    {
        message = default;
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return "the line is not a JSON object";
            if (!root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String) return "\"text\" is missing or not a string";
            string? id = null;
            if (root.TryGetProperty("id", out var given) && !TryReadId(given, out id)) return "\"id\" is neither a string nor a number";
            var speaker = Speaker.Unknown;
            if (root.TryGetProperty("speaker", out var who) && !TryReadSpeaker(who, out speaker)) return "\"speaker\" is not one of supplier, buyer, forwarder, unknown";
            message = new Message(id, text.GetString()!, speaker);
            return null;
        }
        catch (JsonException)
        {
            return "the line is not JSON";
        }
        catch (InvalidOperationException)
        {
            return "a string holds half a character (a lone surrogate)";
        }
    }

    private static bool TryReadId(JsonElement given, out string? id)
    {
        id = given.ValueKind switch { JsonValueKind.String => given.GetString(), JsonValueKind.Number => given.GetRawText(), _ => null };
        return id is not null || given.ValueKind == JsonValueKind.Null;
    }

    private static bool TryReadSpeaker(JsonElement given, out Speaker speaker)
    {
        (var isKnown, speaker) = (given.ValueKind == JsonValueKind.String ? given.GetString() : null) switch
        {
            "supplier" => (true, Speaker.Supplier),
            "buyer" => (true, Speaker.Buyer),
            "forwarder" => (true, Speaker.Forwarder),
            "unknown" => (true, Speaker.Unknown),
            _ => (false, Speaker.Unknown),
        };
        return isKnown;
    }
}
