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
/// <param name="Watching">Whether it was overheard in a watched channel, where other chances hold.</param>
/// <param name="Said">What was answered; null where that is not kept any more.</param>
internal sealed record CheckedMessage(long InboxId, string Text, LocalDate? Day, bool Watching, SaidAnswer? Said);

/// <summary>Finds messages that were checked, and judges them again.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="scanner">The judge.</param>
/// <param name="day">The day from which "tomorrow" counts.</param>
/// <param name="sensitivity">How early the team wants to hear of a risk.</param>
internal sealed class CheckedMessages(SourcingDbContext db, RiskScanner scanner, AskedDay day, TeamSensitivity sensitivity)
{
    /// <summary>"Why?" finds a message among so many that the team had checked last; the inbox has no index by conversation.</summary>
    private const int MostBack = 1000;

    /// <summary>So many messages of the same thread are looked at for one that the person may know of.</summary>
    private const int MostOfThread = 10;

    /// <summary>The message of an event; null where its words are no longer kept.</summary>
    /// <param name="inboxId">The event.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<CheckedMessage?> FindAsync(long inboxId, CancellationToken cancellationToken)
    {
        var payload = await db.Inbox.AsNoTracking().Where(r => r.Id == inboxId).Select(r => r.Payload).FirstOrDefaultAsync(cancellationToken);
        if (string.IsNullOrEmpty(payload) || JsonSerializer.Deserialize(payload, ChatJson.Default.IncomingEvent) is not IncomingMessage message) return null;
        var watching = message.Addressing == Addressing.Overheard;
        var words = watching ? message.Text : Request.Of(message).Text;
        return new CheckedMessage(inboxId, LinkLabels.Append(words, message.Links), await day.OfAsync(message, cancellationToken), watching, await SaidAsync(inboxId, cancellationToken));
    }

    /// <summary>The newest message checked in a thread whose answer a person has seen, or null: what was answered to somebody else alone is not told.</summary>
    /// <param name="conversation">The conversation and thread.</param>
    /// <param name="person">The person, by the platform's id.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<CheckedMessage?> NewestAsync(ConversationRef conversation, string person, CancellationToken cancellationToken)
    {
        var key = StorableKey.OfThread(conversation);
        var there = await db.Checks.AsNoTracking().OrderByDescending(c => c.Id).Take(MostBack)
            .Join(db.Inbox, c => c.InboxId, r => r.Id, (c, r) => new { r.Id, r.ConversationKey })
            .Where(r => r.ConversationKey == key).OrderByDescending(r => r.Id).Select(r => r.Id).Take(MostOfThread).ToListAsync(cancellationToken);
        foreach (var id in there)
        {
            if (await SaidAsync(id, cancellationToken) is { } said && said.IsSeenBy(person)) return await FindAsync(id, cancellationToken);
        }

        return null;
    }

    /// <summary>Judges it again and says what came near.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<RiskExplanation> ExplainAsync(CheckedMessage message, CancellationToken cancellationToken) => scanner.Explain(
        message.Text, message.Day, message.Watching ? await sensitivity.WatchingAsync(cancellationToken) : await sensitivity.AskedAsync(cancellationToken));

    private async Task<SaidAnswer?> SaidAsync(long inboxId, CancellationToken cancellationToken)
    {
        var key = OutboxRows.AnswerDedupeKey(inboxId, 0);
        var check = await db.Checks.AsNoTracking().FirstOrDefaultAsync(c => c.InboxId == inboxId, cancellationToken);
        var sent = await db.Outbox.AsNoTracking().Where(o => o.DedupeKey == key).Select(o => new { o.Message, o.Asker }).FirstOrDefaultAsync(cancellationToken);
        if (check is null || sent is null) return null;
        var answer = JsonSerializer.Deserialize(sent.Message, ChatJson.Default.OutgoingMessage);
        var reader = JsonSerializer.Deserialize(sent.Asker, ChatJson.Default.ChatUser);
        return answer?.Card is { } card && reader is not null ? new SaidAnswer(check.Verdict, check.Told(), card.Tone, answer.Text, answer.Audience, reader.Id) : null;
    }
}
