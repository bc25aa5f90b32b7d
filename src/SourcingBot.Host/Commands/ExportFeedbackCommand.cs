using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using SourcingBot.Data;
using SourcingBot.Feedback;

namespace SourcingBot.Host.Commands;

/// <summary>`sourcingbot rules export-feedback`: writes what people said of answers as labelled messages for `rules train`.</summary>
internal static class ExportFeedbackCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var command = new Command("export-feedback", "Writes what people said of answers as labelled messages, JSON Lines, for `rules train`.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var app = ServeCommand.Configure([]).Build();
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                return await RefuseAsync("The database of ConnectionStrings:SourcingBot is new, or of an older version. Start the bot once, or run sourcingbot migrate.");
            var lines = FeedbackExport.Lines(await db.Feedback.AsNoTracking().ToListAsync(cancellationToken), out var contradicted, out var unnamed);
            foreach (var line in lines) Console.WriteLine(line.ToJson());
            await Console.Error.WriteLineAsync($"{lines.Count} {(lines.Count == 1 ? "message" : "messages")}; left out: {contradicted} of which people disagree, {unnamed} without a kind of risk.");
            return 0;
        }
        catch (Exception fault) when (StartFaults.Explain(fault) is { } words)
        {
            return await RefuseAsync(words);
        }
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return ExitStatus.Unusable;
    }
}
