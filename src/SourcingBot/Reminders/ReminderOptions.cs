using System.Globalization;
using NodaTime;
using SourcingBot.Settings;

namespace SourcingBot.Reminders;

/// <summary>How the installation wants its reminders.</summary>
/// <param name="SweepSeconds">The longest time between two looks for due reminders, 1 to 3600 seconds.</param>
/// <param name="QuietHours">The hours, in the reader's zone, in which nobody wants a gentle reminder.</param>
/// <param name="TimeZone">The IANA zone of readers whose own is not known and who did not tell it, or null: then the bot asks.</param>
public sealed record ReminderOptions(int SweepSeconds, QuietHours QuietHours, string? TimeZone)
{
    private const string SweepKey = "Reminders:SweepSeconds";
    private const string QuietKey = "Reminders:QuietHours";
    private const string ZoneKey = "Reminders:TimeZone";
    private const int MostSeconds = 3600;

    /// <summary>What holds without any setting: a look every 15 seconds, quiet from 20:00 to 08:00, no zone.</summary>
    public static ReminderOptions Default { get; } = new(15, QuietHours.Default, null);

    /// <summary>Reads the settings.</summary>
    /// <param name="settings">The settings; what cannot be used is reported there.</param>
    public static ReminderOptions Of(SettingsReader settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new ReminderOptions(SweepOf(settings), QuietOf(settings), ZoneOf(settings));
    }

    private static int SweepOf(SettingsReader settings)
    {
        if (settings.Text(SweepKey) is not { } text) return Default.SweepSeconds;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= MostSeconds) return seconds;
        settings.Report(SweepKey, SettingsReader.Shown(text), "whole seconds from 1 to 3600, as 15");
        return Default.SweepSeconds;
    }

    private static QuietHours QuietOf(SettingsReader settings)
    {
        if (settings.Text(QuietKey) is not { } text) return Default.QuietHours;
        try
        {
            return QuietHours.Parse(text);
        }
        catch (FormatException)
        {
            settings.Report(QuietKey, SettingsReader.Shown(text), "two times as 20:00-08:00; the same time twice for no quiet hours");
            return Default.QuietHours;
        }
    }

    private static string? ZoneOf(SettingsReader settings)
    {
        if (settings.Text(ZoneKey) is not { } text) return null;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is not null) return text;
        settings.Report(ZoneKey, SettingsReader.Shown(text), "a zone of the tz database, as Europe/Berlin or America/Los_Angeles");
        return null;
    }
}
