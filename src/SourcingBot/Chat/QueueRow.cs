using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>Where a queued row stands.</summary>
public enum QueueStatus
{
    /// <summary>Waits to be taken, from <see cref="QueueRow.NotBefore"/> on.</summary>
    Ready,

    /// <summary>Taken by a worker until <see cref="QueueRow.LockedUntil"/>.</summary>
    InFlight,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Given up; rests here for a person to look at.</summary>
    Dead,
}

/// <summary>A row that workers take one at a time per conversation: an event in, or a message out.</summary>
public abstract class QueueRow : TeamRow
{
    /// <summary>The order of arrival.</summary>
    public long Id { get; set; }

    /// <summary>The platform.</summary>
    public required string Platform { get; set; }

    /// <summary>Platform, workspace, conversation and thread in one: only one row of it is in flight at a time.</summary>
    public required string ConversationKey { get; set; }

    /// <summary>Where it stands.</summary>
    public QueueStatus Status { get; set; }

    /// <summary>Counts the claims and releases, so that two workers cannot both take the row.</summary>
    public int Version { get; set; }

    /// <summary>How often it was taken.</summary>
    public int Attempts { get; set; }

    /// <summary>When it came.</summary>
    public Instant CreatedAt { get; set; }

    /// <summary>Not to be taken earlier.</summary>
    public Instant NotBefore { get; set; }

    /// <summary>A worker that holds the row longer than this has died.</summary>
    public Instant LockedUntil { get; set; }

    /// <summary>A short class of the last fault, never words from outside; null where there was none.</summary>
    public string? Fault { get; set; }
}

/// <summary>An event that came in.</summary>
public sealed class InboxRow : QueueRow
{
    /// <summary>The platform's id of the event; unique per platform.</summary>
    public required string EventId { get; set; }

    /// <summary>The second key of the same thing, unique per platform, or null.</summary>
    public string? DedupeKey { get; set; }

    /// <summary>The event as JSON; deleted with the row when it is old (<see cref="MessageRetention"/>).</summary>
    public required string Payload { get; set; }
}

/// <summary>A message on its way out.</summary>
public sealed class OutboxRow : QueueRow
{
    /// <summary>The id that travels with the message, so that a repeat can be recognised.</summary>
    public Guid MessageId { get; set; }

    /// <summary>Says what it answers and which of the answers it is; unique, so that nothing is answered twice.</summary>
    public required string DedupeKey { get; set; }

    /// <summary>The message that it answers, for updates of the answer after an edit, or what it can be replaced by; null where there is none, and of a reminder until it is sent.</summary>
    public string? AnswerKey { get; set; }

    /// <summary>Where to, as JSON; empty in a reminder until it is sent.</summary>
    public required string Conversation { get; set; }

    /// <summary>Whom it answers, as JSON; empty in a reminder until it is sent.</summary>
    public required string Asker { get; set; }

    /// <summary>The message as JSON; empty in a reminder until it is sent (<see cref="Reminders.ReminderWords"/>), and without words when it is old (<see cref="MessageRetention"/>).</summary>
    public required string Message { get; set; }

    /// <summary>Where it stands on the platform, as JSON; null until it was sent.</summary>
    public string? SentMessage { get; set; }

    /// <summary>When it was sent.</summary>
    public Instant? SentAt { get; set; }
}
