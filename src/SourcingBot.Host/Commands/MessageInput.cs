using System.Text;

namespace SourcingBot.Host.Commands;

/// <summary>Takes one message from the command line.</summary>
internal static class MessageInput
{
    /// <summary>A paste is at most some thousand characters; a file by mistake is not read whole.</summary>
    private const int MostBytes = 1024 * 1024;

    private const string Nothing = "There is nothing to check. Give the message as an argument, or on standard input.";
    private const string TooMuch = "That is more than 1 MiB and no message. Give the message alone.";
    private const string NotText = "That is not UTF-8 text. Save the message as plain text in UTF-8; a picture or a document cannot be read.";

    /// <summary>The argument, or all of standard input.</summary>
    /// <param name="argument">The argument, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The message; or null and what is wrong, for the person.</returns>
    public static async Task<(string? Text, string Problem)> ReadAsync(string? argument, CancellationToken cancellationToken)
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
                if (bytes.Length > MostBytes) return (null, TooMuch);
            }

            try
            {
                text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
            }
            catch (DecoderFallbackException)
            {
                return (null, NotText);
            }
        }

        text = text.TrimStart('\ufeff');
        return (string.IsNullOrWhiteSpace(text) ? null : text, Nothing);
    }
}
