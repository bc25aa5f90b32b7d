using System.Globalization;
using NodaTime;
using SourcingBot.Settings;

namespace SourcingBot.Evidence;

/// <summary>Where files are kept, and how many.</summary>
/// <param name="Root">The folder's full path. Several hosts share one folder.</param>
/// <param name="QuotaBytes">The room of each team, in bytes.</param>
public sealed record EvidenceOptions(string Root, long QuotaBytes)
{
    private const string RootKey = "Files:Root";
    private const string QuotaKey = "Files:QuotaMegabytes";
    private const string KeepKey = "Retention:Files";
    private const long DefaultMegabytes = 5 * 1024;
    private const long MostMegabytes = 100L * 1024 * 1024;

    /// <summary>Bytes of a megabyte, as people's file managers count.</summary>
    public const long Megabyte = 1024 * 1024;

    /// <summary>The largest file, in bytes.</summary>
    public long LargestFile { get; init; } = 100 * Megabyte;

    /// <summary>How long the bytes stay after their case was closed, or after they were sent where they belong to none; null: until the case is deleted.</summary>
    public Duration? Keep { get; init; }

    /// <summary>A download that brings nothing for so long is given up.</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A download that takes longer is given up, however steadily it drips.</summary>
    public TimeSpan LongestDownload { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Reads the settings.</summary>
    /// <param name="settings">The settings; what cannot be used is reported there.</param>
    /// <param name="otherwise">The folder where none is set.</param>
    public static EvidenceOptions Of(SettingsReader settings, string otherwise)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new EvidenceOptions(RootOf(settings, otherwise), QuotaOf(settings) * Megabyte) { Keep = KeepOf(settings) };
    }

    private static string RootOf(SettingsReader settings, string otherwise)
    {
        var root = settings.Text(RootKey) ?? otherwise;
        try
        {
            root = Path.GetFullPath(root);
            if (File.Exists(root)) settings.Report(RootKey, "a file", "a folder for files");
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException or PathTooLongException)
        {
            settings.Report(RootKey, "no path", "a folder for files");
        }

        return root;
    }

    private static long QuotaOf(SettingsReader settings)
    {
        if (settings.Text(QuotaKey) is not { } text) return DefaultMegabytes;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes is >= 1 and <= MostMegabytes) return megabytes;
        settings.Report(QuotaKey, SettingsReader.Shown(text), "whole megabytes for each team, as 5120");
        return DefaultMegabytes;
    }

    /// <summary>A case is looked at again for months after it was closed, so that fewer than 30 days are taken for a slip.</summary>
    private static Duration? KeepOf(SettingsReader settings)
    {
        if (settings.Text(KeepKey) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 30 and <= 3650) return Duration.FromDays(days);
        settings.Report(KeepKey, SettingsReader.Shown(text), "whole days after a case was closed, from 30 to 3650; without it files stay until the case is deleted");
        return null;
    }
}
