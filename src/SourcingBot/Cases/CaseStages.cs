using SourcingBot.Chat;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Quotes;
using SourcingBot.Resources;
using SourcingBot.Suppliers;
using SourcingBot.Text;

namespace SourcingBot.Cases;

/// <summary>What comes after the questions: handing in, the supplier's offers, closing. Changes rows and saves nothing.</summary>
/// <param name="book">The cases.</param>
/// <param name="replies">Sends the cards.</param>
/// <param name="orders">What joins a case to its order.</param>
/// <param name="suppliers">The suppliers.</param>
/// <param name="warnings">Judges what a supplier says.</param>
/// <param name="reminders">Plans the reminders.</param>
internal sealed class CaseStages(CaseBook book, CaseReplies replies, CaseOrders orders, SupplierBook suppliers, CaseWarnings warnings, CaseReminderPlan reminders)
{
    /// <summary>The name under which an offer is asked for in a place.</summary>
    public const string OfferAsked = "@offer";

    /// <summary>More than this is no share that anybody reads, and needs no exact number.</summary>
    private const double MostPercent = 1000;

    /// <summary>The case was handed in: its clocks run from today.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task FileAsync(CaseTalk talk, StoredCase stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Row.Stage == CaseStage.Collecting)
        {
            stored.Row.Stage = CaseStage.Filed;
            book.Record(stored.Row, CaseEntryKind.Filed, null, null, talk.Turn.Event);
            if (stored.Row.Kind == FlowKind.Dispute)
            {
                var kind = stored.ChoiceOf("protection") == "offline" ? OrderEventKind.OfflineComplaintOpened : OrderEventKind.RefundAsked;
                await orders.HappenedAsync(stored, kind, talk.Turn, cancellationToken);
                if (stored.TextOf("supplier") is { } supplier) await suppliers.WorryAsync(supplier, ReCheckReason.Quality, cancellationToken);
            }

            await reminders.PlanAsync(stored, cancellationToken);
        }

        await replies.SummariseAsync(talk, stored, [new LeadLine(Tone.Neutral, stored.Row.Kind == FlowKind.Dispute ? CaseWords.FiledDispute : CaseWords.FiledOther)], cancellationToken);
    }

    /// <summary>Something happened to the order of a case that was handed in.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="name">The event's name.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task HappenedAsync(CaseTalk talk, StoredCase stored, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talk);
        if (!KebabNames<OrderEventKind>.ByName.TryGetValue(name, out var kind)) return;
        await orders.HappenedAsync(stored, kind, talk.Turn, cancellationToken);
        List<LeadLine> lead = [new(Tone.Neutral, When.Say(CaseWords.HappenedNoted, EventNames.Of(kind)))];
        if (kind == OrderEventKind.EvidenceSlotOpened) lead.Insert(0, new LeadLine(Tone.Caution, When.Say(CaseWords.SlotDate, stored.TextOf("order-number") ?? CaseWords.YourNumber)));
        await replies.SummariseAsync(talk, stored, lead, cancellationToken);
    }

    /// <summary>Asks what the supplier offers.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task AskOfferAsync(CaseTalk talk, StoredCase stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talk);
        await book.AskAsync(talk.Place.Key, stored, OfferAsked, cancellationToken);
        var message = Checks.CheckAnswer.Plain(Tone.Neutral, CaseWords.OfferTitle, talk.Place.Audience, [CaseWords.OfferText]);
        replies.Reply(talk, message, null, CaseText.NameOf(stored));
    }

    /// <summary>Records what the supplier offered or refused, and warns where it would end the protection.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="words">The supplier's words, or the gist of them; from outside.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task OfferAsync(CaseTalk talk, StoredCase stored, string words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(stored);
        book.Record(stored.Row, CaseEntryKind.Offer, null, AnswerReader.Cut(words), talk.Turn.Event);
        List<LeadLine> lead = [.. warnings.Of(words)];
        if (QuoteReader.Read(words).Money is [var offered, ..] && Disputes.ClaimAmount.Of(stored.Answers).Amount is { } claim && claim.Currency == offered.Value.Currency && claim.Amount > 0)
            lead.Add(new LeadLine(Tone.Neutral, When.Say(CaseWords.OfferShare, Disputes.ClaimAmount.Show(offered.Value), (int)Math.Min(MostPercent, 100 * (double)offered.Value.Amount / (double)claim.Amount), Disputes.ClaimAmount.Show(claim))));
        lead.Add(new LeadLine(Tone.Neutral, CaseWords.OfferNoted));
        await replies.SummariseAsync(talk, stored, lead, cancellationToken);
    }

    /// <summary>Closes a case; a vetted supplier counts as checked.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task CloseAsync(CaseTalk talk, StoredCase stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Row.Stage != CaseStage.Closed)
        {
            book.Record(stored.Row, CaseEntryKind.Closed, null, null, talk.Turn.Event);
            stored.Row.Stage = CaseStage.Closed;
            stored.Row.ClosedAt = stored.Row.ChangedAt;
            if (stored.Row.Kind == FlowKind.Vetting && stored.TextOf("supplier") is { } name && await suppliers.FindAsync(name, cancellationToken) is { } supplier) suppliers.Checked(supplier);
            await reminders.PlanAsync(stored, cancellationToken);
        }

        await replies.SummariseAsync(talk, stored, [], cancellationToken);
    }

    /// <summary>Says that a case is closed, so that what was said or pressed changed nothing, and shows it.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="isFile">Whether a file was sent.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public Task WasClosedAsync(CaseTalk talk, StoredCase stored, bool isFile, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(stored);
        var day = When.Weekday((stored.Row.ClosedAt ?? stored.Row.ChangedAt).InZone(talk.Zone).Date);
        return replies.SummariseAsync(talk, stored, [new LeadLine(Tone.Neutral, When.Say(isFile ? CaseWords.WasClosedFiles : CaseWords.WasClosed, day))], cancellationToken);
    }

    /// <summary>Takes a closed case up again.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task ReopenAsync(CaseTalk talk, StoredCase stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Row.Stage == CaseStage.Closed)
        {
            stored.Row.Stage = CaseStage.Collecting;
            stored.Row.ClosedAt = null;
            book.Record(stored.Row, CaseEntryKind.Reopened, null, null, talk.Turn.Event);
            await reminders.PlanAsync(stored, cancellationToken);
        }

        await replies.SummariseAsync(talk, stored, [], cancellationToken);
    }
}
