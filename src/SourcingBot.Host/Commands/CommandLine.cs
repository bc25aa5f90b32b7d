using System.CommandLine;

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
        if (args.Length == 0 || args[0] == "serve" || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version")))
            return await ServeCommand.RunAsync(args is ["serve", ..] ? args[1..] : args);

        var root = new RootCommand("Reads suppliers' messages and says when one looks like a scam.")
        {
            new Command("serve", "Runs the bot: chat endpoints and the local page (the default)."),
            CheckCommand.Create(),
            ReadCommand.Create(),
            RulesCommand.Create(),
            MigrateCommand.Create(),
        };
        return await root.Parse(args).InvokeAsync();
    }
}
