using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Feedback;
using SourcingBot.Orders;
using SourcingBot.Quotes;
using SourcingBot.Reminders;
using SourcingBot.Resources;
using SourcingBot.Risk;

namespace SourcingBot.Suppliers.Memory;

/// <summary>Shows what is remembered of a supplier ("supplier Ningbo Bright"), confirms accounts, forgets, and mutes rules ("mute RULE for NAME until DAY because REASON").</summary>
/// <param name="db">The database of the team.</param>
/// <param name="book">The suppliers.</param>
/// <param name="memory">What is remembered.</param>
/// <param name="messages">The messages that were checked.</param>
/// <param name="people">Knows zones.</param>
/// <param name="options">The zone of people whose own is not known.</param>
/// <param name="clock">The time.</param>
internal sealed class SupplierMemoryTurnHandler(
    SourcingDbContext db, SupplierBook book, SupplierMemory memory, CheckedMessages messages, People people, ReminderOptions options, IClock clock) : ITurnHandler
{
    private const int LongestName = 8;

    /// <summary>A muted rule comes back after a year at the latest.</summary>
    private const int MostDays = 366;

    /// <inheritdoc/>
    public Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken) => turn.Event switch
    {
        IncomingMessage { Addressing: not (Addressing.MessageShortcut or Addressing.Form) } message => SayAsync(turn, message, cancellationToken),
        IncomingAction action => PressAsync(turn, action, cancellationToken),
        _ => Task.FromResult(false),
    };

    private async Task<bool> SayAsync(Turn turn, IncomingMessage message, CancellationToken cancellationToken)
    {
        var text = message.Text.Trim();
        var words = Word.Of(text);
        if (words.Count < 2 || text.Contains('\n', StringComparison.Ordinal)) return false;
        var rest = text[words[0].Span.End..].Trim(' ', ':');
        if (words[0].Text is "mute" or "unmute") return await MuteAsync(turn, message, rest, words[0].Text == "mute", cancellationToken);
        if (words[0].Text != "supplier" || words.Count > LongestName || await book.FindAsync(rest, cancellationToken) is not { } supplier) return false;
        await ShowAsync(turn, supplier, cancellationToken);
        return true;
    }

    private async Task ShowAsync(Turn turn, SupplierRow supplier, CancellationToken cancellationToken, string? cardKey = null, bool everybody = false)
    {
        var audience = everybody ? Audience.Conversation : AnswerAudience.Of(turn.Event);
        var token = CardTokens.Create();
        db.CardTokens.Add(CardTokens.Row(token, turn.Event.Conversation, audience == Audience.Conversation ? null : turn.Event.From.Id, new SupplierSubject(supplier.Id).ToJson(), clock.GetCurrentInstant()));
        var facts = (await memory.OfAsync(supplier, cancellationToken)).Where(f => db.Entry(f).State != EntityState.Deleted).ToList();
        var today = clock.GetCurrentInstant().InUtc().Date;
        var mutes = (await db.SupplierMutes.Where(m => m.SupplierId == supplier.Id).ToListAsync(cancellationToken)).Where(m => m.Until >= today).ToList();
        turn.Reply(SupplierProfileCard.Build(supplier, facts, mutes, token, await ZoneAsync(turn.Event, cancellationToken), audience), cardKey);
    }

    private async Task<bool> MuteAsync(Turn turn, IncomingMessage message, string rest, bool on, CancellationToken cancellationToken)
    {
        var audience = AnswerAudience.Of(message);
        OutgoingMessage Answer(string title, string text) => CheckAnswer.Plain(Tone.Neutral, title, audience, [text]);
        var (rule, after) = Cut(rest, " for ");
        var (name, until) = Cut(after, " until ");
        var (day, reason) = Cut(until, " because ");
        var isKnown = RiskRules.Categories.Contains(rule) || RiskRules.All.Any(r => r.Id == rule);
        if (after.Length == 0 && !isKnown && message.Addressing is not (Addressing.Command or Addressing.OrderForm)) return false;
        if (!isKnown) turn.Reply(Answer(When.Say(Words.MuteNoRuleTitle, ShownText.OnOneLine(SupplierRow.Cut(rule, 60))), Words.MuteHow));
        else if (await book.FindAsync(name, cancellationToken) is not { } supplier) turn.Reply(SupplierCard.Unknown(SupplierRow.Cut(name, 80), audience));
        else if (!on) turn.Reply(await UnmuteAsync(supplier, rule, cancellationToken) ? Answer(When.Say(Words.UnmutedTitle, SupplierHints.TitleOf(rule)), Words.UnmutedText) : Answer(Words.NotMutedTitle, Words.MuteHow));
        else if (DayOf(day) is not { } last) turn.Reply(Answer(Words.MuteNoDayTitle, Words.MuteHow));
        else if (reason.Length == 0) turn.Reply(Answer(Words.MuteNoReasonTitle, Words.MuteHow));
        else turn.Reply(await SetMuteAsync(turn, supplier, rule, last, reason, Answer, cancellationToken));
        return true;
    }

    private async Task<OutgoingMessage> SetMuteAsync(Turn turn, SupplierRow supplier, string rule, LocalDate until, string reason, Func<string, string, OutgoingMessage> answer, CancellationToken cancellationToken)
    {
        var row = await db.SupplierMutes.FirstOrDefaultAsync(m => m.SupplierId == supplier.Id && m.Rule == rule, cancellationToken);
        if (row is null) db.SupplierMutes.Add(row = new SupplierMuteRow { Id = Guid.CreateVersion7(), SupplierId = supplier.Id, Rule = rule, Reason = string.Empty, By = string.Empty });
        (row.Until, row.Reason, row.By) = (until, SupplierRow.Cut(reason, 300), SupplierRow.Cut(turn.Event.From.DisplayName ?? turn.Event.From.Id, 200));
        return answer(When.Say(Words.MutedTitle, SupplierHints.TitleOf(rule), ShownText.OnOneLine(SupplierRow.Cut(supplier.Name, 80)), When.Day(until)), Words.MutedText);
    }

    private async Task<bool> UnmuteAsync(SupplierRow supplier, string rule, CancellationToken cancellationToken)
    {
        if (await db.SupplierMutes.FirstOrDefaultAsync(m => m.SupplierId == supplier.Id && m.Rule == rule, cancellationToken) is not { } row) return false;
        db.SupplierMutes.Remove(row);
        return true;
    }

    private LocalDate? DayOf(string text)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        var day = QuoteReader.Read(text, today).Dates.Select(d => d.Value.Date).FirstOrDefault();
        return day is { } last && last >= today && Period.DaysBetween(today, last) <= MostDays ? last : null;
    }

    private async Task<bool> PressAsync(Turn turn, IncomingAction action, CancellationToken cancellationToken)
    {
        var (token, verb) = CardTokens.Split(action.Token);
        if (token.Length == 0 || await db.CardTokens.FindAsync([token], cancellationToken) is not { } card || card.TeamId != db.TeamId) return false;

        // A button that was copied elsewhere does nothing; a card for one person is pressed by that person.
        if (card.OnlyFor is { } only ? only != action.From.Id : card.ConversationKey != StorableKey.OfConversation(action.Conversation)) return false;
        if (SupplierSubject.Of(card.Subject) is not { } subject || await db.Suppliers.FirstOrDefaultAsync(s => s.Id == subject.MemoryOf, cancellationToken) is not { } supplier) return false;
        if (verb == SupplierMemoryVerbs.Confirm) return await ConfirmAsync(turn, action, subject, supplier, cancellationToken);
        var facts = await memory.OfAsync(supplier, cancellationToken);
        if (verb == SupplierMemoryVerbs.ForgetAll) db.SupplierFacts.RemoveRange(facts);
        else if (verb.StartsWith(SupplierMemoryVerbs.Forget, StringComparison.Ordinal) && Guid.TryParseExact(verb[SupplierMemoryVerbs.Forget.Length..], "N", out var id)) db.SupplierFacts.RemoveRange(facts.Where(f => f.Id == id));
        else return false;
        await ShowAsync(turn, supplier, cancellationToken, "card/" + token, card.OnlyFor is null);
        return true;
    }

    private async Task<bool> ConfirmAsync(Turn turn, IncomingAction action, SupplierSubject subject, SupplierRow supplier, CancellationToken cancellationToken)
    {
        if (await messages.FindAsync(subject.Message, cancellationToken) is not { } message)
        {
            turn.Reply(CheckAnswer.Plain(Tone.Neutral, Words.FeedbackGoneTitle, Audience.AskerOnly, [Words.FeedbackGoneText]));
            return true;
        }

        var kept = memory.Confirm(supplier, await memory.OfAsync(supplier, cancellationToken), StatedFact.Of(QuoteReader.Read(message.Text, message.Day)), action.From.DisplayName ?? action.From.Id);
        var name = ShownText.OnOneLine(SupplierRow.Cut(supplier.Name, 80));
        var account = kept.FirstOrDefault(k => k.Kind == SupplierFactKind.Account)?.Shown ?? string.Empty;
        turn.Reply(CheckAnswer.Plain(Tone.Neutral, When.Say(Words.AccountKnownTitle, name, account), Audience.AskerOnly, [When.Say(Words.AccountKnownText, name)]));
        return true;
    }

    private static (string Before, string After) Cut(string text, string at)
    {
        var place = text.IndexOf(at, StringComparison.OrdinalIgnoreCase);
        return place < 0 ? (text.Trim(), string.Empty) : (text[..place].Trim(), text[(place + at.Length)..].Trim());
    }

    private async Task<DateTimeZone> ZoneAsync(IncomingEvent incoming, CancellationToken cancellationToken) =>
        (await people.ZoneOfAsync(incoming, cancellationToken) ?? options.TimeZone) is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc : DateTimeZone.Utc;
}
