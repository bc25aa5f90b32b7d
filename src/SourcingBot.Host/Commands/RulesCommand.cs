using System.CommandLine;
using SourcingBot.Risk;

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
            if (parsed.GetValue(json)) JsonLines.Print(WriteAll);
            else foreach (var rule in RiskRules.All) Console.WriteLine($"{rule.Id,-30}{rule.Category,-28}{rule.Severity.ToString().ToLowerInvariant(),-10}{rule.Title}");
            return 0;
        });
        return command;
    }

    private static Command TestCommand()
    {
        var command = new Command("test", "Runs every rule's own examples.");
        command.SetAction(_ =>
        {
            var wrong = RiskRules.All.SelectMany(RuleExamples.Wrong).ToList();
            foreach (var line in wrong) Console.WriteLine(line);
            Console.WriteLine($"{RiskRules.All.Count} rules, {RiskRules.All.Sum(r => r.Fires.Count + r.Silent.Count)} examples, {wrong.Count} wrong");
            return wrong.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static void WriteAll(System.Text.Json.Utf8JsonWriter json)
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

        json.WriteEndArray();
    }
}
