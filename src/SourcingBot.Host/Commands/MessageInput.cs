using System.Text;

namespace SourcingBot.Host.Commands;

/// <summary>Takes one message from the command line.</summary>
internal static class MessageInput
{
    /// <summary>A paste is at most some thousand characters; a file by mistake is not read whole.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <summary>The argument, or all of standard input; null where there is nothing or it is not UTF-8 text.</summary>
    /// <param name="argument">The argument, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<string?> ReadAsync(string? argument, CancellationToken cancellationToken)
    {
        var text = argument;
        if (text is null)
        {
            using var bytes = new MemoryStream();
            await using var input = Console.OpenStandardInput();
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = await input.ReadAsync(buffer, cancellationToken)) > 0)
            {
                await bytes.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                if (bytes.Length > MostBytes) return null;
            }

            try
            {
                text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
            }
            catch (DecoderFallbackException)
            {
                return null;
            }
        }

        text = text.TrimStart('\ufeff');
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
