using Microsoft.Extensions.Configuration;
using NodaTime;
using SourcingBot.Reminders;
using SourcingBot.Settings;

namespace SourcingBot.Tests.Reminders;

/// <summary>A team's own holiday files.</summary>
public sealed class HolidayFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("holidays").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_adds_another_countrys_holidays()
    {
        File.WriteAllText(Path.Combine(_folder, "de-2027.json"), """{"country": "DE", "year": 2027, "days": [{"name": "Neujahr", "date": "2027-01-01", "isOffDay": true}]}""");
        var settings = Of(_folder);

        Assert.False(ReminderOptions.CalendarsOf(settings).Of("DE").IsWorkingDay(new LocalDate(2027, 1, 1)));
        Assert.Empty(settings.Faults);
    }

    [Fact]
    public void A_wrong_file_and_a_missing_folder_are_told_at_the_start()
    {
        File.WriteAllText(Path.Combine(_folder, "broken.json"), """{"year": "soon"}""");
        var broken = Of(_folder);
        ReminderOptions.CalendarsOf(broken);
        Assert.Contains("broken.json", Assert.Single(broken.Faults).Found, StringComparison.Ordinal);

        var missing = Of(Path.Combine(_folder, "none"));
        ReminderOptions.CalendarsOf(missing);
        Assert.Equal("Reminders:Holidays", Assert.Single(missing.Faults).Key);
    }

    private static SettingsReader Of(string folder) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Reminders:Holidays"] = folder }).Build());
}
