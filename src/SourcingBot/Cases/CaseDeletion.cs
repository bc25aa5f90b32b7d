using Microsoft.EntityFrameworkCore;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>Deletes cases, once somebody has said so twice. Changes rows and saves nothing; the bytes of files, which then belong to no row, go with the daily clean-up.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="replies">Sends the cards.</param>
internal sealed class CaseDeletion(SourcingDbContext db, CaseReplies replies)
{
    /// <summary>Asks whether it is meant.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task AskAsync(CaseTalk talk, StoredCase stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var files = await db.StoredFiles.CountAsync(f => f.CaseId == stored.Row.Id, cancellationToken);
        replies.Choose(
            talk, When.Say(CaseWords.DeleteTitle, CaseText.NameOf(stored)), When.Say(CaseWords.DeleteText, stored.Answers.Count, files), new CaseSubject(stored.Row.Id, string.Empty, null),
            [(CaseWords.ButtonDelete, CaseVerbs.Delete), (CaseWords.ButtonKeep, CaseVerbs.Summary)]);
    }

    /// <summary>Deletes a case with its answers, history, reminders and files.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task DeleteAsync(CaseTalk talk, StoredCase stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var id = stored.Row.Id;
        db.CaseEntries.RemoveRange(await db.CaseEntries.Where(e => e.CaseId == id).ToListAsync(cancellationToken));
        db.CasePlaces.RemoveRange(await db.CasePlaces.Where(p => p.CaseId == id).ToListAsync(cancellationToken));
        db.CaseReminders.RemoveRange(await db.CaseReminders.Where(r => r.CaseId == id).ToListAsync(cancellationToken));
        db.StoredFiles.RemoveRange(await db.StoredFiles.Where(f => f.CaseId == id).ToListAsync(cancellationToken));
        db.Cases.Remove(stored.Row);
        replies.Say(talk, Tone.Neutral, When.Say(CaseWords.DeletedTitle, CaseText.NameOf(stored)), CaseWords.DeletedText);
    }
}
