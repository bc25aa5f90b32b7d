using System.Text.Json;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Data;
using SourcingBot.Reminders;
using SourcingBot.Resources;
using SourcingBot.Suppliers;
using SourcingBot.Text;

namespace SourcingBot.Orders;

/// <summary>Does what people ask of orders, and answers with the order's card. Changes rows and saves nothing.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="book">The orders.</param>
/// <param name="timetable">Which reminders wait.</param>
/// <param name="drafts">Orders half told.</param>
/// <param name="suppliers">The suppliers.</param>
/// <param name="clock">The time.</param>
internal sealed class OrderDesk(SourcingDbContext db, OrderBook book, Timetable timetable, OrderDrafts drafts, SupplierBook suppliers, IClock clock)
{
    private const int MostChoices = 5;

    private Instant Now => clock.GetCurrentInstant();

    /// <summary>An order without facts, as whoever speaks would begin it.</summary>
    /// <param name="incoming">The event.</param>
    /// <param name="zone">The speaker's zone, or null.</param>
    public Order NewOrder(IncomingEvent incoming, string? zone) => new() { Number = string.Empty, Supplier = string.Empty, Owner = PersonOf(incoming), ReaderZone = zone };

    /// <summary>Follows an order, or asks for what is missing.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task TrackAsync(Turn turn, Order facts, CancellationToken cancellationToken)
    {
        OrderGap? gap = OrderNumbers.Key(facts.Number).Length == 0 ? OrderGap.Number : facts.Supplier.Length == 0 ? OrderGap.Supplier : null;
        if (gap is { } asked)
        {
            await drafts.KeepAsync(turn.Event, facts, asked, cancellationToken);
            var (title, text) = asked == OrderGap.Number ? (Words.GapNumberTitle, Words.GapNumberText) : (When.Say(Words.GapSupplierTitle, ShownText.OnOneLine(facts.Number)), Words.GapSupplierText);
            turn.Reply(Plain(turn, title, text));
            return;
        }

        if (BySupplier(await book.FindAsync(facts.Number, cancellationToken), facts.Supplier) is [var known])
        {
            await ShowAsync(turn, known, Words.AlreadyFollowed, cancellationToken);
            return;
        }

        var wrong = OrderFold.Fold(facts, [], Now).Problems.Where(p => p.Weight == ProblemWeight.Error).ToList();
        if (wrong.Count > 0)
        {
            turn.Reply(Plain(turn, Words.NotTakenTitle, [.. wrong.Select(p => OrderProblems.Text(p, OrderFold.Fold(facts, [], Now)))]));
            return;
        }

        var order = book.Add(facts, turn.Event);
        await suppliers.MeetAsync(facts, turn.Event, cancellationToken);
        var lead = facts.Protection == Protection.TradeAssurance ? Words.NowFollowed + " " + ShownText.OnOneLine(When.Say(Words.TakenAsProtected, facts.Number)) : Words.NowFollowed;
        await PlanAndShowAsync(turn, order, lead, cancellationToken);
    }

    /// <summary>Takes what a message says of an order that is followed: facts, and what happened.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="order">The order.</param>
    /// <param name="text">What was read.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task TellAsync(Turn turn, StoredOrder order, OrderText text, CancellationToken cancellationToken)
    {
        if (text.Ambiguous is { } date)
        {
            AskDate(turn, order, text, date);
            return;
        }

        if (turn.Event is IncomingMessage { IsEdit: true, AnswerKey: { } source }) TakeBack(order, source);
        var dates = text.ShipBy is not null || text.DeliverBy is not null;
        var known = order.Facts;
        var isMoved = text.Said is null && dates && ((known.ShipBy is not null && text.ShipBy is not null) || (known.DeliverBy is not null && text.DeliverBy is not null));
        var kind = text.Said ?? (isMoved ? OrderEventKind.DatesAgreed : null);
        if (text.HasFacts && text.Said is null) order.Set((isMoved ? text with { ShipBy = null, DeliverBy = null } : text).Over(known with { Supplier = known.Supplier }));

        // "Arrived in Hamburg" of goods that are sold to Hamburg is the port, not the warehouse: the refund's days do not run yet.
        if (kind == OrderEventKind.Delivered && turn.Event is IncomingMessage { Text: var told } && IsPort(known, told)) kind = OrderEventKind.ArrivedAtDestination;
        if (kind is { } happened)
        {
            var entry = Entry(turn, happened, text);
            if (entry is null) turn.Reply(Plain(turn, Words.WhenTitle, When.Say(Words.WhenText, EventNames.Of(happened))));
            else await RecordAsync(turn, order, entry, null, cancellationToken);
            return;
        }

        if (text.HasFacts) await PlanAndShowAsync(turn, order, Words.FactsChanged, cancellationToken);
        else await ShowAsync(turn, order, null, cancellationToken);
    }

