using System.CommandLine;
using SourcingBot.Quotes;

namespace SourcingBot.Host.Commands;

/// <summary>`sourcingbot read`: only the facts of each message.</summary>
internal static class ReadCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var lines = new Option<bool>("--jsonl") { Description = "JSON Lines from standard input, JSON Lines out (the only form)." };
        var command = new Command("read", "Reads the facts of messages: money, quantities, terms, dates.") { lines };
        command.SetAction((_, cancellationToken) => JsonLines.RunAsync(
            (writer, message) =>
            {
                writer.WriteStartObject();
                if (message.Id is not null) writer.WriteString("id", message.Id);
                writer.WritePropertyName("facts");
                QuoteJson.Write(writer, QuoteReader.Read(message.Text));
                writer.WriteEndObject();
            },
            cancellationToken));
        return command;
    }
}
