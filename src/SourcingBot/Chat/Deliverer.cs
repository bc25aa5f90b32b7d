using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SourcingBot.Data;
using SourcingBot.Resources;

namespace SourcingBot.Chat;

/// <summary>Hands one stored message to its platform: in the place of the earlier answer where it corrects one, else as a new message.</summary>
/// <param name="logger">Where faults go; never the words of a message.</param>
internal sealed partial class Deliverer(ILogger<Deliverer> logger)
{
    /// <summary>The fault of a row whose JSON this version cannot read.</summary>
    public const string Unreadable = "unreadable";

    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestFileSend = TimeSpan.FromMinutes(5);

    /// <summary>How long a send that runs may go on after the program was told to stop; the host waits two seconds longer.</summary>
    public TimeSpan LongestSendAtStop { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Reads a row's message.</summary>
    /// <param name="row">The row.</param>
    /// <param name="mayStand">Whether an earlier try ended without a known outcome.</param>
    /// <returns>The message; null where the row cannot be read.</returns>
    public Delivery? Read(OutboxRow row, bool mayStand)
    {
        try
        {
            return new Delivery(
                row.MessageId,
                JsonSerializer.Deserialize(row.Conversation, ChatJson.Default.ConversationRef) ?? throw new JsonException(),
                JsonSerializer.Deserialize(row.Asker, ChatJson.Default.ChatUser) ?? throw new JsonException(),
                JsonSerializer.Deserialize(row.Message, ChatJson.Default.OutgoingMessage) ?? throw new JsonException(),
                row.CreatedAt, mayStand);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            CannotRead(row.Id, fault);
            return null;
        }
    }

    /// <summary>Sends the message or updates the earlier one.</summary>
    /// <param name="db">The database of the message's team.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="row">The row.</param>
    /// <param name="delivery">What was read from it.</param>
    /// <param name="stopping">The program is told to stop: a send that runs may end, for a short while.</param>
    /// <param name="lost">The row is no longer this worker's.</param>
    public async Task<SendResult> DeliverAsync(
        SourcingDbContext db, IChatPlatform platform, OutboxRow row, Delivery delivery, CancellationToken stopping, CancellationToken lost)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(lost);
        limited.CancelAfter(delivery.Message.File is null ? LongestSend : LongestFileSend);
        await using var stop = stopping.Register(() => limited.CancelAfter(LongestSendAtStop));
        try
        {
            if (await EarlierAnswerAsync(db, row, delivery, limited.Token) is { } earlier)
            {
                var updated = await platform.UpdateAsync(delivery, earlier, limited.Token);
                if (Refusal(updated) is not { } reason) return updated;

                // Somebody deleted the earlier answer, or it can no longer be changed: the correction must not be lost with it.
                SendsAnew(row.Id, platform.Id.Value, reason);
            }

            var sent = await platform.SendAsync(delivery, limited.Token);
            if (delivery.Message.File is not { } file || sent is not SendResult.Rejected(var refused)) return sent;

            // Somebody waits for the file and has to hear that it does not come.
            FileRefused(row.Id, platform.Id.Value, refused);
            var instead = new OutgoingMessage(string.Format(CultureInfo.InvariantCulture, Words.FileFailed, file.Name), null, delivery.Message.Audience);
            return await platform.SendAsync(delivery with { Message = instead, OpenFile = null }, limited.Token);
        }
        catch (OperationCanceledException) when (limited.IsCancellationRequested)
        {
            return new SendResult.RetryAfter(null, stopping.IsCancellationRequested ? "stopped" : "timeout") { InDoubt = true };
        }
        catch (Exception fault)
        {
            // Adapters return their failures; what they throw is a defect, and the message is tried again.
            Threw(row.Id, platform.Id.Value, fault);
            return new SendResult.RetryAfter(null, fault.GetType().Name) { InDoubt = true };
        }
    }

    private static string? Refusal(SendResult result) => result switch
    {
        SendResult.Gone(var reason) => reason,
        SendResult.Rejected(var reason) => reason,
        _ => null,
    };

    /// <summary>
    /// Where the answer to an earlier wording of the same message stands; null where there is none that can be updated, or other
    /// people saw it: what is for the asker alone must not take the place of what everybody reads.
    /// </summary>
    private static async Task<SentMessageRef?> EarlierAnswerAsync(SourcingDbContext db, OutboxRow row, Delivery delivery, CancellationToken cancellationToken)
    {
        if (row.AnswerKey is null || OutboxRows.IsAlwaysNew(row) || delivery.Message.File is not null) return null;
        var earlier = await db.Outbox.AsNoTracking()
            .Where(o => o.Platform == row.Platform && o.AnswerKey == row.AnswerKey && o.Id < row.Id && o.Status == QueueStatus.Done && o.SentMessage != null)
            .OrderByDescending(o => o.Id).Select(o => new { o.SentMessage, o.Message, o.Asker }).FirstOrDefaultAsync(cancellationToken);
        if (earlier is null) return null;
        var audience = JsonSerializer.Deserialize(earlier.Message, ChatJson.Default.OutgoingMessage)?.Audience;
        if (audience != delivery.Message.Audience) return null;
        if (audience != Audience.Conversation && JsonSerializer.Deserialize(earlier.Asker, ChatJson.Default.ChatUser)?.Id != delivery.Asker.Id) return null;
        var sent = JsonSerializer.Deserialize(earlier.SentMessage!, ChatJson.Default.SentMessageRef);
        return sent?.MessageId is null ? null : sent;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {OutboxId} cannot be read by this version.")]
    private partial void CannotRead(long outboxId, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The earlier answer could not be updated on {Platform} ({Reason}); message {OutboxId} is sent anew.")]
    private partial void SendsAnew(long outboxId, string platform, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The file of message {OutboxId} was refused on {Platform} ({Reason}); its reader is told.")]
    private partial void FileRefused(long outboxId, string platform, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending message {OutboxId} to {Platform} failed unexpectedly.")]
    private partial void Threw(long outboxId, string platform, Exception fault);
}