    /// <summary>Records an entry, or says why it cannot be so.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="order">The order.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="card">The card it was pressed on, or null.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task RecordAsync(Turn turn, StoredOrder order, OrderEvent entry, CardTokenRow? card, CancellationToken cancellationToken)
    {
        var state = order.State(Now);
        var wrong = OrderFold.Check(state, entry, Now).Where(p => p.Weight == ProblemWeight.Error).ToList();
        if (wrong.Count > 0)
        {
            turn.Reply(Plain(turn, Words.NotTakenTitle, [.. wrong.Select(p => OrderProblems.Text(p, state))]));
            return;
        }

        order.Add(entry, (turn.Event as IncomingMessage)?.AnswerKey);
        if (SupplierBook.WorryOf(entry.Kind) is { } reason) await suppliers.WorryAsync(order.Facts.Supplier, reason, cancellationToken);
        var lead = When.Say(Words.Recorded, EventNames.Of(entry.Kind), When.Weekday(entry.On.DateIn(state.Zone)));
        await PlanAndShowAsync(turn, order, lead, cancellationToken, card);
    }

    /// <summary>Takes the last entry back; the history keeps it.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    /// <param name="card">The card it was pressed on, or null.</param>
    public async Task UndoAsync(Turn turn, StoredOrder order, CancellationToken cancellationToken, CardTokenRow? card = null)
    {
        var last = order.State(Now).Events.OrderBy(e => e.RecordedAt).ThenBy(e => e.Id).LastOrDefault();
        if (last is null)
        {
            await ShowAsync(turn, order, Words.NothingToUndo, cancellationToken, card);
            return;
        }

        order.Replace(last.Undo(Now, PersonOf(turn.Event)));
        if (SupplierBook.WorryOf(last.Kind) is { } reason) await suppliers.CalmAsync(order.Facts.Supplier, reason, cancellationToken);
        var lead = When.Say(Words.Undone, EventNames.Of(last.Kind), When.Weekday(last.On.DateIn(order.State(Now).Zone)));
        await PlanAndShowAsync(turn, order, lead, cancellationToken, card);
    }

    /// <summary>Changes the facts and shows the order.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="order">The order.</param>
    /// <param name="facts">The new facts.</param>
    /// <param name="lead">What was done.</param>
    /// <param name="card">The card it was pressed on, or null.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public Task ChangeAsync(Turn turn, StoredOrder order, Order facts, string lead, CardTokenRow? card, CancellationToken cancellationToken)
    {
        order.Set(facts);
        return PlanAndShowAsync(turn, order, lead, cancellationToken, card);
    }

    /// <summary>Shows an order.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="order">The order.</param>
    /// <param name="lead">The first line, or null.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    /// <param name="card">The card to replace, or null.</param>
    public async Task ShowAsync(Turn turn, StoredOrder order, string? lead, CancellationToken cancellationToken, CardTokenRow? card = null)
    {
        var state = order.State(Now);
        Show(turn, order, state, await book.DeadlinesAsync(order, state, cancellationToken), lead, card);
    }

    /// <summary>Shows the team's deadlines, most urgent first.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task ShowDeadlinesAsync(Turn turn, CancellationToken cancellationToken)
    {
        var orders = await book.RunningPlannedAsync(cancellationToken);
        turn.Reply(DeadlinesCard.Build(Urgency.Sort(orders), orders.Count, AnswerAudience.Of(turn.Event)));
    }

    /// <summary>Says that a number is not known, and which known ones are near.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="text">What was read.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task UnknownAsync(Turn turn, OrderText text, CancellationToken cancellationToken)
    {
        var number = ShownText.OnOneLine(text.Number ?? string.Empty);
        var near = OrderNumbers.Near(number, await book.NumbersAsync(cancellationToken));
        var title = When.Say(Words.UnknownOrderTitle, number);
        if (near.Count == 0)
        {
            turn.Reply(Plain(turn, title, When.Say(Words.UnknownOrderText, number)));
            return;
        }

        var buttons = new List<Button>();
        foreach (var one in near)
        {
            foreach (var order in await book.FindAsync(one, cancellationToken)) buttons.Add(new Button(NameOf(order), Token(turn, order, ChoiceVerb(text))));
        }

        var sentence = When.Say(Words.UnknownOrderNear, ShownText.OnOneLine(string.Join(", ", near)));
        turn.Reply(new OutgoingMessage(CheckAnswer.Sentences(title, [sentence]), new Card(Tone.Neutral, title, [new Paragraph(null, sentence), new Buttons(buttons)]), AnswerAudience.Of(turn.Event)));
    }

