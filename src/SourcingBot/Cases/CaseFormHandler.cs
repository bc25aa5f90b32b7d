using NodaTime;
using NodaTime.Text;
using SourcingBot.Chat;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Reminders;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>Takes what a form of the page says about a case: the same steps as in chat, at the question that the form names.</summary>
/// <param name="desk">Leads through cases.</param>
/// <param name="stages">What comes after the questions.</param>
/// <param name="evidence">Takes files.</param>
/// <param name="replies">Sends the cards.</param>
/// <param name="book">The cases.</param>
/// <param name="warnings">Judges what is told.</param>
/// <param name="people">Knows zones.</param>
/// <param name="options">The zone of people whose own is not known.</param>
/// <param name="clock">The time.</param>
internal sealed class CaseFormHandler(
    CaseDesk desk, CaseStages stages, CaseEvidence evidence, CaseReplies replies, CaseBook book, CaseWarnings warnings, People people, ReminderOptions options, IClock clock) : ITurnHandler
{
    /// <inheritdoc/>
    public async Task<bool> TryHandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.Event is not IncomingMessage message || CaseForm.Of(message.Form) is not { } form) return false;
        var zone = ZoneNames.OrUtc(await people.ZoneOfAsync(message, cancellationToken) ?? options.TimeZone);
        var talk = new CaseTalk(turn, CasePlace.Of(message), zone);
        if (await book.FindAsync(form.Case, cancellationToken) is not { } stored) replies.Say(talk, Tone.Neutral, CaseWords.FormCaseGoneTitle, CaseWords.FormCaseGoneText);
        else if (stored.Row.Stage == CaseStage.Closed && form.Verb != CaseVerbs.Reopen) await stages.WasClosedAsync(talk, stored, message.Attachments.Count > 0, cancellationToken);
        else if (stored.Flow.Find(form.Question) is { } question) await AnswerAsync(talk, message, stored, question, form, cancellationToken);
        else if (message.Attachments.Count > 0) await TakeAsync(talk, message, stored, null, Instant.Min(form.ShownAt, clock.GetCurrentInstant()), null, [], cancellationToken);
        else await DoAsync(talk, stored, form.Verb ?? string.Empty, message.Text.Trim(), cancellationToken);
        return true;
    }

    private Task DoAsync(CaseTalk talk, StoredCase stored, string verb, string words, CancellationToken cancellationToken)
    {
        if (verb.StartsWith(CaseVerbs.Happened, StringComparison.Ordinal)) return stages.HappenedAsync(talk, stored, verb[CaseVerbs.Happened.Length..], cancellationToken);
        return verb switch
        {
            CaseVerbs.Filed => stages.FileAsync(talk, stored, cancellationToken),
            CaseVerbs.Close => stages.CloseAsync(talk, stored, cancellationToken),
            CaseVerbs.Reopen => stages.ReopenAsync(talk, stored, cancellationToken),
            CaseVerbs.Offer when words.Length > 0 => stages.OfferAsync(talk, stored, words, cancellationToken),
            _ => replies.SummariseAsync(talk, stored, [], cancellationToken),
        };
    }

    private Task AnswerAsync(CaseTalk talk, IncomingMessage message, StoredCase stored, Question question, CaseForm form, CancellationToken cancellationToken)
    {
        // A form cannot have been shown later than now, whatever it says.
        var now = clock.GetCurrentInstant();
        var asked = Instant.Min(form.ShownAt, now);
        var by = OrderDesk.PersonOf(message);
        if (message.Attachments.Count == 0 && form.Verb is { } verb)
        {
            if (verb is CaseVerbs.Later or CaseVerbs.Skip) return desk.MoveAsync(talk, stored, question, verb == CaseVerbs.Skip ? GlobalWord.Skip : GlobalWord.Later, string.Empty, cancellationToken);
            return PressedAnswer.Of(question, verb, null, by, now) is { } pressed ? desk.AnswerAsync(talk, stored, question, pressed, asked, [], cancellationToken) : desk.GoOnAsync(talk, stored, [], cancellationToken);
        }

        var text = message.Text.Trim();
        if (question.Kind == AnswerKind.Date && LocalDatePattern.Iso.Parse(text) is { Success: true } day)
            return desk.AnswerAsync(talk, stored, question, new Answer { State = AnswerState.Given, Date = day.Value, By = by, At = now }, asked, [], cancellationToken);
        var read = AnswerReader.Read(question, text, message.SentAt.InZone(talk.Zone).Date, by, now);
        List<LeadLine> said = [.. warnings.Of(stored.Row.Kind, question, text)];
        if (message.Attachments.Count > 0) return TakeAsync(talk, message, stored, question, asked, read.Answer, said, cancellationToken);
        return read.Answer is { } answer
            ? desk.AnswerAsync(talk, stored, question, answer, asked, [.. read.Refused.Select(r => new LeadLine(Tone.Neutral, r)), .. said], cancellationToken)
            : desk.AskAgainAsync(talk, stored, question, read, cancellationToken);
    }

    /// <summary>Files that no question of the case takes are not kept, and that is said.</summary>
    private async Task TakeAsync(CaseTalk talk, IncomingMessage message, StoredCase stored, Question? question, Instant asked, Answer? words, IReadOnlyList<LeadLine> said, CancellationToken cancellationToken)
    {
        if (!await evidence.TakeAsync(talk, message, stored, question, asked, words, said, cancellationToken))
            await replies.SummariseAsync(talk, stored, [new LeadLine(Tone.Caution, CaseWords.NoFilesHere)], cancellationToken);
    }
}
