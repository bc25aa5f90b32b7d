using System.Globalization;
using System.Text;
using NodaTime;
using SourcingBot.Checks;
using SourcingBot.Reminders;
using SourcingBot.Resources;

namespace SourcingBot.Orders;

/// <summary>Writes deadlines as a calendar file (iCalendar, RFC 5545) that every calendar program reads. Pure.</summary>
public static class DeadlineCalendar
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    /// <summary>Bytes of a line before it goes on in the next one (RFC 5545, 3.1).</summary>
    private const int LongestLine = 75;

    /// <summary>The file. An entry keeps its identity while its date moves, so that calendars move it too.</summary>
    /// <param name="deadlines">The deadlines; those that are over, done or moot are left out.</param>
    /// <param name="now">The present.</param>
    public static string Write(IEnumerable<OrderDeadline> deadlines, Instant now)
    {
        ArgumentNullException.ThrowIfNull(deadlines);
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//SourcingBot//Deadlines//EN");
        Line(file, "X-WR-CALNAME:" + Escape(Words.CalendarName));
        foreach (var (order, deadline) in deadlines.Where(d => d.Deadline.Status is DeadlineStatus.Running or DeadlineStatus.Open))
        {
            Line(file, "BEGIN:VEVENT");
            Line(file, $"UID:{OrderNumbers.Key(order.Number)}-{Suppliers.SupplierRow.KeyOf(order.Supplier)}-{deadline.Key.Replace('/', '-')}@sourcingbot");
            Line(file, "DTSTAMP:" + Stamp(now));
            Line(file, "DTSTART:" + Stamp(deadline.Opens ? deadline.Due : deadline.Due - Duration.FromHours(1)));
            Line(file, "DTEND:" + Stamp(deadline.Opens ? deadline.Due + Duration.FromHours(1) : deadline.Due));
            Line(file, "SUMMARY:" + Escape(When.Say(Words.CalendarSummary, deadline.Title, order.Number, order.Supplier)));
            Line(file, "DESCRIPTION:" + Escape(deadline.Do + " " + When.Say(Words.CheckOrderPage, DeadlineText.Rule(deadline))));
            Line(file, "TRANSP:TRANSPARENT");
            if (deadline is { Actor: Party.Buyer, Opens: false })
            {
                Line(file, "BEGIN:VALARM");
                Line(file, "ACTION:DISPLAY");
                Line(file, "DESCRIPTION:" + Escape(deadline.Title));
                Line(file, "TRIGGER:-P1D");
                Line(file, "END:VALARM");
            }

            Line(file, "END:VEVENT");
        }

        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static string Stamp(Instant instant) => instant.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => ShownText.OnOneLine(text)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);

    /// <summary>Folds a line by bytes, never inside a character.</summary>
    private static void Line(StringBuilder file, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                bytes = 1;
            }

            file.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