    /// <summary>Asks which of several orders with one number is meant.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="orders">The orders.</param>
    /// <param name="text">What was read.</param>
    public void AskWhich(Turn turn, IReadOnlyList<StoredOrder> orders, OrderText text)
    {
        var title = When.Say(Words.SeveralOrdersTitle, ShownText.OnOneLine(text.Number ?? string.Empty));
        var buttons = orders.Take(MostChoices).Select(o => new Button(ShownText.OnOneLine(o.Facts.Supplier), Token(turn, o, ChoiceVerb(text)))).ToList();
        turn.Reply(new OutgoingMessage(CheckAnswer.Sentences(title, [Words.SeveralOrdersText]), new Card(Tone.Neutral, title, [new Paragraph(null, Words.SeveralOrdersText), new Buttons(buttons)]), AnswerAudience.Of(turn.Event)));
    }

    /// <summary>Asks to which running order news without a number belongs; where the words were written on a page about orders and there is one only, it is that one.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="message">The message.</param>
    /// <param name="text">What was read.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    /// <returns>False where no order runs.</returns>
    public async Task<bool> AskWhichAsync(Turn turn, IncomingMessage message, OrderText text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var running = await book.RunningAsync(cancellationToken);
        if (running.Count == 0) return false;
        if (running is [var only] && message.Addressing == Addressing.OrderForm)
        {
            await TellAsync(turn, only, text, cancellationToken);
            return true;
        }

        var buttons = running.Reverse().Take(MostChoices).Select(o => new Button(NameOf(o), Token(turn, o, ChoiceVerb(text)))).ToList();
        turn.Reply(new OutgoingMessage(CheckAnswer.Sentences(Words.WhichOrderTitle, [Words.WhichOrderNews]), new Card(Tone.Neutral, Words.WhichOrderTitle, [new Paragraph(null, Words.WhichOrderNews), new Buttons(buttons)]), AnswerAudience.Of(turn.Event)));
        return true;
    }

