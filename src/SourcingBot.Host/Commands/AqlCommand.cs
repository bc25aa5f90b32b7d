using System.CommandLine;
using System.Globalization;
using SourcingBot.Inspection;

namespace SourcingBot.Host.Commands;

/// <summary>`sourcingbot aql`: the sampling plan of a lot, and the chance that it passes.</summary>
internal static class AqlCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        // All as text: what cannot be read is answered in words, with the status that scripts know.
        var lot = new Option<string?>("--lot") { Arity = ArgumentArity.ZeroOrOne, Description = "Pieces in the lot, as 10000." };
        var level = new Option<string>("--level") { Description = $"The inspection level: {string.Join(", ", Aql.Levels)}.", DefaultValueFactory = _ => "II" };
        var aql = new Option<string?>("--aql") { Arity = ArgumentArity.ZeroOrOne, Description = "The acceptable quality limit in percent, as 2.5." };
        var defects = new Option<string?>("--defects") { Description = "The share of defective pieces, as 0.05 or 5%; without it 1, 2.5, 5 and 10 %." };
        var command = new Command("aql", "Says how many pieces to inspect (ISO 2859-1), and how often a bad lot passes.") { lot, level, aql, defects };
        command.SetAction(parsed => Run(parsed.GetValue(lot), parsed.GetValue(level)!, parsed.GetValue(aql), parsed.GetValue(defects)));
        return command;
    }

    private static int Run(string? lotText, string level, string? aqlText, string? defectsText)
    {
        if (!long.TryParse(lotText, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var lot))
            return Refuse($"--lot: {Given(lotText)}. Give the number of pieces as a whole number, for example --lot 10000.");
        if (!decimal.TryParse(aqlText?.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var aql))
            return Refuse($"--aql: {Given(aqlText)}. Give the limit in percent, for example --aql 2.5.");
        if (Share(defectsText) is not { } shares)
            return Refuse($"--defects: {Given(defectsText)}. Give a share from 0 to 1, for example --defects 0.05, or a percentage as 5%.");
        if (Aql.Find(lot, level, aql, out var error) is not { } plan) return Refuse(error!);

        foreach (var line in AqlText.Plan(plan)) Console.WriteLine(line);
        foreach (var share in shares) Console.WriteLine(AqlText.Chance(plan, share));
        return 0;
    }

    private static IReadOnlyList<decimal>? Share(string? text)
    {
        if (text is null) return AqlText.UsualShares;
        var isPercent = text.EndsWith('%');
        if (!decimal.TryParse(isPercent ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        var share = isPercent ? number / 100 : number;
        return share is >= 0 and <= 1 ? [share] : null;
    }

    private static string Given(string? text) => text is null ? "it is missing" : $"“{text}” cannot be used";

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ExitStatus.Unusable;
    }
}
