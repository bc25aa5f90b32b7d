using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Packs;
using SourcingBot.Reminders;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>Begins cases, finds them, lists them. Changes rows and saves nothing.</summary>
/// <param name="book">The cases.</param>
/// <param name="flows">The flows.</param>
/// <param name="desk">Leads through them.</param>
/// <param name="replies">Sends the cards.</param>
/// <param name="orders">The orders.</param>
/// <param name="joins">What joins a case to its order.</param>
/// <param name="handover">Hands packs over.</param>
/// <param name="deletion">Deletes cases.</param>
/// <param name="introductions">Asks who somebody is.</param>
/// <param name="people">Knows zones.</param>
/// <param name="options">The zone of people whose own is not known.</param>
/// <param name="clock">The time.</param>
internal sealed class CaseStarts(
    CaseBook book, FlowBook flows, CaseDesk desk, CaseReplies replies, OrderBook orders, CaseOrders joins, CaseHandover handover, CaseDeletion deletion, Introductions introductions, People people, ReminderOptions options, IClock clock)
{
    private const int MostListed = 20;
    private const int MostChoices = 5;

    /// <summary>Does what a message wants.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<bool> DoAsync(CaseTalk talk, CaseRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talk);
        switch (request.Wish)
        {
            case CaseWish.List:
                await ListAsync(talk, cancellationToken);
                return true;
            case CaseWish.Show:
                await ShowAsync(talk, CaseNames.In(request.Rest)!, cancellationToken);
                return true;
            case CaseWish.Begin:
                await BeginAsync(talk, request.Kind, request.Rest, cancellationToken);
                return true;
            case CaseWish.Pack:
                await PackAsync(talk, request.Rest, cancellationToken);
                return true;
            case CaseWish.Delete:
                if (await NamedAsync(talk, CaseNames.In(request.Rest)!, cancellationToken) is { } named) await deletion.AskAsync(talk, named, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Begins a dispute about an order from a reminder's button, or goes on with the one that there is. Where others may read along, it goes on in the personal chat.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="order">The order.</param>
    /// <param name="isPublic">Whether the reminder stands where everybody sees it.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task DisputeAsync(Turn turn, StoredOrder order, bool isPublic, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        await introductions.IntroduceAsync(turn, cancellationToken);
        var place = CasePlace.Of(turn.Event);
        var zone = ZoneNames.OrUtc(await people.ZoneOfAsync(turn.Event, cancellationToken) ?? options.TimeZone);
        await ForOrderAsync(new CaseTalk(turn, place with { IsElsewhere = place.IsElsewhere && isPublic }, zone), FlowKind.Dispute, order, string.Empty, cancellationToken);
    }

    private async Task BeginAsync(CaseTalk talk, FlowKind kind, string words, CancellationToken cancellationToken)
    {
        await introductions.IntroduceAsync(talk.Turn, cancellationToken);
        if (CaseNames.In(words) is { } name && await book.FindAsync(name, cancellationToken) is { } named)
        {
            await ResumeAsync(talk, named, cancellationToken);
            return;
        }

        var number = kind is FlowKind.Dispute or FlowKind.Ready or FlowKind.Paid ? OrderTextReader.Read("order " + words, clock.GetCurrentInstant().InZone(talk.Zone).Date).Number : null;
        var found = number is null ? [] : await orders.FindAsync(number, cancellationToken);
        if (found.Count > 1)
        {
            // Two orders of one number: the supplier tells them apart.
            replies.Choose(
                talk, When.Say(Words.SeveralOrdersTitle, CaseText.Short(number!, 40)), Words.SeveralOrdersText, new CaseSubject(Guid.Empty, string.Empty, words),
                [.. found.Take(MostChoices).Select(o => (CaseText.Short(o.Facts.Supplier, 30), $"{CaseVerbs.Begin}{kind}:{o.Row.Id:N}"))]);
            return;
        }

        if (found is [var only])
        {
            await ForOrderAsync(talk, kind, only, words, cancellationToken);
            return;
        }

        var known = new Dictionary<string, Answer>(StringComparer.Ordinal);
        var at = clock.GetCurrentInstant();
        if (number is not null) known["order-number"] = new Answer { State = AnswerState.Given, Text = number, At = at };
        if (kind == FlowKind.Vetting && words.Length is > 0 and <= 120 && flows.Guess(words, kind) is null) known["supplier"] = new Answer { State = AnswerState.Given, Text = words, At = at };
        if (kind == FlowKind.Ddp && words.Length > 0) known["supplier-text"] = new Answer { State = AnswerState.Given, Text = words, At = at };
        await desk.BeginAsync(talk, FlowOf(kind, words), null, known, cancellationToken);
    }

    /// <summary>Begins a case about an order, or goes on with the one that there is.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="order">The order.</param>
    /// <param name="words">What somebody said of it; may be empty.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task ForOrderAsync(CaseTalk talk, FlowKind kind, StoredOrder order, string words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (await book.OpenOfOrderAsync(order.Row.Id, kind, cancellationToken) is { } open) await ResumeAsync(talk, open, cancellationToken);
        else await desk.BeginAsync(talk, FlowOf(kind, words), order, joins.KnownOf(order), cancellationToken);
    }

    private async Task ResumeAsync(CaseTalk talk, StoredCase stored, CancellationToken cancellationToken)
    {
        var (done, all) = FlowEngine.Progress(stored.Flow, stored.Answers);
        await desk.GoOnAsync(talk, stored, stored.Row.Stage == CaseStage.Collecting ? [new LeadLine(Tone.Neutral, When.Say(CaseWords.Resumed, stored.Row.Name, done, all))] : [], cancellationToken);
    }

    private async Task ShowAsync(CaseTalk talk, string name, CancellationToken cancellationToken)
    {
        if (await NamedAsync(talk, name, cancellationToken) is { } stored) await ResumeAsync(talk, stored, cancellationToken);
    }

    private async Task<StoredCase?> NamedAsync(CaseTalk talk, string name, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(name, cancellationToken) is { } stored) return stored;
        replies.Say(talk, Tone.Neutral, When.Say(CaseWords.UnknownCaseTitle, name), CaseWords.UnknownCaseText);
        return null;
    }

    /// <summary>Hands over the pack of the case that is named, whose order is named, or that is talked about here; else of the only dispute that is open.</summary>
    private async Task PackAsync(CaseTalk talk, string words, CancellationToken cancellationToken)
    {
        if (CaseNames.In(words) is { } name)
        {
            if (await NamedAsync(talk, name, cancellationToken) is { } named) await handover.HandOverAsync(talk, named, cancellationToken);
            return;
        }

        if (words.Length == 0 && await book.PlaceAsync(talk.Place.Key, cancellationToken) is { } place && await book.FindAsync(place.CaseId, cancellationToken) is { } here && CasePacks.HasPack(here))
        {
            await handover.HandOverAsync(talk, here, cancellationToken);
            return;
        }

        List<StoredCase> disputes = [.. (await book.NewestAsync(MostListed, cancellationToken)).Where(CasePacks.HasPack)];
        if (words.Length > 0 && disputes.Where(d => d.TextOf("order-number") is { } number && words.Contains(number, StringComparison.OrdinalIgnoreCase)).ToList() is { Count: > 0 } meant) disputes = meant;
        switch (disputes)
        {
            case []:
                replies.Say(talk, Tone.Neutral, CaseWords.PackNoDisputeTitle, CaseWords.PackNoDisputeText);
                break;
            case [var only]:
                await handover.HandOverAsync(talk, only, cancellationToken);
                break;
            default:
                replies.Choose(
                    talk, CaseWords.PackWhichTitle, CaseWords.PackWhichText, new CaseSubject(Guid.Empty, string.Empty, null),
                    [.. disputes.Take(MostChoices).Select(d => (CaseText.Short(CaseText.AboutOf(d) is { } about ? $"{d.Row.Name}, {about}" : d.Row.Name, 40), CaseVerbs.PackOf + d.Row.Name))]);
                break;
        }
    }

    private async Task ListAsync(CaseTalk talk, CancellationToken cancellationToken)
    {
        var cases = await book.NewestAsync(MostListed, cancellationToken);
        if (cases.Count == 0)
        {
            replies.Say(talk, Tone.Neutral, CaseWords.NoCasesTitle, CaseWords.NoCasesText);
            return;
        }

        replies.Say(talk, Tone.Neutral, CaseWords.CasesTitle, [.. cases.Select(LineOf), CaseWords.CasesHow]);
    }

    private static string LineOf(StoredCase stored)
    {
        var (done, all) = FlowEngine.Progress(stored.Flow, stored.Answers);
        var about = CaseText.AboutOf(stored) is { } named ? $"{stored.Flow.Title}, {named}" : stored.Flow.Title;
        return stored.Row.Stage switch
        {
            CaseStage.Closed => When.Say(CaseWords.LineClosed, stored.Row.Name, about),
            CaseStage.Filed => When.Say(CaseWords.LineFiled, stored.Row.Name, about),
            _ => When.Say(CaseWords.LineOpen, stored.Row.Name, about, done, all),
        };
    }

    private FlowDefinition FlowOf(FlowKind kind, string words) => kind == FlowKind.Dispute
        ? flows.Guess(words, kind) ?? flows.Find("dispute")!
        : flows.All.First(f => f.Kind == kind);
}
