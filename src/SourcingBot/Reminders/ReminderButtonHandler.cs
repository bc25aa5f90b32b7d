using System.Text.Json;
using NodaTime;
using SourcingBot.Cases;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Reminders;

/// <summary>Does what the buttons of reminders say: done, later, not mine, open a dispute, show the order.</summary>
/// <param name="timetable">Which reminders wait.</param>
/// <param name="desk">Shows orders.</param>
/// <param name="book">The orders.</param>
/// <param name="cases">Begins disputes.</param>
/// <param name="clock">The time.</param>
internal sealed class ReminderButtonHandler(Timetable timetable, OrderDesk desk, OrderBook book, CaseStarts cases, IClock clock) : ITurnHandler
{
    private static readonly Duration LongSnooze = Duration.FromDays(1);
    private static readonly Duration ShortSnooze = Duration.FromHours(3);

    /// <summary>So much has to be left after the reminder that was put off.</summary>
    private static readonly Duration TimeToAct = Duration.FromHours(1);

    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Event is not IncomingAction action) return false;
        var (token, verb) = CardTokens.Split(action.Token);
        if (token.Length == 0 || await timetable.ReadAsync(r => r.Token == token, cancellationToken) is not [var row] || !IsFrom(row, action)) return false;
        if (await book.FindAsync(row.OrderId, cancellationToken) is not { } order) return false;
        var now = clock.GetCurrentInstant();
        var state = order.State(now);
        var deadline = (await book.DeadlinesAsync(order, state, cancellationToken)).Deadlines.FirstOrDefault(d => d.Key == row.DeadlineKey);
        switch (verb)
        {
            case ReminderVerbs.Done:
                await SettleAsync(row, cancellationToken);
                Replace(turn, row, When.Say(Words.ReminderDoneTitle, TitleOf(deadline)), When.Say(Words.ReminderDoneText, NameOf(action)));
                return true;
            case ReminderVerbs.Snooze:
                await SnoozeAsync(turn, row, state, deadline, now, cancellationToken);
                return true;
            case ReminderVerbs.NotMine:
                await HandOverAsync(turn, row, order, cancellationToken);
                return true;
            case ReminderVerbs.Dispute:
                await cases.DisputeAsync(turn, order, row.Target == ReminderTarget.Conversation, cancellationToken);
                return true;
            default:
                await desk.ShowAsync(turn, order, null, cancellationToken);
                return true;
        }
    }

    /// <summary>A button works where its message was sent, and in a message for one person only for that person.</summary>
    private static bool IsFrom(ReminderRow row, IncomingAction action)
    {
        if (row.Platform != action.Conversation.Platform.Value) return false;
        return row.Target == ReminderTarget.Conversation
            ? row.ConversationKey == StorableKey.OfConversation(action.Conversation)
            : JsonSerializer.Deserialize(row.Person, ChatJson.Default.ChatUser)?.Id == action.From.Id;
    }

    /// <summary>No more reminders of this deadline, to anybody.</summary>
    private async Task SettleAsync(ReminderRow row, CancellationToken cancellationToken)
    {
        foreach (var other in await WaitingAsync(row, cancellationToken)) timetable.End(other, ReminderOutcome.Answered);
        timetable.End(row, ReminderOutcome.Answered);
    }

    private async Task SnoozeAsync(Turn turn, ReminderRow row, OrderState state, Deadline? deadline, Instant now, CancellationToken cancellationToken)
    {
        var latest = deadline is null or { Opens: true } ? Instant.MaxValue : row.DeadlineAt - TimeToAct;
        var until = now + LongSnooze <= latest ? now + LongSnooze : now + ShortSnooze;
        if (until > latest || deadline is null)
        {
            turn.Reply(CheckAnswer.Plain(Tone.Neutral, Words.SnoozeTooLateTitle, Audience.AskerOnly, [deadline is null ? Words.SnoozeGone : When.Say(Words.SnoozeTooLateText, DeadlineText.Moment(deadline, state.Zone))]));
            return;
        }

        timetable.Wait(row, until);
        row.IsSnoozed = true;
        var target = row.Target;
        var planned = new PlannedReminder { Key = row.Key, DeadlineKey = row.DeadlineKey, At = until, Kind = row.Kind, DaysBefore = 0 };
        row.Message = JsonSerializer.Serialize(ReminderCard.Build(state, deadline, planned, until, state.Zone, target, row.Token), ChatJson.Default.OutgoingMessage);

        // Whoever puts it off has reacted: the backup is asked only if the one that comes later is not answered either.
        foreach (var escalation in (await WaitingAsync(row, cancellationToken)).Where(r => r.Kind == ReminderKind.Escalation && r.DueAt < until + ShortSnooze))
        {
            timetable.Wait(escalation, until + ((row.DeadlineAt - until) / 2));
            escalation.IsSnoozed = true;
        }

        Replace(turn, row, When.Say(Words.SnoozedTitle, TitleOf(deadline)), When.Say(Words.SnoozedText, When.From(until, state.Zone)));
    }

    private async Task HandOverAsync(Turn turn, ReminderRow row, StoredOrder order, CancellationToken cancellationToken)
    {
        var me = OrderDesk.PersonOf(turn.Event);
        if (order.Facts.Backup is not { } backup || backup == me)
        {
            turn.Reply(CheckAnswer.Plain(Tone.Neutral, Words.NoBackupTitle, Audience.AskerOnly, [Words.NoBackupText]));
            return;
        }

        // The new owner hears of this deadline at once.
        var rows = await timetable.ReadAsync(r => r.OrderId == row.OrderId && r.Key == row.Key && r.Target == ReminderTarget.Owner, cancellationToken);
        foreach (var own in rows)
        {
            timetable.Wait(own, clock.GetCurrentInstant());
            own.IsSnoozed = true;
        }

        order.Set(order.Facts with { Owner = backup, Backup = null });
        await book.PlanAsync(order, cancellationToken);
        Replace(turn, row, Words.HandedOverTitle, When.Say(Words.HandedOverText, ShownText.OnOneLine(backup.Name ?? backup.UserId)));
    }

    /// <summary>What else still waits of the reminder's deadline.</summary>
    private async Task<List<ReminderRow>> WaitingAsync(ReminderRow row, CancellationToken cancellationToken) =>
        (await timetable.ReadAsync(r => r.OrderId == row.OrderId && r.DeadlineKey == row.DeadlineKey, cancellationToken)).FindAll(r => r != row && r.Waiting is not null);

    /// <summary>Puts a short card in the reminder's place, so that everybody there sees that it is taken care of.</summary>
    private static void Replace(Turn turn, ReminderRow row, string title, string text) =>
        turn.Reply(CheckAnswer.Plain(Tone.Calm, title, row.Target == ReminderTarget.Conversation ? Audience.Conversation : Audience.Direct, [text]), row.Token);

    private static string TitleOf(Deadline? deadline) => deadline?.Title ?? Words.ReminderOfOrder;

    private static string NameOf(IncomingEvent incoming) => ShownText.OnOneLine(incoming.From.DisplayName ?? incoming.From.Id);
}
