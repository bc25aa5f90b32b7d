using SourcingBot.Chat;
using SourcingBot.Inspection;
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
        var title = digest.RunningOrders == 1 ? Words.WeekTitleOne : DeadlineLine.Format(Words.WeekTitle, DeadlineLine.Number(digest.RunningOrders));
        var parts = new List<CardPart>();
        var text = new List<string> { title };
        Add(Words.WeekThis, Tone.Caution, DeadlineLine.Of(digest.ThisWeek, MostLines));
        Add(Words.WeekInspections, Tone.Caution, LinesOf(digest.InspectionsToBook));
        Add(Words.WeekLater, Tone.Neutral, DeadlineLine.Of(digest.Later, MostLines));
        Add(Words.WeekOver, Tone.Neutral, DeadlineLine.Of(digest.Over, MostLines));
        parts.Add(new Note(Words.ListedCheckPage + " " + Words.WeekOff));
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

    private static IReadOnlyList<string> LinesOf(IReadOnlyList<OrderInspection> inspections)
    {
        var lines = inspections.Take(MostLines).Select(i => DeadlineLine.Format(
            Words.WeekInspection, NameOf(i.Inspection.Kind), i.Order.Number, i.Order.Supplier, i.Inspection.BookBy is { } by ? DeadlineLine.Day(by) : Words.WeekBookNow));
        return inspections.Count > MostLines ? [.. lines, DeadlineLine.Format(Words.ListedMore, DeadlineLine.Number(inspections.Count - MostLines))] : [.. lines];
    }

    private static string NameOf(InspectionKind kind) => kind switch
    {
        InspectionKind.PreProduction => Words.WeekInspectionPreProduction,
        InspectionKind.DuringProduction => Words.WeekInspectionDuringProduction,
        InspectionKind.PreShipment => Words.WeekInspectionPreShipment,
        InspectionKind.Loading => Words.WeekInspectionLoading,
        _ => Words.WeekInspectionArrival,
    };
}
