using System.CommandLine;
using SourcingBot.Host.Storage;

namespace SourcingBot.Host.Commands;

/// <summary>`sourcingbot migrate`: brings the database to this version.</summary>
internal static class MigrateCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the database to this version.");
        command.SetAction(async (_, cancellationToken) =>
        {
            try
            {
                await using var app = ServeCommand.Configure([]).Build();
                await app.Services.MigrateAsync(cancellationToken);
                Console.WriteLine("The database is at this version.");
                return 0;
            }
            catch (Exception fault) when (StartFaults.Explain(fault) is { } words)
            {
                await Console.Error.WriteLineAsync(words);
                return ExitStatus.Unusable;
            }
        });
        return command;
    }
}
