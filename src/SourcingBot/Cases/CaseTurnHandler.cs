using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Reminders;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>Takes words that begin a case, answer its question, or move about in it. What is not about a case is left to others.</summary>
/// <param name="starts">Begins cases.</param>
/// <param name="desk">Leads through them.</param>
/// <param name="stages">What comes after the questions.</param>
/// <param name="evidence">Takes files.</param>
/// <param name="replies">Sends the cards.</param>
/// <param name="book">The cases.</param>
/// <param name="flows">The flows.</param>
/// <param name="warnings">Judges what is told.</param>
/// <param name="people">Knows zones.</param>
/// <param name="options">The zone of people whose own is not known.</param>
/// <param name="clock">The time.</param>
internal sealed class CaseTurnHandler(
    CaseStarts starts, CaseDesk desk, CaseStages stages, CaseEvidence evidence, CaseReplies replies, CaseBook book, FlowBook flows, CaseWarnings warnings, People people, ReminderOptions options, IClock clock) : ITurnHandler
{
    /// <summary>More words than this are no answer to a question that wants a day, an amount or a choice.</summary>
    private const int LongestShort = 12;

    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Event is not IncomingMessage { IsEdit: false } message) return false;
        var request = CaseRequest.Of(message, flows);
        var place = CasePlace.Of(message);
        if (request.Wish == CaseWish.None)
        {
            // In a slash command nothing is an answer: it stands nowhere that a question was asked.
            return message.Addressing is not (Addressing.Command or Addressing.MessageShortcut or Addressing.Form)
                && await book.PlaceAsync(place.Key, cancellationToken) is { } known && await AnswerAsync(turn, message, place, known, cancellationToken);
        }

        var talk = new CaseTalk(turn, place, await ZoneAsync(message, cancellationToken));

        // Words without a command are an answer first, where one is waited for.
        if (request.Rest == message.Text.Trim() && await book.PlaceAsync(place.Key, cancellationToken) is { Asked: not null } asked
            && await book.FindAsync(asked.CaseId, cancellationToken) is { Row.Stage: not CaseStage.Closed } && await AnswerAsync(turn, message, place, asked, cancellationToken)) return true;
        return await starts.DoAsync(talk, request, cancellationToken);
    }

    private async Task<bool> AnswerAsync(Turn turn, IncomingMessage message, CasePlace place, CasePlaceRow known, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(known.CaseId, cancellationToken) is not { } stored) return false;
        var text = message.Text.Trim();
        var (word, rest) = GlobalWords.Of(text);
        if (stored.Row.Stage == CaseStage.Closed && word is not (GlobalWord.Stop or GlobalWord.Summary or GlobalWord.AllAnswers or GlobalWord.Continue))
            return await ClosedAsync(turn, message, place, stored, known.Asked is not null || word == GlobalWord.Change, cancellationToken);

        // Two messages in a row: the second was written before its writer saw the question that the first one brought.
        var isAhead = known.Asked is not null && turn.ReceivedAt < known.AskedAt;
        if (word != GlobalWord.None && (known.Asked is not null || word is GlobalWord.Continue or GlobalWord.Summary or GlobalWord.AllAnswers or GlobalWord.Change))
        {
            if (isAhead && word is GlobalWord.Back or GlobalWord.Skip or GlobalWord.Later or GlobalWord.Why) return await AheadAsync(turn, place, stored, known, cancellationToken);
            await desk.MoveAsync(await TalkAsync(turn, place, cancellationToken), stored, stored.Flow.Find(known.Asked), word, rest, cancellationToken);
            return true;
        }

        if (IsForOthers(message)) return false;
        if (message.Attachments.Count > 0)
            return await TakeFilesAsync(await TalkAsync(turn, place, cancellationToken), message, stored, isAhead ? null : known.Asked, known.AskedAt, cancellationToken);
        if (known.Asked is null) return false;
        if (isAhead && !IsLong(text)) return await AheadAsync(turn, place, stored, known, cancellationToken);
        if (known.Asked == CaseStages.OfferAsked)
        {
            if (text.Length == 0) return false;
            await stages.OfferAsync(await TalkAsync(turn, place, cancellationToken), stored, text, cancellationToken);
            return true;
        }

        var talk = await TalkAsync(turn, place, cancellationToken);
        if (stored.Flow.Find(known.Asked) is not { } question)
        {
            // It was asked in an earlier version of the flow: its answer has no place any more, and is no supplier's message either.
            if (IsLong(text)) return false;
            await desk.GoOnAsync(talk, stored, [], cancellationToken);
            return true;
        }

        return await ReadAsync(talk, message, stored, question, known.AskedAt, cancellationToken);
    }

    /// <summary>An answer to a case that was closed in the meantime is not taken, and not met with another answer than that. Files alone can be meant for nothing else.</summary>
    private async Task<bool> ClosedAsync(Turn turn, IncomingMessage message, CasePlace place, StoredCase stored, bool isAsked, CancellationToken cancellationToken)
    {
        var isFile = message.Attachments.Count > 0;
        if (IsForOthers(message) || IsLong(message.Text.Trim()) || (!isAsked && !(isFile && message.Text.Trim().Length == 0))) return false;
        await stages.WasClosedAsync(await TalkAsync(turn, place, cancellationToken), stored, isFile, cancellationToken);
        return true;
    }

    /// <summary>What was sent before the question that waits now was asked is no answer to it.</summary>
    private async Task<bool> AheadAsync(Turn turn, CasePlace place, StoredCase stored, CasePlaceRow known, CancellationToken cancellationToken)
    {
        var talk = await TalkAsync(turn, place, cancellationToken);
        List<LeadLine> lead = [new(Tone.Neutral, CaseWords.SentAhead)];
        if (known.Asked == CaseStages.OfferAsked) await stages.AskOfferAsync(talk, stored, cancellationToken);
        else if (stored.Flow.Find(known.Asked) is { } question) await replies.AskAsync(talk, stored, question, lead, cancellationToken);
        else await desk.GoOnAsync(talk, stored, lead, cancellationToken);
        return true;
    }

    private async Task<bool> TakeFilesAsync(CaseTalk talk, IncomingMessage message, StoredCase stored, string? asked, Instant askedAt, CancellationToken cancellationToken)
    {
        var question = stored.Flow.Find(asked);
        var text = message.Text.Trim();
        var isAnswer = question?.Kind == AnswerKind.Evidence && text.Length > 0;
        var words = isAnswer ? AnswerReader.Read(question!, LinkLabels.Append(text, message.Links), default, OrderDesk.PersonOf(message), clock.GetCurrentInstant()).Answer : null;
        return await evidence.TakeAsync(talk, message, stored, question, askedAt, words, isAnswer ? [.. warnings.Of(text)] : [], cancellationToken);
    }

    private async Task<bool> ReadAsync(CaseTalk talk, IncomingMessage message, StoredCase stored, Question question, Instant asked, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var text = LinkLabels.Append(message.Text.Trim(), message.Links);
        var read = AnswerReader.Read(question, text, (message.WrittenAt ?? message.SentAt).InZone(talk.Zone).Date, OrderDesk.PersonOf(message), now);
        if (read.Answer is not { } answer)
        {
            // A long message is a supplier's that somebody wants judged; the question waits.
            if (read.Alternatives.Count == 0 && IsLong(text)) return false;
            await desk.AskAgainAsync(talk, stored, question, read, cancellationToken);
            return true;
        }

        var said = warnings.Of(stored.Row.Kind, question, text);
        await desk.AnswerAsync(talk, stored, question, answer, asked, [.. read.Refused.Select(r => new LeadLine(Tone.Neutral, r)), .. said], cancellationToken);
        return true;
    }

    private static bool IsLong(string text) => Word.Of(text).Count > LongestShort || text.Contains('\n', StringComparison.Ordinal);

    /// <summary>What begins with another command is no answer.</summary>
    private static bool IsForOthers(IncomingMessage message)
    {
        var text = message.Text.TrimStart();
        if (text.StartsWith("check ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("check:", StringComparison.OrdinalIgnoreCase)) return true;
        return Request.Of(message).Wish == Wish.Help || OrderRequest.Of(message) is { Wish: not OrderWish.None, IsCommand: true };
    }

    private async Task<CaseTalk> TalkAsync(Turn turn, CasePlace place, CancellationToken cancellationToken) => new(turn, place, await ZoneAsync(turn.Event, cancellationToken));

    private async Task<DateTimeZone> ZoneAsync(IncomingEvent incoming, CancellationToken cancellationToken) =>
        ZoneNames.OrUtc(await people.ZoneOfAsync(incoming, cancellationToken) ?? options.TimeZone);
}
