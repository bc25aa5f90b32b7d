using NodaTime;
using SourcingBot.Text;

namespace SourcingBot.Reminders;

/// <summary>The special days of one country and year, as a file states them.</summary>
/// <param name="Country">The country, ISO 3166 two letters in capitals.</param>
/// <param name="Year">The year.</param>
/// <param name="Days">The days; empty when none is announced yet.</param>
/// <param name="Weekend">The days off of a week; empty for Saturday and Sunday.</param>
internal sealed record HolidayFile(string Country, int Year, IReadOnlyList<SpecialDay> Days, IReadOnlyList<IsoDayOfWeek> Weekend)
{
    /// <summary>Reads a file in the shape of holiday-cn.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="DataFileException">It is wrong; the message names file and place.</exception>
    public static HolidayFile Read(string file, string json)
    {
        var root = DataNode.Parse(file, json);
        root.Only("$schema", "$id", "country", "year", "papers", "weekend", "days");
        var year = root.Get("year").Number(1900, 2200);
        var days = new List<SpecialDay>();
        foreach (var node in root.Get("days").Items())
        {
            node.Only("name", "date", "isOffDay");
            var date = node.Get("date").Date();

            // A block at the turn of the year may begin in the December before.
            if (date.Year != year && date.Year != year - 1) throw node.Get("date").Wrong($"a date in {year}");
            if (days.Exists(d => d.Date == date)) throw node.Get("date").Wrong("a date that does not stand here already");
            days.Add(new SpecialDay(date, node.Get("name").Text(), node.Get("isOffDay").Flag()));
        }

        IReadOnlyList<IsoDayOfWeek> weekend = root.Find("weekend") is { } found ? [.. found.Items().Select(n => n.OneOf<IsoDayOfWeek>()).Where(d => d != IsoDayOfWeek.None)] : [];
        if (weekend.Count == 7) throw root.Get("weekend").Wrong("at least one working day in a week");
        return new HolidayFile(CountryOf(root.Find("country")), year, days, weekend);
    }

    private static string CountryOf(DataNode? node)
    {
        if (node is not { } found) return "CN";
        var country = found.Text().ToUpperInvariant();
        return country.Length == 2 && country.All(char.IsAsciiLetterUpper) ? country : throw found.Wrong("a country's two letters as \"US\"");
    }
}
