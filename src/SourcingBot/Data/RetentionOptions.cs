using System.Globalization;
using SourcingBot.Settings;

namespace SourcingBot.Data;

/// <summary>How long the installation keeps words.</summary>
/// <param name="MessageDays">How long messages and their answers are kept, in days since they came or were written.</param>
public sealed record RetentionOptions(int MessageDays)
{
    private const string MessagesKey = "Retention:Messages";

    /// <summary>A platform may deliver an event again for a day; it must still be known by then.</summary>
    private const int FewestDays = 2;

    private const int MostDays = 3650;

    /// <summary>What holds without any setting: 90 days.</summary>
    public static RetentionOptions Default { get; } = new(90);

    /// <summary>Reads the settings.</summary>
    /// <param name="settings">The settings; what cannot be used is reported there.</param>
    public static RetentionOptions Of(SettingsReader settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Text(MessagesKey) is not { } text) return Default;
        var number = text.EndsWith("days", StringComparison.OrdinalIgnoreCase) ? text[..^"days".Length].TrimEnd() : text;
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= FewestDays and <= MostDays) return new RetentionOptions(days);
        settings.Report(MessagesKey, SettingsReader.Shown(text), "whole days from 2 to 3650, as 90");
        return Default;
    }
}
