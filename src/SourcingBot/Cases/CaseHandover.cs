using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Orders;
using SourcingBot.Packs;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>Hands the evidence pack over in chat: where the case stands and what to mind, then the file. Changes rows and saves nothing.</summary>
/// <param name="packs">The packs.</param>
/// <param name="book">The cases.</param>
/// <param name="replies">Sends the cards.</param>
internal sealed class CaseHandover(CasePacks packs, CaseBook book, CaseReplies replies)
{
    private const int MostWarnings = 3;

    /// <summary>Hands the pack over; where a case has none, it says so and shows the case.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task HandOverAsync(CaseTalk talk, StoredCase stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talk);
        if (!CasePacks.HasPack(stored))
        {
            await replies.SummariseAsync(talk, stored, [new LeadLine(Tone.Neutral, CaseWords.PackNone)], cancellationToken);
            return;
        }

        var report = await packs.ForeseeAsync(stored, cancellationToken);
        book.Record(stored.Row, CaseEntryKind.PackTaken, null, null, talk.Turn.Event);
        List<LeadLine> lead = [new(Tone.Neutral, CaseWords.PackFollows)];
        lead.AddRange(report.Warnings.Take(MostWarnings).Select(w => new LeadLine(Tone.Neutral, w)));
        if (report.Warnings.Count > MostWarnings) lead.Add(new LeadLine(Tone.Neutral, CaseWords.PackMoreWarnings));
        await replies.SummariseAsync(talk, stored, lead, cancellationToken);
        var words = When.Say(report.Exhibits switch { 0 => CaseWords.PackTextNone, 1 => CaseWords.PackTextOne, _ => CaseWords.PackText }, stored.Row.Name, report.Exhibits);
        talk.Turn.Reply(new OutgoingMessage(words, null, talk.Place.Audience, FileToSend.Of(PackFileSource.ReferenceOf(stored.Row.Id), CasePacks.NameOf(stored))));
    }
}
