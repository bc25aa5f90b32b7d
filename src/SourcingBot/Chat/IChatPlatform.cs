using NodaTime;

namespace SourcingBot.Chat;

/// <summary>Where a sent message stands, so that it can be updated.</summary>
/// <param name="MessageId">The platform's id of the message; null where it cannot be updated (a message for one person).</param>
/// <param name="AdapterData">JSON owned by the adapter.</param>
public sealed record SentMessageRef(string? MessageId, string AdapterData);

/// <summary>What became of a message.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>The platform took it.</summary>
    /// <param name="Message">Where it stands.</param>
    public sealed record Sent(SentMessageRef Message) : SendResult;

    /// <summary>Not now: too many, or a passing fault.</summary>
    /// <param name="Delay">The least time to wait as the platform said it, or null to let the outbox choose.</param>
    /// <param name="Reason">A short class of the fault, safe to log.</param>
    public sealed record RetryAfter(Duration? Delay, string Reason) : SendResult
    {
        /// <summary>Whether the platform may have taken the message all the same, as after a timeout. The next try is told so.</summary>
        public bool InDoubt { get; init; }
    }

    /// <summary>The platform refuses the bot itself, not this message: it waits, and the try does not count.</summary>
    /// <param name="Reason">A short class, safe to log.</param>
    public sealed record Paused(string Reason) : SendResult;

    /// <summary>The conversation is gone for the bot: removed, archived, blocked.</summary>
    /// <param name="Reason">A short class, safe to log.</param>
    public sealed record Gone(string Reason) : SendResult;

    /// <summary>The platform will never take this message.</summary>
    /// <param name="Reason">A short class, safe to log.</param>
    public sealed record Rejected(string Reason) : SendResult;
}

/// <summary>A message on its way out.</summary>
/// <param name="OutboxId">Its own id, carried as metadata where the platform can, so that a repeat can be recognised.</param>
/// <param name="Conversation">Where to.</param>
/// <param name="Asker">The person it answers.</param>
/// <param name="Message">What.</param>
/// <param name="WrittenAt">When it was put into the outbox: it cannot stand on the platform any longer than that.</param>
/// <param name="MayStand">Whether an earlier try ended without a known outcome, so that the message may stand there already.</param>
/// <param name="OpenFile">Opens the file that goes with it; gives null where there is no such file any more. Null where no file goes with it.</param>
public sealed record Delivery(
    Guid OutboxId, ConversationRef Conversation, ChatUser Asker, OutgoingMessage Message, Instant WrittenAt, bool MayStand,
    Func<CancellationToken, Task<FileContent?>>? OpenFile = null);

/// <summary>What keeps a platform from taking messages until a person mends it.</summary>
/// <param name="Words">What is wrong and what to do, for whoever operates the bot; no secret in it.</param>
/// <param name="StopsSending">Whether nothing at all can be sent; otherwise only some messages wait.</param>
public sealed record PlatformTrouble(string Words, bool StopsSending);

/// <summary>A chat platform, as the outbox sees it. The only interface that an adapter implements.</summary>
public interface IChatPlatform
{
    /// <summary>The platform's name.</summary>
    PlatformId Id { get; }

    /// <summary>Whether it is configured to send; a platform that is off keeps its messages waiting.</summary>
    bool IsEnabled { get; }

    /// <summary>How people can ask here, for the help that they are given.</summary>
    IReadOnlyCollection<Addressing> WaysToAsk { get; }

    /// <summary>The least time between two messages into one conversation.</summary>
    Duration Pace { get; }

    /// <summary>What a person has to mend before the platform takes messages again, or null. While it stops sending, messages wait.</summary>
    PlatformTrouble? Trouble => null;

    /// <summary>Sends a message. Failures are results; only cancellation throws.</summary>
    /// <param name="delivery">What and where.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<SendResult> SendAsync(Delivery delivery, CancellationToken cancellationToken);

    /// <summary>Replaces a message that was sent before.</summary>
    /// <param name="delivery">The new content.</param>
    /// <param name="sent">Where the old one stands.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<SendResult> UpdateAsync(Delivery delivery, SentMessageRef sent, CancellationToken cancellationToken);

    /// <summary>Begins to download a file that a person sent. Failures are results; only cancellation throws. Only the platform's own hosts are called, and a secret goes to no other.</summary>
    /// <param name="workspace">The platform's id of the organisation (<see cref="ConversationRef.Workspace"/>).</param>
    /// <param name="attachment">The file as its message described it.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<FileOpening> OpenFileAsync(string workspace, AttachmentInfo attachment, CancellationToken cancellationToken) => Task.FromResult<FileOpening>(new FileOpening.NotPossibleHere());

    /// <summary>Looks a person up: display name, time zone and language as far as the platform tells them. Kept for a while, so that asking often is cheap.</summary>
    /// <param name="workspace">The platform's id of the organisation (<see cref="ConversationRef.Workspace"/>).</param>
    /// <param name="userId">The platform's id of the person.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The person, or null where the platform does not tell or cannot be asked now.</returns>
    Task<ChatUser?> FindUserAsync(string workspace, string userId, CancellationToken cancellationToken) => Task.FromResult<ChatUser?>(null);
}
