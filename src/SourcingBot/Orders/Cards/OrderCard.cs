using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Inspection;
using SourcingBot.Quotes;
using SourcingBot.Resources;

namespace SourcingBot.Orders;

/// <summary>An order as people see it: what comes next first, then the facts, what happened, what is to come, and the likely next steps. Pure.</summary>
internal static class OrderCard
{
    private const int MostHappened = 12;
    private const int MostToCome = 8;

    /// <summary>Builds the card.</summary>
    /// <param name="state">Where the order stands.</param>
    /// <param name="plan">Its deadlines.</param>
    /// <param name="inspections">Its planned inspections.</param>
    /// <param name="lead">What has just been done, as "Recorded: delivered on 24 Nov 2026", or null.</param>
    /// <param name="token">The token of its buttons.</param>
    /// <param name="audience">Who sees it.</param>
    public static OutgoingMessage Build(OrderState state, DeadlinePlan plan, IReadOnlyList<PlannedInspection> inspections, string? lead, string token, Audience audience)
    {
        var order = state.Order;
        var name = ShownText.OnOneLine(When.Say(Words.OrderTitle, order.Number, order.Supplier));
        var warning = BalanceWarning.For(state);
        var title = warning is null ? name : Words.BalanceStop;
        var running = Urgency(plan);

        // Cancelling is possible, not due.
        var next = running.FirstOrDefault(d => d.Kind != DeadlineKind.Cancellation);
        List<CardPart> parts = [];
        if (warning is not null) parts.Add(new Paragraph(Words.LabelWhy, BalanceText.Of(warning, state)));
        if (warning is not null) parts.Add(new Heading(name, Tone.Neutral));
        if (lead is not null) parts.Add(new Paragraph(null, lead));
        if (next is not null) parts.Add(new Paragraph(Words.LabelNext, NextText(next, state)));
        else parts.Add(new Paragraph(Words.LabelNext, state.Phase is OrderPhase.Closed or OrderPhase.Cancelled ? Words.OrderEnded : Words.OrderNothingDue));
        parts.AddRange(state.Problems.Select(p => new Paragraph(Words.LabelQuestion, OrderProblems.Text(p, state))));
        parts.Add(new FieldList([.. Fields(state)]));
        parts.Add(new Heading(Words.HeadingHappened, Tone.Neutral));
        parts.Add(new BulletList(Happened(state)));
        if (running.Count > 0)
        {
            parts.Add(new Heading(Words.HeadingToCome, Tone.Neutral));
            parts.Add(new BulletList([.. running.Take(MostToCome).Select(d => Line(d, state.Zone))]));
            if (running.Count > MostToCome) parts.Add(new Note(When.Say(Words.MoreToCome, running.Count - MostToCome)));
        }

        var toInspect = inspections.Where(i => i.Status != PlannedInspectionStatus.TooLate && !IsOver(state, i)).ToList();
        if (toInspect.Count > 0)
        {
            parts.Add(new Heading(Words.HeadingInspections, Tone.Neutral));
            parts.Add(new BulletList([.. toInspect.Select(InspectionText.Line)]));
        }

        parts.AddRange(plan.Notes.Select(n => new Paragraph(n.Title, n.Text)));
        parts.AddRange(plan.Proposals.Where(p => p.Moves.Count > 0 || p.IsFromMissing).SelectMany(p => Proposal(p, state.Zone, token)));
        parts.Add(new Buttons([.. NextSteps.Of(state).Select((s, n) => new Button(s.Label, CardTokens.WithVerb(token, s.Verb), n == 0 && !s.Lifts))]));
        parts.Add(new Note(When.Say(Words.CheckOrderPage, string.Empty).TrimEnd()));
        var tone = warning is not null ? Tone.Danger : next is null ? Tone.Neutral : ToneOf(next);
        List<string> said = warning is null ? [] : [BalanceText.Of(warning, state)];
        if (lead is not null) said.Add(lead);
        if (next is not null) said.Add(DeadlineText.Headline(next) + ".");
        return new OutgoingMessage(CheckAnswer.Sentences(title, said), new Card(tone, title, parts), audience);
    }

    /// <summary>The deadlines that run or are open, then those that were over when they were told, the most urgent first.</summary>
    /// <param name="plan">The deadlines.</param>
    public static IReadOnlyList<Deadline> Urgency(DeadlinePlan plan) =>
    [
        .. plan.Deadlines.Where(d => !(d is { Kind: DeadlineKind.Cancellation, IsStartAssumed: true }) && (d.Status is DeadlineStatus.Running or DeadlineStatus.Open || d is { Status: DeadlineStatus.LateAtEntry, Kind: not DeadlineKind.Cancellation }))
            .OrderBy(d => d.Status == DeadlineStatus.LateAtEntry).ThenBy(d => d.Due).ThenBy(d => d.Opens).ThenBy(d => d.Actor).ThenBy(d => d.Kind),
    ];

