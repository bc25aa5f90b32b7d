using System.Text.Json;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Orders;

namespace SourcingBot.Reminders;

/// <summary>Replaces the reminders of an order by what its deadlines ask for now. Changes rows and saves nothing.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="timetable">Which reminders wait.</param>
internal sealed class ReminderWriter(SourcingDbContext db, Timetable timetable)
{
    /// <summary>Plans all reminders of an order and brings its rows to the plan: what no longer holds is cancelled, what still holds keeps its identity and its snooze, what was sent is not sent again.</summary>
    /// <param name="order">The order.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="plan">Its deadlines.</param>
    /// <param name="reader">Whose time counts.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task WriteAsync(StoredOrder order, OrderState state, DeadlinePlan plan, ReaderTime reader, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(reader);
        var rows = (await timetable.ReadAsync(r => r.OrderId == order.Row.Id, cancellationToken)).ToDictionary(r => (r.Key, r.Target));
        var added = 0;
        var wanted = new HashSet<(string, ReminderTarget)>();
        var conversation = order.Conversation;
        var ended = state.Phase is OrderPhase.Closed or OrderPhase.Cancelled;
        foreach (var deadline in plan.Deadlines.Where(d => !ended && !IsCovered(d, plan)))
        {
            foreach (var reminder in ReminderPlanner.Plan(deadline, null, reader, now, state.Order.Backup is not null))
            {
                foreach (var (target, person) in Targets(order, state.Order, deadline, reminder.Kind, conversation))
                {
                    wanted.Add((reminder.Key, target));
                    rows.TryGetValue((reminder.Key, target), out var row);
                    if (row is { Waiting: null, Outcome: not ReminderOutcome.Cancelled }) continue;
                    if (row is null) db.Reminders.Add(row = NewRow(order, reminder, target, conversation, CardTokens.CreateInOrder(now, rows.Count + added++)));
                    timetable.Wait(row, row.IsSnoozed ? row.DueAt : reminder.At);
                    row.Kind = reminder.Kind;
                    row.DeadlineAt = deadline.Due;
                    row.Person = JsonSerializer.Serialize(person, ChatJson.Default.ChatUser);
                    var message = ReminderCard.Build(state, deadline, reminder, row.DueAt, reader.Zone, target, row.Token);
                    row.Message = JsonSerializer.Serialize(message, ChatJson.Default.OutgoingMessage);
                }
            }
        }

        foreach (var row in rows.Values.Where(r => r.Waiting is not null && !wanted.Contains((r.Key, r.Target)))) timetable.End(row, ReminderOutcome.Cancelled);
    }

    /// <summary>A free return that ends with the refund window needs no reminders of its own: most orders have none, and the window's say enough.</summary>
    private static bool IsCovered(Deadline deadline, DeadlinePlan plan) =>
        deadline.Kind == DeadlineKind.EasyReturn && plan.Deadlines.Any(d => d.Kind == DeadlineKind.DisputeWindow && d.Due == deadline.Due);

    /// <summary>To whom it goes: the conversation (unless outsiders read along), the owner in person where that is another place and the team has to act, the backup for an escalation.</summary>
    private static IEnumerable<(ReminderTarget Target, ChatUser Person)> Targets(StoredOrder order, Order facts, Deadline deadline, ReminderKind kind, ConversationRef conversation)
    {
        if (kind == ReminderKind.Escalation)
        {
            if (Reaches(facts.Backup, conversation) is { } backup) yield return (ReminderTarget.Backup, backup);
            yield break;
        }

        var owner = Reaches(facts.Owner, conversation);
        var isForOwnerAlone = order.Row.OutsidersReadAlong && owner is not null;
        if (!isForOwnerAlone) yield return (ReminderTarget.Conversation, owner ?? new ChatUser("nobody"));
        if (owner is not null && (isForOwnerAlone || (deadline.Actor == Party.Buyer && !order.Row.IsPersonal))) yield return (ReminderTarget.Owner, owner);
    }

    /// <summary>A person can be reached through a conversation of the same organisation on the same platform.</summary>
    private static ChatUser? Reaches(PersonRef? person, ConversationRef conversation) =>
        person is not null && person.Platform == conversation.Platform && person.Workspace == conversation.Workspace ? new ChatUser(person.UserId, person.Name) : null;

    private static ReminderRow NewRow(StoredOrder order, PlannedReminder reminder, ReminderTarget target, ConversationRef conversation, string token) => new()
    {
        TeamId = order.Row.TeamId,
        OrderId = order.Row.Id,
        Key = reminder.Key,
        DeadlineKey = reminder.DeadlineKey,
        Target = target,
        Token = token,
        Platform = conversation.Platform.Value,
        ConversationKey = StorableKey.OfConversation(conversation),
        Conversation = order.Row.Conversation,
        Person = string.Empty,
        Message = string.Empty,
    };
}
