using System.CommandLine;
using SourcingBot.Risk;
using SourcingBot.Risk.OwnRules;

namespace SourcingBot.Host.Commands;

/// <summary>`sourcingbot rules`: lists the rules, or runs their own examples.</summary>
internal static class RulesCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("rules", "Lists the rules.") { json, TestCommand(), TrainCommand.Create(), ExportFeedbackCommand.Create() };
        command.SetAction(parsed =>
        {
            var own = OwnRules.OfSettings().Rules;
            if (parsed.GetValue(json))
            {
                JsonLines.Print(writer => WriteAll(writer, own));
                return 0;
            }

            foreach (var rule in RiskRules.All) Console.WriteLine($"{rule.Id,-30}{rule.Category,-28}{rule.Severity.ToString().ToLowerInvariant(),-10}{rule.Title}");
            foreach (var rule in own) Console.WriteLine($"{rule.Id,-30}{rule.Category,-28}{rule.Severity.ToString().ToLowerInvariant(),-10}{rule.Title} (your own, {rule.File})");
            return 0;
        });
        return command;
    }

    private static Command TestCommand()
    {
        var folder = new Argument<DirectoryInfo?>("DIR") { Arity = ArgumentArity.ZeroOrOne, Description = "A folder with your own rules; without it that of Rules:Directory, if set." };
        var command = new Command("test", "Runs every rule's own examples, those of your own rules too.") { folder };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(folder) is { Exists: false } missing)
            {
                Console.Error.WriteLine($"There is no folder {missing.FullName}. Give a folder with your own rules, one YAML file each.");
                return ExitStatus.Unusable;
            }

            var own = parsed.GetValue(folder) is { } given ? new OwnRuleBook(given.FullName) : OwnRules.OfSettings();
            List<string> wrong = [.. RiskRules.All.SelectMany(RuleExamples.Wrong), .. own.Faults.Select(f => f.ToString()), .. OwnRuleExamples.Wrong(own)];
            foreach (var line in wrong) Console.WriteLine(line);
            var examples = RiskRules.All.Sum(r => r.Fires.Count + r.Silent.Count) + own.Rules.Sum(r => r.Fires.Count + r.Silent.Count);
            Console.WriteLine($"{RiskRules.All.Count} rules, {own.Rules.Count} of your own, {examples} examples, {wrong.Count} wrong");
            return wrong.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static void WriteAll(System.Text.Json.Utf8JsonWriter json, IReadOnlyList<OwnRule> own)
    {
        json.WriteStartArray();
        foreach (var rule in RiskRules.All)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Id);
            json.WriteString("category", rule.Category);
            json.WriteString("severity", rule.Severity.ToString().ToLowerInvariant());
            json.WriteString("title", rule.Title);
            json.WriteString("why", rule.Why);
            json.WriteString("do", rule.Do);
            json.WriteString("reply", rule.Reply);
            json.WriteString("source", rule.Source);
            json.WriteEndObject();
        }

        foreach (var rule in own)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Id);
            json.WriteString("category", rule.Category);
            json.WriteString("severity", rule.Severity.ToString().ToLowerInvariant());
            json.WriteString("title", rule.Title);
            json.WriteString("why", rule.Why);
            json.WriteString("do", rule.Do);
            json.WriteString("reply", rule.Reply);
            json.WriteString("source", rule.Source);
            json.WriteString("file", rule.File);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
