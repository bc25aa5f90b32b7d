using System.CommandLine;
using System.Globalization;
using SourcingBot.Checks;
using SourcingBot.Risk;
using SourcingBot.Risk.Training;

namespace SourcingBot.Host.Commands;

/// <summary>`sourcingbot rules train`: trains the score's weights from labelled messages.</summary>
internal static class TrainCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var data = new Argument<FileInfo[]>("DATA") { Arity = ArgumentArity.OneOrMore, Description = "Labelled messages as JSON Lines, one file an author." };
        var output = new Option<FileInfo>("-o", "--output") { Required = true, Description = "The file to write the weights to." };
        var command = new Command("train", "Trains the score from labelled messages, and says how it judges each author when it has not read them.") { data, output };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(data)!, parsed.GetValue(output)!));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo[] files, FileInfo output)
    {
        List<LabelledMessage> messages;
        try
        {
            messages = [.. files.SelectMany(f => LabelledMessage.Read(File.ReadLines(f.FullName), Path.GetFileNameWithoutExtension(f.Name)))];
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{fault.Message} Nothing was trained.");
            return ExitStatus.Unusable;
        }

        if (messages.Select(m => m.Source).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            await Console.Error.WriteLineAsync("Give at least two files by different authors: the chances are calibrated on authors that were left out.");
            return ExitStatus.Unusable;
        }

        messages.AddRange(RuleExampleMessages.All());
        var trainer = new RiskTrainer(messages);
        var unseen = trainer.LeaveOneSourceOut();
        Console.WriteLine($"{"author left out",-18}{"messages",9}{"AUC",8}{"recall at 2 %",15}{"5 %",8}{"10 %",8}{"15 %",8}  of the calm ones");
        var scored = messages.Select((m, i) => (m.Source, Margin: unseen[i][0], Risky: m.Verdict != Verdict.None)).ToList();
        foreach (var author in scored.GroupBy(s => s.Source, StringComparer.Ordinal)) Print(JudgementFigures.Of(author.Key, [.. author.Select(s => (s.Margin, s.Risky))]));
        Print(JudgementFigures.Of("all", [.. scored.Select(s => (s.Margin, s.Risky))]));

        var weights = trainer.Train(unseen);
        PrintDecisions(new LeftOutDecisions(messages, unseen, weights));
        await using var file = File.Create(output.FullName);
        weights.Write(file);
        Console.WriteLine($"{weights.Keys.Length} features, {file.Length / 1024} KiB in {output.FullName}");
        return 0;
    }

    private static void PrintDecisions(LeftOutDecisions decisions)
    {
        Console.WriteLine();
        Console.WriteLine($"{"as shipped, left out",-22}{"recall",8}{"alarms",8}{"stops missed",14}{"stops found",13}{"flag F1",9}{"precision",11}{"recall",8}");
        foreach (var (name, thresholds) in Listening())
        {
            var f = DecisionFigures.Of(decisions.Decide(thresholds));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name,-22}{f.Recall,8:F2}{f.FalseAlarms,8:F2}{f.MissedStops,14:F2}{f.FoundStops,13:F2}{f.FlagF1,9:F2}{f.FlagPrecision,11:F2}{f.FlagRecall,8:F2}"));
        }

        Console.WriteLine();
        Console.WriteLine($"{"chance",-12}{"messages",9}{"told",8}{"risky",8}");
        foreach (var (tenth, count, told, risky) in decisions.Calibration())
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tenth / 10.0:F1} to {(tenth + 1) / 10.0:F1}{string.Empty,2}{count,9}{told,8:F2}{risky,8:F2}"));
        Console.WriteLine();
    }

    private static IEnumerable<(string Name, RiskThresholds Thresholds)> Listening() =>
        from way in new[] { (Name: "asked", Thresholds: RiskThresholds.Asked), (Name: "watching", Thresholds: RiskThresholds.Watching) }
        from sensitivity in Enum.GetValues<Sensitivity>()
        select ($"{way.Name}, {sensitivity.ToString().ToLowerInvariant()}", way.Thresholds.For(sensitivity));

    private static void Print(JudgementFigures f) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{f.Source,-18}{f.Messages,9}{f.Auc,8:F3}{f.RecallAt2,15:F2}{f.RecallAt5,8:F2}{f.RecallAt10,8:F2}{f.RecallAt15,8:F2}"));
}
