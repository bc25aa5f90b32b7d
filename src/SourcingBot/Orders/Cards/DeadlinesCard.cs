using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Resources;

namespace SourcingBot.Orders;

/// <summary>The team's deadlines by urgency, in one card. Pure.</summary>
internal static class DeadlinesCard
{
    private const int Most = 15;

    /// <summary>Builds the card.</summary>
    /// <param name="deadlines">The deadlines, most urgent first.</param>
    /// <param name="orders">How many orders are followed.</param>
    /// <param name="audience">Who sees it.</param>
    public static OutgoingMessage Build(IReadOnlyList<Reminders.OrderDeadline> deadlines, int orders, Audience audience)
    {
        if (orders == 0) return CheckAnswer.Plain(Tone.Neutral, Words.NoOrdersTitle, audience, [Words.NoOrdersText]);
        if (deadlines.Count == 0) return CheckAnswer.Plain(Tone.Calm, Words.NoDeadlinesTitle, audience, [When.Say(Words.NoDeadlinesText, orders)]);
        var mine = deadlines.Where(d => d.Deadline.Actor == Party.Buyer && d.Deadline.Status is DeadlineStatus.Running or DeadlineStatus.Open).ToList();
        var waiting = deadlines.Where(d => d.Deadline.Actor != Party.Buyer && d.Deadline.Status is DeadlineStatus.Running or DeadlineStatus.Open).ToList();
        var over = deadlines.Where(d => d.Deadline.Status is DeadlineStatus.Expired or DeadlineStatus.LateAtEntry && d.Deadline.Actor == Party.Buyer).ToList();
        var first = mine.FirstOrDefault() ?? deadlines[0];
        var title = DeadlineText.Headline(first.Deadline);
        List<CardPart> parts = [];
        Add(Words.HeadingYours, mine, OrderCard.ToneOf(first.Deadline));
        Add(Words.HeadingWaiting, waiting, Tone.Neutral);
        Add(Words.HeadingOver, over, Tone.Neutral);
        parts.Add(new Note(Words.DeadlinesNote));
        return new OutgoingMessage(DeadlineLine.Of(first), new Card(OrderCard.ToneOf(first.Deadline), title, parts), audience);

        void Add(string heading, List<Reminders.OrderDeadline> some, Tone tone)
        {
            if (some.Count == 0) return;
            parts.Add(new Heading(heading, tone));
            parts.Add(new BulletList(DeadlineLine.Of(some, DeadlineLine.Of, Most)));
        }
    }
}
