using System.Globalization;
using NodaTime;
using SourcingBot.Settings;
using SourcingBot.Text;

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
    private const string HolidaysKey = "Reminders:Holidays";
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

    /// <summary>The working calendars: the built-in ones, with the team's own files of the folder <c>Reminders:Holidays</c> over them.</summary>
    /// <param name="settings">The settings; a folder or file that cannot be used is reported there.</param>
    public static WorkingCalendars CalendarsOf(SettingsReader settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Text(HolidaysKey) is not { } folder) return WorkingCalendars.BuiltIn;
        try
        {
            return WorkingCalendars.With(Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f))));
        }
        catch (DataFileException fault)
        {
            settings.Report(HolidaysKey, fault.Message, "files in the shape of holiday-cn, one a country and year");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            settings.Report(HolidaysKey, "a folder that cannot be read", "a folder with a .json file for each country and year");
        }

        return WorkingCalendars.BuiltIn;
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
