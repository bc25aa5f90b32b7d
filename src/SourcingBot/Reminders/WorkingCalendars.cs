using NodaTime;
using SourcingBot.Text;

namespace SourcingBot.Reminders;

/// <summary>The working calendars by country. A country without a file has weekends (Saturday and Sunday) alone.</summary>
public sealed class WorkingCalendars
{
    private const string Prefix = "SourcingBot.Reminders.Holidays.";
    private static readonly IsoDayOfWeek[] SaturdayAndSunday = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];
    private static readonly WorkingCalendar WeekendsAlone = new("", SaturdayAndSunday, [], [], null);
    private static readonly Lazy<WorkingCalendars> LazyBuiltIn = new(() => With([]));
    private readonly Dictionary<string, WorkingCalendar> _byCountry;

    private WorkingCalendars(Dictionary<string, WorkingCalendar> byCountry) => _byCountry = byCountry;

    /// <summary>The calendars that are part of the program: China, 2026 as announced and later years computed.</summary>
    public static WorkingCalendars BuiltIn => LazyBuiltIn.Value;

    /// <summary>The built-in calendars with files over them; a file replaces its country's year, a later file an earlier one.</summary>
    /// <param name="files">
    /// Name and JSON text of each file, in the shape of holiday-cn (year, days of name, date and isOffDay), with "country" where
    /// it is not China and "weekend" where it is not Saturday and Sunday. A file without days, as holiday-cn has it for a year
    /// that is not announced yet, replaces nothing.
    /// </param>
    /// <exception cref="DataFileException">A file is wrong; the message names file and place.</exception>
    public static WorkingCalendars With(IEnumerable<(string Name, string Json)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var builtIn = Resource.Under(Prefix).Select(name => (Name: name[Prefix.Length..], Json: Resource.All(name)));
        var read = builtIn.Concat(files).Select(f => HolidayFile.Read(f.Name, f.Json)).ToList();
        var calendars = read.GroupBy(f => f.Country, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Of(g.Key, [.. g]), StringComparer.Ordinal);
        return new WorkingCalendars(calendars);
    }

    /// <summary>The calendar of a country.</summary>
    /// <param name="country">ISO 3166 two letters, any case; null means weekends alone.</param>
    public WorkingCalendar Of(string? country) =>
        country is not null && _byCountry.TryGetValue(country.ToUpperInvariant(), out var calendar) ? calendar : WeekendsAlone;

    private static WorkingCalendar Of(string country, List<HolidayFile> files)
    {
        var announced = files.Where(f => f.Days.Count > 0).GroupBy(f => f.Year).Select(g => g.Last()).OrderBy(f => f.Year).ToList();
        var days = new Dictionary<LocalDate, SpecialDay>();

        // A year's file may hold days of the December before it, and knows them better than the file of that year.
        foreach (var day in announced.SelectMany(f => f.Days)) days[day.Date] = day;
        var weekend = files.LastOrDefault(f => f.Weekend.Count > 0)?.Weekend ?? SaturdayAndSunday;
        return new WorkingCalendar(country, weekend, days.Values, announced.Select(f => f.Year), country == "CN" ? ChineseHolidays.Estimate : null);
    }
}
