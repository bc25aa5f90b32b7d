using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Reminders;

/// <summary>The message of a reminder. Pure.</summary>
internal static class ReminderCard
{
    /// <summary>Builds the message as it will be read at the time of sending.</summary>
    /// <param name="state">Where the order stands.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="reminder">The reminder.</param>
    /// <param name="at">When it is sent, which may be later than planned.</param>
    /// <param name="zone">The reader's zone.</param>
    /// <param name="target">To whom it goes.</param>
    /// <param name="token">The token of its buttons.</param>
    public static OutgoingMessage Build(
        OrderState state, Deadline deadline, PlannedReminder reminder, Instant at, DateTimeZone zone, ReminderTarget target, string token)
    {
        var then = deadline with { DaysLeft = DaysBetween(at, deadline, zone), Status = reminder.Kind == ReminderKind.Late ? DeadlineStatus.LateAtEntry : DeadlineStatus.Running };
        if (deadline.Opens && at >= deadline.Due) then = then with { Status = DeadlineStatus.Open };
        var title = reminder.Kind == ReminderKind.Escalation ? When.Say(Words.ReminderNobody, DeadlineText.Headline(then)) : DeadlineText.Headline(then);
        var order = OrderText(state.Order);
        List<CardPart> parts =
        [
            new Paragraph(Words.LabelDo, deadline.Do),
            new FieldList(deadline.IsLengthUnknown ? [new Field(Words.FieldOrder, order)] : [new Field(Words.FieldOrder, order), new Field(deadline.Opens ? Words.FieldFrom : Words.FieldUntil, DeadlineText.Moment(deadline, zone))]),
        ];
        if (WhyNow(reminder) is { } why) parts.Add(new Paragraph(null, why));
        parts.Add(new Buttons(ButtonsOf(deadline, reminder, token)));
        parts.Add(new Note(When.Say(Words.CheckOrderPage, DeadlineText.Rule(deadline))));
        var tone = deadline.Actor != Party.Buyer || deadline.Opens || deadline.IsLengthUnknown ? Tone.Neutral : then.DaysLeft <= 1 || reminder.Kind is ReminderKind.Last or ReminderKind.Late or ReminderKind.Escalation ? Tone.Danger : Tone.Caution;
        var audience = target == ReminderTarget.Conversation ? Audience.Conversation : Audience.Direct;
        return new OutgoingMessage(CheckAnswer.Sentences(title, [order + ".", deadline.Do]), new Card(tone, title, parts), audience);
    }

    /// <summary>"178453210, Ningbo Bright".</summary>
    private static string OrderText(Order order) => ShownText.OnOneLine($"{order.Number}, {order.Supplier}");

    private static List<Button> ButtonsOf(Deadline deadline, PlannedReminder reminder, string token)
    {
        var disputes = deadline.Kind is DeadlineKind.DisputeWindow or DeadlineKind.EasyReturn or DeadlineKind.OfflineComplaint;
        List<Button> buttons = [new(Words.ButtonDone, CardTokens.WithVerb(token, ReminderVerbs.Done), !disputes)];
        if (disputes) buttons.Insert(0, new Button(Words.ButtonDispute, CardTokens.WithVerb(token, ReminderVerbs.Dispute), true));
        if (reminder.Kind is not ReminderKind.Late) buttons.Add(new Button(Words.ButtonSnooze, CardTokens.WithVerb(token, ReminderVerbs.Snooze)));
        buttons.Add(new Button(Words.ButtonNotMine, CardTokens.WithVerb(token, ReminderVerbs.NotMine)));
        buttons.Add(new Button(Words.ButtonShowOrder, CardTokens.WithVerb(token, ReminderVerbs.Show)));
        return buttons;
    }

    /// <summary>A word why it comes at a bad hour, or sooner than people would expect.</summary>
    private static string? WhyNow(PlannedReminder reminder)
    {
        var holiday = reminder.Holiday is { } name ? HolidayNames.Say(name) : null;
        if (reminder.Kind is ReminderKind.Last && reminder.Breaks != QuietBreak.None)
        {
            var day = holiday is not null ? When.Say(Words.QuietHoliday, holiday) : reminder.Breaks.HasFlag(QuietBreak.Weekend) ? Words.QuietWeekend : Words.QuietHour;
            return When.Say(Words.ReminderBreaksQuiet, day);
        }

        return reminder is { Kind: ReminderKind.Gentle, MovedFrom: not null } && holiday is not null ? When.Say(Words.ReminderMoved, holiday) : null;
    }

    /// <summary>Days from one instant to the day on which a deadline ends or opens, on the reader's calendar.</summary>
    private static int DaysBetween(Instant from, Deadline deadline, DateTimeZone zone)
    {
        var last = (deadline.Opens ? deadline.Due : deadline.Due - Duration.Epsilon).InZone(zone).Date;
        return Period.DaysBetween(from.InZone(zone).Date, last);
    }
}

/// <summary>What the buttons of a reminder do.</summary>
internal static class ReminderVerbs
{
    /// <summary>It is taken care of: no more reminders of this deadline.</summary>
    public const string Done = "done";

    /// <summary>Again later.</summary>
    public const string Snooze = "snooze";

    /// <summary>Somebody else looks after the order.</summary>
    public const string NotMine = "not-mine";

    /// <summary>How to open a dispute.</summary>
    public const string Dispute = "dispute";

    /// <summary>Show the order.</summary>
    public const string Show = "show";
}
