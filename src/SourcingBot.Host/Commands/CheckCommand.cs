using System.CommandLine;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Risk;

namespace SourcingBot.Host.Commands;

/// <summary>`sourcingbot check`: reads one message, or many as JSON Lines.</summary>
internal static class CheckCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var text = new Argument<string?>("TEXT") { Arity = ArgumentArity.ZeroOrOne, Description = "The message; without it, all of standard input." };
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        var lines = new Option<bool>("--jsonl") { Description = "JSON Lines from standard input, JSON Lines out." };
        var command = new Command("check", "Says whether a supplier's message looks risky.") { text, json, lines };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(lines)
            ? JsonLines.RunAsync((writer, message) =>
                RiskReportJson.Write(writer, message.Id, message.Text, RiskScanner.BuiltIn.Scan(message.Text, message.Speaker)), cancellationToken)
            : OneAsync(parsed.GetValue(text), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> OneAsync(string? argument, bool asJson, CancellationToken cancellationToken)
    {
        if (await MessageInput.ReadAsync(argument, cancellationToken) is not { } text)
        {
            await Console.Error.WriteLineAsync("There is nothing to check. Give the message as an argument, or on standard input as UTF-8 text.");
            return ExitStatus.Unusable;
        }

        var report = RiskScanner.BuiltIn.Scan(text);
        if (asJson) JsonLines.Print(writer => RiskReportJson.Write(writer, null, text, report));
        else TerminalCard.Print(CheckAnswer.Build(report, text, Audience.AskerOnly));
        return ExitStatus.Of(report.Verdict);
    }
}
