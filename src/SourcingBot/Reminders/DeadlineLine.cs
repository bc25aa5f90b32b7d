using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Reminders;

/// <summary>Says a deadline in one line of a list: title, order, date in the reader's zone, days left.</summary>
internal static class DeadlineLine
{
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM uuuu");

    /// <summary>The line.</summary>
    /// <param name="one">The deadline and its order.</param>
    public static string Of(OrderDeadline one)
    {
        var (order, deadline) = one;
        return Format(Words.ListedDeadline, deadline.Title, order.Number, order.Supplier, WhenOf(order, deadline));
    }

    /// <summary>The lines of a list, and how many more there are where it is long.</summary>
    /// <param name="list">The deadlines, most urgent first.</param>
    /// <param name="most">How many lines at most, the one that counts the rest not counted.</param>
    public static IReadOnlyList<string> Of(IReadOnlyCollection<OrderDeadline> list, int most)
    {
        var lines = list.Take(most).Select(Of);
        return list.Count > most ? [.. lines, Format(Words.ListedMore, Number(list.Count - most))] : [.. lines];
    }

    /// <summary>Fills the gaps of a text.</summary>
    internal static string Format(string text, params string[] values) => string.Format(CultureInfo.InvariantCulture, text, [.. values]);

    /// <summary>A day: "Wed 1 Jul 2026".</summary>
    internal static string Day(LocalDate date) => DayPattern.Format(date);

    /// <summary>A count.</summary>
    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string WhenOf(Order order, Deadline deadline)
    {
        var zone = (order.ReaderZone is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null) ?? DateTimeZone.Utc;

        // The end of a day belongs to that day.
        var date = Day((deadline.Opens ? deadline.Due : deadline.Due - Duration.Epsilon).InZone(zone).Date);
        return deadline.Status switch
        {
            DeadlineStatus.Expired or DeadlineStatus.LateAtEntry => Format(Words.ListedWasOver, date),
            DeadlineStatus.Open => Format(Words.ListedIsOpen, date),
            _ when deadline.Opens => Format(Words.ListedOpens, date),
            _ => Format(Words.ListedBy, date, LeftOf(deadline.DaysLeft)),
        };
    }

    private static string LeftOf(int days) => days switch
    {
        <= 0 => Words.ListedToday,
        1 => Words.ListedOneDay,
        _ => Format(Words.ListedDays, Number(days)),
    };
}
