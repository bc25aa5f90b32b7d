using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Inspection;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Reminders;

/// <summary>Words the weekly digest. Pure.</summary>
internal static class DigestCard
{
    private const int MostLines = 10;

    /// <summary>The message.</summary>
    /// <param name="digest">What it tells; not empty.</param>
    public static OutgoingMessage Build(WeeklyDigest digest)
    {
        var title = digest.RunningOrders == 1 ? Words.WeekTitleOne : When.Say(Words.WeekTitle, digest.RunningOrders);
        var parts = new List<CardPart>();
        var text = new List<string> { title };
        Add(Words.WeekThis, Tone.Caution, DeadlineLine.Of(digest.ThisWeek, DeadlineLine.Of, MostLines));
        Add(Words.WeekInspections, Tone.Caution, DeadlineLine.Of(digest.InspectionsToBook, LineOf, MostLines));
        Add(Words.WeekLater, Tone.Neutral, DeadlineLine.Of(digest.Later, DeadlineLine.Of, MostLines));
        Add(Words.WeekOver, Tone.Neutral, DeadlineLine.Of(digest.Over, DeadlineLine.Of, MostLines));
        parts.Add(new Note(Words.DeadlinesNote + " " + Words.WeekOff));
        return new OutgoingMessage(string.Join('\n', text), new Card(Tone.Neutral, title, parts), Audience.Conversation);

        void Add(string heading, Tone tone, IReadOnlyList<string> lines)
        {
            if (lines.Count == 0) return;
            parts.Add(new Heading(heading, tone));
            parts.Add(new BulletList(lines));
            text.Add(heading + ":");
            text.AddRange(lines);
        }
    }

    private static string LineOf(OrderInspection one) => ShownText.OnOneLine(When.Say(
        Words.WeekInspection, InspectionText.NameOf(one.Inspection.Kind), one.Order.Number, one.Order.Supplier, one.Inspection.BookBy is { } by ? When.Weekday(by) : Words.WeekBookNow));
}
