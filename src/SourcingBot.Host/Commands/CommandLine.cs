using System.CommandLine;
using System.CommandLine.Invocation;

namespace SourcingBot.Host.Commands;

/// <summary>The program's commands. Without one it serves.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <returns>The exit status.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        // Serving takes the web server's own arguments (--urls …), which are not ours to parse.
        var serves = args.Length == 0 || args[0] == "serve" || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] != "--version");
        if (serves && !args.Any(a => a is "--help" or "-h" or "-?"))
            return await ServeCommand.RunAsync(args is ["serve", ..] ? args[1..] : args);

        var root = new RootCommand("Reads suppliers' messages and says when one looks like a scam.")
        {
            new Command("serve", "Runs the bot: chat endpoints and the local page (the default)."),
            CheckCommand.Create(),
            ReadCommand.Create(),
            RulesCommand.Create(),
            AqlCommand.Create(),
            PackCommand.Create(),
            MigrateCommand.Create(),
        };
        var parsed = root.Parse(args);
        return parsed.Action is ParseErrorAction ? await RefuseAsync(parsed) : await parsed.InvokeAsync();
    }

    private static async Task<int> RefuseAsync(ParseResult parsed)
    {
        foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
        var command = parsed.CommandResult.Command;
        var path = command is RootCommand ? "sourcingbot" : "sourcingbot " + command.Name;
        await Console.Error.WriteLineAsync($"See {path} --help");
        return ExitStatus.Unusable;
    }
}
