using SourcingBot.Risk.OwnRules;
using SourcingBot.Settings;

namespace SourcingBot.Host.Commands;

/// <summary>A team's own rules, for commands that run without the host.</summary>
internal static class OwnRules
{
    /// <summary>The rules of the folder that <c>Rules:Directory</c> names, or none. Faults are told on standard error and hold nothing up.</summary>
    public static OwnRuleBook OfSettings()
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().Build();
        var reader = new SettingsReader(settings);
        var book = new OwnRuleBook(OwnRuleOptions.Of(reader).Folder);
        foreach (var fault in reader.Faults) Console.Error.WriteLine(fault);
        foreach (var fault in book.Faults) Console.Error.WriteLine(fault);
        return book;
    }
}
