using System.Globalization;
using System.Text;

namespace SourcingBot.Settings;

/// <summary>A setting that cannot be used.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Found">What was found; never a secret.</param>
/// <param name="Wanted">What is wanted.</param>
public sealed record SettingFault(string Key, string Found, string Wanted);

/// <summary>Settings that cannot be used. The message is for the person who set them and holds no secret.</summary>
/// <param name="faults">All that was found, in the order of reading.</param>
public sealed class InvalidSettingsException(IReadOnlyList<SettingFault> faults) : Exception(Explain(faults))
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<SettingFault> Faults { get; } = faults;

    private static string Explain(IReadOnlyList<SettingFault> faults)
    {
        var text = new StringBuilder();
        text.AppendLine(faults.Count == 1 ? "SourcingBot did not start: one setting cannot be used." : string.Create(CultureInfo.InvariantCulture, $"SourcingBot did not start: {faults.Count} settings cannot be used."));
        foreach (var (key, found, wanted) in faults)
        {
            text.AppendLine().Append("  ").AppendLine(key);
            text.Append("    found   ").AppendLine(found);
            text.Append("    wanted  ").AppendLine(wanted);
        }

        return text.AppendLine().Append("Set them as environment variables (with __ for :), in appsettings.json or as user secrets, then start again.").ToString();
    }
}