    /// <summary>The colour of a deadline: red when it is the team's turn today or tomorrow.</summary>
    /// <param name="deadline">The deadline.</param>
    public static Tone ToneOf(Deadline deadline) => deadline switch
    {
        { Status: DeadlineStatus.LateAtEntry, Actor: Party.Buyer } => Tone.Danger,
        { Actor: not Party.Buyer } or { Opens: true } or { IsLengthUnknown: true } => Tone.Neutral,
        { DaysLeft: <= 1 } => Tone.Danger,
        { DaysLeft: <= 7 } => Tone.Caution,
        _ => Tone.Neutral,
    };

    /// <summary>After the goods have come only the check at arrival is of use; after the end none.</summary>
    private static bool IsOver(OrderState state, PlannedInspection planned) =>
        state.Phase is OrderPhase.Closed or OrderPhase.Cancelled || (state.Has(OrderEventKind.Delivered) && planned.Kind != InspectionKind.Arrival);

    private static string NextText(Deadline next, OrderState state) =>
        When.Say(Words.NextDeadline, DeadlineText.Headline(next), DeadlineText.Moment(next, state.Zone), next.Do);

    private static string Line(Deadline deadline, DateTimeZone zone) => When.Say(Words.DeadlineLine, DeadlineText.Headline(deadline), DeadlineText.Moment(deadline, zone), DeadlineText.Rule(deadline));

    private static IEnumerable<Field> Fields(OrderState state)
    {
        var order = state.Order;
        string One(string text) => ShownText.OnOneLine(text);
        if (order.Goods is not null || order.Quantity is not null)
            yield return new Field(Words.FieldGoods, One(string.Join(' ', new[] { order.Quantity is { } q ? $"{When.Say("{0:#,0.##}", q.Value)} {q.Unit}" : null, order.Goods }.OfType<string>())));
        if (order.Amount is { } money) yield return new Field(Words.FieldAmount, When.Say("{0} {1:#,0.##}", money.Currency, money.Amount));
        if (order.Incoterm is { } term) yield return new Field(Words.FieldTerm, One($"{term.Term} {term.Place}".Trim()));
        if (order.PaymentSplit.Count > 0) yield return new Field(Words.FieldPayment, string.Join(" / ", order.PaymentSplit.Select(s => When.Say("{0:0.##} %", s.Percent))));
        if (state.ShipBy is { } ship) yield return new Field(Words.FieldShipBy, When.Weekday(ship));
        if (state.DeliverBy is { } deliver) yield return new Field(Words.FieldDeliverBy, When.Weekday(deliver));
        yield return new Field(Words.FieldProtection, When.Say(Words.ProtectionValue, ProtectionName(order), One(order.Marketplace)));
        if (order.BuyerTier != BuyerTier.Ordinary) yield return new Field(Words.FieldTier, order.BuyerTier == BuyerTier.Enterprise ? "Enterprise" : "Enterprise Pro");
        yield return new Field(Words.FieldOwner, NameOf(order.Owner) ?? Words.NobodyYet);
        yield return new Field(Words.FieldBackup, NameOf(order.Backup) ?? Words.NobodyYet);
    }

    private static string ProtectionName(Order order) => order.Protection switch
    {
        Protection.TradeAssurance => "Trade Assurance",
        Protection.Wholesale => Words.ProtectionWholesale,
        _ => Words.ProtectionOffline,
    };

    private static string? NameOf(PersonRef? person) => person is null ? null : ShownText.OnOneLine(person.Name ?? person.UserId);

    private static List<string> Happened(OrderState state)
    {
        if (state.Events.Count == 0) return [Words.NothingHappened];
        return [.. state.Events.TakeLast(MostHappened).Select(e => EventLine(e, state))];
    }

    private static string EventLine(OrderEvent entry, OrderState state)
    {
        var line = When.Say(Words.EventLine, When.Weekday(entry.On.DateIn(state.Zone)), EventNames.Of(entry.Kind));
        if (entry.Amount is { } money) line = When.Say(Words.EventAmount, line, money.Currency, money.Amount);
        if (entry.Until is { } until) line = When.Say(Words.EventUntil, line, When.Day(until));
        if ((entry.ShipBy ?? entry.DeliverBy) is { } agreed) line = When.Say(Words.EventAgreed, line, When.Day(agreed));
        return line;
    }

    private static IEnumerable<CardPart> Proposal(PolicyChangeProposal proposal, DateTimeZone zone, string token)
    {
        var moves = proposal.Moves.Select(m => When.Say(Words.ProposalMove, m.Title, Moment(m.Now), Moment(m.Then)));
        yield return new Paragraph(Words.LabelNewRules, When.Say(Words.ProposalText, string.Join("; ", moves)));
        yield return new Buttons([new Button(Words.ButtonAcceptRules, CardTokens.WithVerb(token, OrderVerbs.Accept + proposal.PolicyId))]);

        string Moment(Deadline? deadline) => deadline is null ? Words.ProposalNone : DeadlineText.Moment(deadline, zone);
    }
}
