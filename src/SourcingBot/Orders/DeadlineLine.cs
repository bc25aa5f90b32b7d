using SourcingBot.Checks;
using SourcingBot.Reminders;
using SourcingBot.Resources;

namespace SourcingBot.Orders;

/// <summary>Says a deadline in one line of a list over several orders, each in the zone in which its owner reads dates.</summary>
internal static class DeadlineLine
{
    /// <summary>The line.</summary>
    /// <param name="one">The deadline and its order.</param>
    public static string Of(OrderDeadline one)
    {
        var (order, deadline) = one;
        var moment = DeadlineText.Moment(deadline, ZoneNames.OrUtc(order.ReaderZone));
        return ShownText.OnOneLine(When.Say(Words.DeadlineOfOrder, DeadlineText.Headline(deadline), moment, order.Number, order.Supplier));
    }

    /// <summary>The lines of a list; where it is long, the last one says how many more there are.</summary>
    /// <param name="list">What is listed, most urgent first.</param>
    /// <param name="line">The line of one.</param>
    /// <param name="most">How many lines at most, the one that counts the rest not counted.</param>
    public static IReadOnlyList<string> Of<T>(IReadOnlyCollection<T> list, Func<T, string> line, int most)
    {
        var lines = list.Take(most).Select(line);
        return list.Count > most ? [.. lines, When.Say(Words.MoreToCome, list.Count - most)] : [.. lines];
    }
}
