using NodaTime;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Quotes;
using SourcingBot.Resources;

namespace SourcingBot.Packs;

/// <summary>Says the values of a case file in the words of its documents.</summary>
internal static class PackSay
{
    private static readonly string[] NoCents = ["JPY", "KRW", "VND", "CLP"];
    private static readonly string[] SizeUnits = ["bytes", "KB", "MB", "GB"];

    /// <summary>"USD 1,234.50".</summary>
    /// <param name="money">The amount.</param>
    public static string Amount(Money money) =>
        When.Say(NoCents.Contains(money.Currency, StringComparer.Ordinal) ? "{0} {1:#,0.####}" : "{0} {1:#,0.00##}", money.Currency, money.Amount);

    /// <summary>"E01, E02", or an empty text.</summary>
    /// <param name="numbers">The exhibits' numbers.</param>
    public static string Exhibits(IEnumerable<int> numbers) => string.Join(", ", numbers.Distinct().Order().Select(Exhibit.LabelOf));

    /// <summary>"2.4 MB".</summary>
    /// <param name="bytes">The size.</param>
    public static string Size(long bytes)
    {
        var unit = 0;
        decimal size = bytes;
        for (; size >= 1024 && unit < SizeUnits.Length - 1; unit++) size /= 1024;
        return When.Say(unit == 0 || size >= 100 ? "{0:0} {1}" : "{0:0.#} {1}", size, SizeUnits[unit]);
    }

    /// <summary>"Thu 12 Nov 2026, 14:05", or the day alone where the hour is not known.</summary>
    /// <param name="moment">What happened.</param>
    public static string Moment(CaseMoment moment) => moment.On.Instant is { } instant
        ? When.Say(Words.WhenFrom, When.Weekday(instant.InZone(moment.Zone).Date), instant.InZone(moment.Zone).TimeOfDay.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture))
        : When.Weekday(moment.On.DateIn(moment.Zone));

    /// <summary>"26 Nov 2026 (Europe/Berlin)".</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="zone">The zone.</param>
    public static string DayIn(Instant instant, DateTimeZone zone) => When.Say(Words.PackDayInZone, When.Day(instant.InZone(zone).Date), zone.Id);

    /// <summary>What stands behind the order.</summary>
    /// <param name="protection">The protection.</param>
    public static string Protected(Protection protection) => protection switch
    {
        Protection.Wholesale => Words.ProtectionWholesale,
        Protection.Offline => Words.ProtectionOffline,
        _ => Words.PackTradeAssurance,
    };

    /// <summary>The name of a group of exhibits.</summary>
    /// <param name="kind">The group.</param>
    public static string Group(ExhibitKind kind) => kind switch
    {
        ExhibitKind.Photos => Words.PackPhotos,
        ExhibitKind.Videos => Words.PackVideos,
        ExhibitKind.Messages => Words.PackMessages,
        ExhibitKind.Payments => Words.PackPayments,
        ExhibitKind.Reports => Words.PackReports,
        ExhibitKind.Tracking => Words.PackTracking,
        _ => Words.PackDocuments,
    };

    /// <summary>The order in one line: number, supplier, goods, amount, term, day; null where nothing is known.</summary>
    /// <param name="file">The case.</param>
    public static string? OrderLine(CaseFile file)
    {
        string?[] parts =
        [
            file.OrderNumber is { } number ? When.Say(Words.PackOrderNumbered, number) : null, file.Supplier, file.Goods,
            file.OrderAmount is { } amount ? Amount(amount) : null, file.Incoterm is { } term ? Term(term) : null,
            file.OrderedOn is { } day ? When.Say(Words.PackOrderedOnDay, When.Day(day)) : null,
        ];
        var line = string.Join(", ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
        return line.Length == 0 ? null : PlainText.OnOneLine(line) + ".";
    }

    /// <summary>"FOB Ningbo".</summary>
    /// <param name="term">The trade term.</param>
    public static string Term(Incoterm term) => term.Place is { } place ? $"{term.Term} {place}" : term.Term;
}
