using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Evidence;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Packs;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>Takes the files that come in a case: as the answer where proof was asked for, else it asks what they show. Changes rows and saves nothing.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="intake">Fetches and stores them.</param>
/// <param name="desk">Leads through the case.</param>
/// <param name="replies">Sends the cards.</param>
/// <param name="clock">The time.</param>
internal sealed class CaseEvidence(SourcingDbContext db, EvidenceIntake intake, CaseDesk desk, CaseReplies replies, IClock clock)
{
    private const int MostChoices = 15;

    /// <summary>Takes the files of a message.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="message">The message.</param>
    /// <param name="stored">The case.</param>
    /// <param name="question">The question that was asked there, or null.</param>
    /// <param name="asked">When it was asked.</param>
    /// <param name="words">What is answered besides, or null where the message has no words.</param>
    /// <param name="said">Warnings about those words.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>False where no question of the case is answered with files.</returns>
    public async Task<bool> TakeAsync(
        CaseTalk talk, IncomingMessage message, StoredCase stored, Question? question, Instant asked, Answer? words, IReadOnlyList<LeadLine> said, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(stored);
        var proofs = FlowEngine.Applicable(stored.Flow, stored.Answers).Where(q => q.Kind == AnswerKind.Evidence).ToList();
        if (proofs.Count == 0) return false;
        var isAnswer = question?.Kind == AnswerKind.Evidence;
        var taken = await intake.TakeAsync(talk.Turn, stored.Row.Id, isAnswer ? question!.Id : null, cancellationToken);
        var files = taken.OfType<TakenFile.Kept>().Select(k => new EvidenceFile(k.Row.Id, k.Row.Name)).ToList();
        List<LeadLine> lead = [.. taken.OfType<TakenFile.NotKept>().Select(n => new LeadLine(Tone.Caution, n.Words)), .. await NotesAsync(stored, [.. taken.OfType<TakenFile.Kept>().Select(k => k.Row)], cancellationToken), .. said];
        if (files.Count == 0 && words is null)
        {
            if (question is not null) await replies.AskAsync(talk, stored, question, lead, cancellationToken);
            else await replies.SummariseAsync(talk, stored, lead, cancellationToken);
            return true;
        }

        if (isAnswer)
        {
            var given = words is { State: AnswerState.Given } ? words : new Answer { State = AnswerState.Given, By = OrderDesk.PersonOf(message), At = clock.GetCurrentInstant() };
            await desk.AnswerAsync(talk, stored, question!, given with { Files = files }, asked, lead, cancellationToken);
            return true;
        }

        // Nothing was asked that a file answers: it is kept, and the person says what it shows.
        var kept = When.Say(files.Count == 1 ? CaseWords.FileForText : CaseWords.FilesForText, string.Join(", ", files.Select(f => CaseText.Short(f.Name, 60))));
        replies.Choose(
            talk, CaseWords.FileForTitle, string.Join(' ', lead.Select(l => l.Text).Append(kept)), new CaseSubject(stored.Row.Id, string.Empty, null, Files: files),
            [.. proofs.Take(MostChoices).Select(q => (CaseText.Short(CaseText.LabelOf(q), 30), CaseVerbs.FileFor + q.Id))]);
        return true;
    }

    /// <summary>Adds files that were kept to the question that they answer.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="question">The question.</param>
    /// <param name="files">The files.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task AssignAsync(CaseTalk talk, StoredCase stored, Question question, IReadOnlyList<EvidenceFile> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(question);
        var ids = files.Select(f => f.Id).ToList();
        foreach (var row in await db.StoredFiles.Where(f => ids.Contains(f.Id) && f.CaseId == stored.Row.Id).ToListAsync(cancellationToken)) row.QuestionId = question.Id;
        var now = clock.GetCurrentInstant();
        await desk.AnswerAsync(talk, stored, question, new Answer { State = AnswerState.Given, Files = files, By = OrderDesk.PersonOf(talk.Turn.Event), At = now }, now, [], cancellationToken);
    }

    /// <summary>What the marketplace does not take is said at the first such file of a case, not at each.</summary>
    private async Task<IEnumerable<LeadLine>> NotesAsync(StoredCase stored, List<StoredFileRow> files, CancellationToken cancellationToken)
    {
        if (!CasePacks.HasPack(stored) || files.Count == 0) return [];
        var now = files.Select(f => f.Id).ToHashSet();
        var earlier = await db.StoredFiles.AsNoTracking().Where(f => f.CaseId == stored.Row.Id).ToListAsync(cancellationToken);
        var told = FileNotes.Of([.. earlier.Where(f => !now.Contains(f.Id))], UploadRules.BuiltIn).Select(l => l.Text).ToHashSet(StringComparer.Ordinal);
        return FileNotes.Of(files, UploadRules.BuiltIn).Where(l => !told.Contains(l.Text));
    }
}
