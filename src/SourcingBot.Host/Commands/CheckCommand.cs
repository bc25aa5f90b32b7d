using System.CommandLine;
using System.CommandLine.Parsing;
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
        command.Validators.Add(result =>
        {
            if (result.GetValue(lines) && (result.GetValue(text) is not null || result.GetValue(json))) result.AddError("--jsonl takes its messages from standard input and goes with nothing else.");
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var scanner = RiskScanner.BuiltIn.With(OwnRules.OfSettings());
            return parsed.GetValue(lines)
                ? JsonLines.RunAsync((writer, message) => RiskReportJson.Write(writer, message.Id, message.Text, scanner.Scan(message.Text, message.Speaker)), cancellationToken)
                : OneAsync(scanner, parsed.GetValue(text), isWords: parsed.Tokens.Any(t => t.Type == TokenType.DoubleDash), parsed.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static async Task<int> OneAsync(RiskScanner scanner, string? argument, bool isWords, bool asJson, CancellationToken cancellationToken)
    {
        // A misspelt option must not be judged as if a supplier had written it.
        if (argument is not null && !isWords && LooksLikeOption(argument))
        {
            await Console.Error.WriteLineAsync($"There is no option {argument}. To check just these words, write: sourcingbot check -- {argument}");
            return ExitStatus.Unusable;
        }

        var (text, problem) = await MessageInput.ReadAsync(argument, cancellationToken);
        if (text is null)
        {
            await Console.Error.WriteLineAsync(problem);
            return ExitStatus.Unusable;
        }

        var report = scanner.Scan(text);
        if (asJson) JsonLines.Print(writer => RiskReportJson.Write(writer, null, text, report));
        else TerminalCard.Print(CheckAnswer.Build(report, text, Audience.AskerOnly));
        return ExitStatus.Of(report);
    }

    private static bool LooksLikeOption(string message) =>
        message.Length > 1 && message[0] == '-' && message.AsSpan().TrimStart('-') is { Length: > 0 } name && char.IsAsciiLetter(name[0]) && !message.Any(char.IsWhiteSpace);
}
