using SourcingBot.Chat;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Reminders;

/// <summary>Words what was missed while the program was down. Pure.</summary>
internal static class MissedCard
{
    private const int MostLines = 15;

    /// <summary>One message for all.</summary>
    /// <param name="missed">What was missed, most urgent first (<see cref="MissedSummary.Sort"/>); at least one.</param>
    /// <param name="audience">Who sees it.</param>
    public static OutgoingMessage Build(IReadOnlyList<MissedReminder> missed, Audience audience)
    {
        var title = missed.Count == 1 ? Words.MissedTitleOne : When.Say(Words.MissedTitle, missed.Count);
        var running = missed.Where(m => !IsOver(m)).Select(m => new OrderDeadline(m.Order, m.Deadline)).ToList();
        var over = missed.Where(IsOver).Select(m => new OrderDeadline(m.Order, m.Deadline)).ToList();
        var parts = new List<CardPart> { new Paragraph(null, Words.MissedText) };
        var text = new List<string> { title };
        Add(Words.MissedRunning, Tone.Caution, running);
        Add(Words.MissedOver, Tone.Neutral, over);
        parts.Add(new Note(Words.DeadlinesNote));
        return new OutgoingMessage(string.Join('\n', text), new Card(running.Count > 0 ? Tone.Caution : Tone.Neutral, title, parts), audience);

        void Add(string heading, Tone tone, List<OrderDeadline> list)
        {
            if (list.Count == 0) return;
            var lines = DeadlineLine.Of(list, DeadlineLine.Of, MostLines);
            parts.Add(new Heading(heading, tone));
            parts.Add(new BulletList(lines));
            text.Add(heading + ":");
            text.AddRange(lines);
        }
    }

    private static bool IsOver(MissedReminder missed) => missed.Deadline.Status is DeadlineStatus.Expired or DeadlineStatus.LateAtEntry;
}
