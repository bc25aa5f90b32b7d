using SourcingBot.Settings;

namespace SourcingBot.Risk.OwnRules;

/// <summary>Where a team's own rules are.</summary>
/// <param name="Folder">The folder; null for none.</param>
public sealed record OwnRuleOptions(string? Folder)
{
    /// <summary>The setting.</summary>
    public const string Key = "Rules:Directory";

    /// <summary>Without a setting.</summary>
    public static OwnRuleOptions None { get; } = new((string?)null);

    /// <summary>From the settings.</summary>
    /// <param name="settings">The settings; a folder that is not there is reported.</param>
    public static OwnRuleOptions Of(SettingsReader settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Text(Key) is not { } folder) return None;
        if (Directory.Exists(folder)) return new OwnRuleOptions(Path.GetFullPath(folder));
        settings.Report(Key, "a folder that is not there", "a folder with your own rules, one YAML file each");
        return None;
    }
}