    /// <summary>Asks whether words that are no supplier of a known number are another order's: nothing is followed by a slip of the pen.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="known">The order that has the number.</param>
    /// <param name="text">What was read.</param>
    /// <param name="facts">The other order's facts, if it is one.</param>
    public void AskIsOther(Turn turn, StoredOrder known, OrderText text, Order facts)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(text);
        var title = ShownText.OnOneLine(When.Say(Words.IsOtherTitle, known.Facts.Number, known.Facts.Supplier));
        var sentence = ShownText.OnOneLine(When.Say(Words.IsOtherText, text.Supplier));
        var token = CardTokens.Create();
        AddToken(turn, token, new OrderSubject(Guid.Empty, "card/" + token, facts), AnswerAudience.Of(turn.Event));
        Button[] buttons = [new Button(ShownText.OnOneLine(When.Say(Words.ButtonShowNumber, known.Facts.Number)), Token(turn, known, OrderVerbs.Show), true), new Button(Words.ButtonIsOther, CardTokens.WithVerb(token, OrderVerbs.Track))];
        turn.Reply(new OutgoingMessage(CheckAnswer.Sentences(title, [sentence]), new Card(Tone.Neutral, title, [new Paragraph(null, sentence), new Buttons(buttons)]), AnswerAudience.Of(turn.Event)));
    }

    /// <summary>Asks before an order is deleted.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="orders">The orders with the number.</param>
    public void AskForget(Turn turn, IReadOnlyList<StoredOrder> orders)
    {
        var title = When.Say(Words.ForgetTitle, ShownText.OnOneLine(orders[0].Facts.Number));
        var buttons = orders.Take(MostChoices).Select(o => new Button(When.Say(Words.ButtonForget, ShownText.OnOneLine(o.Facts.Supplier)), Token(turn, o, OrderVerbs.Forget))).ToList();
        turn.Reply(new OutgoingMessage(CheckAnswer.Sentences(title, [Words.ForgetText]), new Card(Tone.Caution, title, [new Paragraph(null, Words.ForgetText), new Buttons(buttons)]), AnswerAudience.Of(turn.Event)));
    }

    /// <summary>Deletes an order with its entries and reminders.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task ForgetAsync(Turn turn, StoredOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        await book.RemoveAsync(order, cancellationToken);
        turn.Reply(Plain(turn, When.Say(Words.ForgottenTitle, NameOf(order)), Words.ForgottenText));
    }

    /// <summary>Those of several orders whose supplier is named: as the whole or the beginning of a name, or somewhere in a sentence.</summary>
    /// <param name="orders">The orders.</param>
    /// <param name="words">A name, or the sentence.</param>
    public IReadOnlyList<StoredOrder> Named(IReadOnlyList<StoredOrder> orders, string words)
    {
        if (BySupplier(orders, words) is { Count: > 0 } whole) return whole;
        var said = SupplierRow.KeyOf(words);
        return [.. orders.Where(o => SupplierRow.KeyOf(o.Facts.Supplier) is { Length: > 1 } key && said.Contains(key, StringComparison.Ordinal))];
    }

    /// <summary>The orders of a supplier, by name.</summary>
    /// <param name="orders">The orders.</param>
    /// <param name="supplier">The name as somebody wrote it: the whole or its beginning.</param>
    public IReadOnlyList<StoredOrder> BySupplier(IReadOnlyList<StoredOrder> orders, string supplier)
    {
        var key = SupplierRow.KeyOf(supplier);
        return [.. orders.Where(o => key.Length > 0 && SupplierRow.KeyOf(o.Facts.Supplier) is { Length: > 0 } own && (own.StartsWith(key, StringComparison.Ordinal) || key.StartsWith(own, StringComparison.Ordinal)))];
    }

    /// <summary>Puts a person's orders into the zone that the person told.</summary>
    /// <param name="incoming">The event.</param>
    /// <param name="zone">An IANA id that exists.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    /// <returns>How many orders were planned anew.</returns>
    public async Task<int> MoveToZoneAsync(IncomingEvent incoming, string zone, CancellationToken cancellationToken)
    {
        var me = PersonOf(incoming);
        var mine = (await book.RunningAsync(cancellationToken)).Where(o => o.Facts.ReaderZone != zone && (o.Facts.Owner is null || o.Facts.Owner == me)).ToList();
        await suppliers.MoveToZoneAsync(incoming, zone, cancellationToken);
        foreach (var order in mine)
        {
            order.Set(order.Facts with { ReaderZone = zone });
            await book.PlanAsync(order, cancellationToken);
        }

        return mine.Count;
    }

    private static bool IsPort(Order order, string told) =>
        order.Incoterm is { Term: not ("EXW" or "FCA" or "FAS" or "FOB" or "DDP" or "DAP"), Place: { Length: > 2 } place } && Word.Of(told) is var words && Word.Of(place) is [var first, ..]
        && words.Zip(words.Skip(1)).Any(pair => pair.First.Text is "in" or "at" && pair.Second.Text == first.Text);

    private static string NameOf(StoredOrder order) => ShownText.OnOneLine($"{order.Facts.Number}, {order.Facts.Supplier}");

    /// <summary>Whoever sent an event.</summary>
    /// <param name="incoming">The event.</param>
    public static PersonRef PersonOf(IncomingEvent incoming) =>
        new(incoming.Conversation.Platform, incoming.Conversation.Workspace, incoming.From.Id, incoming.From.DisplayName);

    /// <summary>An entry as the event tells it; null where a day is missing.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="text">When, and what goes with it.</param>
    public OrderEvent? Entry(Turn turn, OrderEventKind kind, OrderText text)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(text);
        var day = text.SaidOn ?? (kind == OrderEventKind.DatesAgreed ? Now.InUtc().Date : null);
        if (day is null) return null;
        return new OrderEvent
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            On = OccurredOn.Day(day.Value),
            RecordedAt = Now,
            By = PersonOf(turn.Event),
            Until = text.Until,
            Inspection = text.Inspection,
            Amount = text.Amount,
            Way = text.PaymentWays is [var way] ? way : null,
            ShipBy = kind == OrderEventKind.DatesAgreed ? text.ShipBy : null,
            DeliverBy = kind == OrderEventKind.DatesAgreed ? text.DeliverBy : null,
        };
    }

    private async Task PlanAndShowAsync(Turn turn, StoredOrder order, string lead, CancellationToken cancellationToken, CardTokenRow? card = null)
    {
        var (state, plan) = await book.PlanAsync(order, cancellationToken);
        SettleTold(turn, order, card);
        Show(turn, order, state, plan, lead, card);
    }

    /// <summary>What this card tells anyway is not told again a moment later: reminders that are due at once, to those who read the card.</summary>
    private void SettleTold(Turn turn, StoredOrder order, CardTokenRow? card)
    {
        var isPublic = card is { OnlyFor: null } || order.Row.IsPersonal || AnswerAudience.Of(turn.Event) == Audience.Conversation;
        var everybody = isPublic && StorableKey.OfConversation(order.Conversation) == StorableKey.OfConversation(turn.Event.Conversation);
        var isOwner = order.Facts.Owner == PersonOf(turn.Event);
        foreach (var row in db.Reminders.Local.Where(r => r.OrderId == order.Row.Id && r.Waiting?.DueAt <= Now && r.Kind != ReminderKind.Escalation))
        {
            if (row.Target == ReminderTarget.Conversation ? everybody : isOwner && row.Target == ReminderTarget.Owner) timetable.End(row, ReminderOutcome.Summarised);
        }
    }

    private void Show(Turn turn, StoredOrder order, OrderState state, DeadlinePlan plan, string? lead, CardTokenRow? card)
    {
        var audience = AnswerAudience.Of(turn.Event);
        var token = card?.Token ?? CardTokens.Create();
        var cardKey = CardKeyOf(turn, token);
        if (card is null) AddToken(turn, token, new OrderSubject(order.Row.Id, cardKey), audience);
        else cardKey = OrderSubject.Of(card.Subject)?.CardKey ?? cardKey;
        turn.Reply(OrderCard.Build(state, plan, book.Inspections(state), lead, token, card is { OnlyFor: null } ? Audience.Conversation : audience), cardKey);
    }

    private void AskDate(Turn turn, StoredOrder order, OrderText text, SpokenDate date)
    {
        var verbs = text.Said is { } said ? date.Alternatives.Select(d => (When.Weekday(d), OrderVerbs.HappenedOn(said, d))).ToList() : [];
        var title = Words.WhichDateTitle;
        List<CardPart> parts = [new Paragraph(null, verbs.Count > 0 ? Words.WhichDateText : Words.WhichDateWrite)];
        if (verbs.Count > 0) parts.Add(new Buttons([.. verbs.Select(v => new Button(v.Item1, Token(turn, order, v.Item2)))]));
        turn.Reply(new OutgoingMessage(CheckAnswer.Sentences(title, [Words.WhichDateWrite]), new Card(Tone.Neutral, title, parts), AnswerAudience.Of(turn.Event)));
    }

    private void TakeBack(StoredOrder order, string source)
    {
        foreach (var row in order.Row.Events.Where(e => e.SourceKey == source).ToList())
        {
            var entry = JsonSerializer.Deserialize(row.Entry, OrderJson.Default.OrderEvent)!;
            if (entry.Undone is null) order.Replace(entry.Undo(Now, entry.By));
        }
    }

    /// <summary>What a choice of an order does: records what was told, else shows it.</summary>
    private static string ChoiceVerb(OrderText text) =>
        text is { Said: { } said, SaidOn: { } day, Until: null } ? OrderVerbs.HappenedOn(said, day) : OrderVerbs.Show;

    private string Token(Turn turn, StoredOrder order, string verb)
    {
        var token = CardTokens.Create();
        AddToken(turn, token, new OrderSubject(order.Row.Id, CardKeyOf(turn, token)), AnswerAudience.Of(turn.Event));
        return CardTokens.WithVerb(token, verb);
    }

    private void AddToken(Turn turn, string token, OrderSubject subject, Audience audience) =>
        db.CardTokens.Add(CardTokens.Row(token, turn.Event.Conversation, audience == Audience.Conversation ? null : turn.Event.From.Id, subject.ToJson(), Now));

    /// <summary>An answer to a message that may be edited is named by the message, so that the edit's answer replaces it too.</summary>
    private static string CardKeyOf(Turn turn, string token) => (turn.Event as IncomingMessage)?.AnswerKey ?? "card/" + token;

    private static OutgoingMessage Plain(Turn turn, string title, params string[] sentences) => CheckAnswer.Plain(Tone.Neutral, title, AnswerAudience.Of(turn.Event), sentences);
}
