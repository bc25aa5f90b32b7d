using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using SourcingBot.Cases;
using SourcingBot.Data;
using SourcingBot.Packs;

namespace SourcingBot.Host.Commands;

/// <summary>`sourcingbot pack`: writes the evidence pack of a dispute.</summary>
internal static class PackCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("CASE") { Description = "The case's name as D-7KQ2, or its id." };
        var to = new Option<string?>("--output", "-o") { Description = "The ZIP file to write; without it the case's name in this folder." };
        var force = new Option<bool>("--force") { Description = "Overwrites a file that is there already." };
        var command = new Command("pack", "Writes the evidence pack of a dispute: claim statement, timeline, index and exhibits as one ZIP.") { name, to, force };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(name)!, parsed.GetValue(to), parsed.GetValue(force), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string name, string? to, bool overwrites, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = ServeCommand.Configure([]).Build();
            await using var scope = app.Services.CreateAsyncScope();

            // Whoever only reads does not change the database under a bot of another version.
            if ((await scope.ServiceProvider.GetRequiredService<SourcingDbContext>().Database.GetPendingMigrationsAsync(cancellationToken)).Any())
                return await RefuseAsync("The database of ConnectionStrings:SourcingBot is new, or of an older version. Start the bot once, or run sourcingbot migrate.");
            var packs = scope.ServiceProvider.GetRequiredService<CasePacks>();
            if (await packs.FindAsync(name, cancellationToken) is not { } stored)
                return await RefuseAsync($"There is no case “{name}” in this database. Give its name as its card shows it, for example D-7KQ2, and look whether ConnectionStrings:SourcingBot names the right database.");
            if (!CasePacks.HasPack(stored)) return await RefuseAsync($"{stored.Row.Name} is not a dispute; only disputes have an evidence pack.");
            return await WriteAsync(packs, stored, to ?? CasePacks.NameOf(stored), overwrites, cancellationToken);
        }
        catch (Exception fault) when (StartFaults.Explain(fault) is { } words)
        {
            return await RefuseAsync(words);
        }
    }

    private static async Task<int> WriteAsync(CasePacks packs, StoredCase stored, string to, bool overwrites, CancellationToken cancellationToken)
    {
        if (Directory.Exists(to)) to = Path.Combine(to, CasePacks.NameOf(stored));
        if (File.Exists(to) && !overwrites) return await RefuseAsync($"{to} is there already. Choose another name with -o, or add --force to overwrite it.");

        // Under another name until it is whole: what has the right name can be sent.
        var unfinished = to + ".part";
        try
        {
            PackReport report;
            await using (var zip = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.None)) report = await packs.WriteAsync(stored, zip, cancellationToken);
            File.Move(unfinished, to, overwrites);
            Console.WriteLine($"Wrote {to}: {report.Exhibits} {(report.Exhibits == 1 ? "exhibit" : "exhibits")}.");
            foreach (var warning in report.Warnings) Console.WriteLine("- " + warning);
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return await RefuseAsync($"{to} cannot be written: {fault.Message}");
        }
        finally
        {
            try
            {
                File.Delete(unfinished);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // The folder is not there or not ours; that was told already.
            }
        }
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return ExitStatus.Unusable;
    }
}
