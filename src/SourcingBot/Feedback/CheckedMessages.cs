using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Risk;

namespace SourcingBot.Feedback;

/// <summary>A message that was checked, with the words as they were judged.</summary>
/// <param name="InboxId">The event.</param>
/// <param name="Text">The words.</param>
/// <param name="Day">The day from which "tomorrow" counts, where it is known.</param>
/// <param name="Watching">Whether it was overheard.</param>
internal sealed record CheckedMessage(long InboxId, string Text, LocalDate? Day, bool Watching);

/// <summary>Finds messages that were checked, and judges them again.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="scanner">The judge.</param>
/// <param name="day">The day from which "tomorrow" counts.</param>
/// <param name="sensitivity">How early the team wants to hear of a risk.</param>
internal sealed class CheckedMessages(SourcingDbContext db, RiskScanner scanner, AskedDay day, TeamSensitivity sensitivity)
{
    /// <summary>The message of an event; null where its words are no longer kept.</summary>
    /// <param name="inboxId">The event.</param>
    /// <param name="watching">Whether it was overheard.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<CheckedMessage?> FindAsync(long inboxId, bool watching, CancellationToken cancellationToken)
    {
        var payload = await db.Inbox.AsNoTracking().Where(r => r.Id == inboxId).Select(r => r.Payload).FirstOrDefaultAsync(cancellationToken);
        if (string.IsNullOrEmpty(payload) || JsonSerializer.Deserialize(payload, ChatJson.Default.IncomingEvent) is not IncomingMessage message) return null;
        var words = watching ? message.Text : Request.Of(message).Text;
        return new CheckedMessage(inboxId, LinkLabels.Append(words, message.Links), await day.OfAsync(message, cancellationToken), watching);
    }

    /// <summary>The newest message that was checked in a thread, or null.</summary>
    /// <param name="conversation">The conversation and thread.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<CheckedMessage?> NewestAsync(ConversationRef conversation, CancellationToken cancellationToken)
    {
        var key = StorableKey.OfThread(conversation);
        var newest = await db.Inbox.AsNoTracking().Where(r => r.ConversationKey == key && db.Checks.Any(c => c.InboxId == r.Id)).OrderByDescending(r => r.Id).Select(r => r.Id).FirstOrDefaultAsync(cancellationToken);
        return newest == 0 ? null : await FindAsync(newest, watching: false, cancellationToken);
    }

    /// <summary>Judges it again and says what came near.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<RiskExplanation> ExplainAsync(CheckedMessage message, CancellationToken cancellationToken) => scanner.Explain(
        message.Text, message.Day, message.Watching ? await sensitivity.WatchingAsync(cancellationToken) : await sensitivity.AskedAsync(cancellationToken));
}
