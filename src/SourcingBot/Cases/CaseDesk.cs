using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>Leads people through a case: begins it, asks, takes answers, moves about. Changes rows and saves nothing.</summary>
/// <param name="book">The cases.</param>
/// <param name="flows">The flows.</param>
/// <param name="replies">Sends the cards.</param>
/// <param name="orders">What joins a case to its order.</param>
/// <param name="reminders">Plans the reminders.</param>
/// <param name="clock">The time.</param>
internal sealed class CaseDesk(CaseBook book, FlowBook flows, CaseReplies replies, CaseOrders orders, CaseReminderPlan reminders, IClock clock)
{
    private const int MostChanges = 10;

    /// <summary>Begins a case and asks its first question.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="order">The order it is about, or null.</param>
    /// <param name="known">What is known already, by the prefill's name.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task BeginAsync(CaseTalk talk, FlowDefinition flow, StoredOrder? order, IReadOnlyDictionary<string, Answer> known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talk);
        var stored = await book.AddAsync(flow, talk.Turn.Event, order?.Row.Id, talk.Zone == DateTimeZone.Utc ? null : talk.Zone.Id, cancellationToken);
        Prefill(stored, known);
        await GoOnAsync(
            talk, stored, [new LeadLine(Tone.Neutral, flow.Intro), .. await StandingAsync(stored, cancellationToken), .. KnownLine(stored), .. ReadText(stored)], cancellationToken);
    }

    /// <summary>Goes on with a case where it was.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="lead">What is said first.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task GoOnAsync(CaseTalk talk, StoredCase stored, IReadOnlyList<LeadLine> lead, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.IsOfOlderVersion) lead = [.. lead, new LeadLine(Tone.Neutral, CaseWords.NewerVersion)];
        var next = stored.Row.Stage == CaseStage.Collecting ? FlowEngine.Next(stored.Flow, stored.Answers) : null;
        await reminders.PlanAsync(stored, cancellationToken);
        if (next is null) await replies.SummariseAsync(talk, stored, lead, cancellationToken);
        else await replies.AskAsync(talk, stored, next, lead, cancellationToken);
    }

    /// <summary>Keeps an answer and asks the next question. An answer that somebody else gave since the question was asked here is not overwritten without a word.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="asked">When the question was asked here.</param>
    /// <param name="said">What is said besides, as a warning about the words.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task AnswerAsync(CaseTalk talk, StoredCase stored, Question question, Answer answer, Instant asked, IReadOnlyList<LeadLine> said, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(question);
        var earlier = stored.Answers.GetValueOrDefault(question.Id);
        if (question.Kind == AnswerKind.Evidence) answer = EvidenceAnswers.Join(earlier, answer);
        else if (IsOvertaken(question, earlier, answer, asked))
        {
            var who = CaseText.Short(earlier!.By!.Name ?? CaseWords.Somebody, 40);
            replies.Choose(
                talk, When.Say(CaseWords.OvertakenTitle, who), When.Say(CaseWords.OvertakenText, question.Ask, CaseText.Show(question, earlier), CaseText.Show(question, answer)),
                new CaseSubject(stored.Row.Id, string.Empty, question.Id, answer), [(CaseWords.ButtonKeepTheirs, CaseVerbs.KeepTheirs), (CaseWords.ButtonTakeMine, CaseVerbs.TakeMine)]);
            return;
        }

        book.Answer(stored, question, answer, talk.Turn.Event);
        if (answer.Choice is { } choice && question.Choices.FirstOrDefault(c => c.Id == choice)?.Flow is { } other && flows.Find(other) is { } flow)
        {
            stored.GoOnWith(flow);
            if (await orders.OfAsync(stored, cancellationToken) is { } order) Prefill(stored, orders.KnownOf(order));
            await GoOnAsync(talk, stored, [new LeadLine(Tone.Neutral, flow.Intro), .. await StandingAsync(stored, cancellationToken), .. KnownLine(stored)], cancellationToken);
            return;
        }

        if (question.Id == ClauseReader.Question) ReadClause(stored);
        await orders.LearnAsync(stored, question, talk.Turn, cancellationToken);
        List<LeadLine> lead = [.. FlowEngine.NotesOf(question, answer).Select(n => new LeadLine(n.Tone, n.Say)), .. said];
        if (question.Id == TextReaders.Question) lead.InsertRange(0, ReadText(stored));
        else if (answer.State == AnswerState.Given) lead.Insert(lead.FindLastIndex(l => l.Tone == Tone.Danger) + 1, new LeadLine(Tone.Neutral, NotedOf(question, answer)));
        if (stored.Row.Kind == FlowKind.IpReport) lead.AddRange(FlowEngine.NotesOf(question, answer).Where(n => n.Send is not null).Select(n => new LeadLine(n.Tone, n.Send!, IsToSend: true)));
        await GoOnAsync(talk, stored, lead, cancellationToken);
    }

    /// <summary>Says that an answer could not be read, and asks again.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="question">The question.</param>
    /// <param name="read">What was made of it.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task AskAgainAsync(CaseTalk talk, StoredCase stored, Question question, ReadAnswer read, CancellationToken cancellationToken)
    {
        if (read.Alternatives.Count > 0)
        {
            replies.Choose(
                talk, Words.WhichDateTitle, CaseWords.WhichDay, new CaseSubject(stored.Row.Id, string.Empty, question.Id),
                [.. read.Alternatives.Select(d => (When.Weekday(d), CaseVerbs.ChooseDay + NodaTime.Text.LocalDatePattern.Iso.Format(d)))]);
            return;
        }

        List<LeadLine> lead = read.Refused.Count > 0 ? [.. read.Refused.Select(r => new LeadLine(Tone.Neutral, r))] : [new LeadLine(Tone.Neutral, question.Retry ?? RetryOf(question.Kind))];
        await replies.AskAsync(talk, stored, question, lead, cancellationToken);
    }

    /// <summary>Does what somebody said about the conversation itself.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="stored">The case.</param>
    /// <param name="asked">The question that was asked there, or null.</param>
    /// <param name="word">What was said.</param>
    /// <param name="rest">The words that follow.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task MoveAsync(CaseTalk talk, StoredCase stored, Question? asked, GlobalWord word, string rest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(talk);
        ArgumentNullException.ThrowIfNull(stored);
        switch (word)
        {
            case GlobalWord.Back when FlowEngine.Before(stored.Flow, stored.Answers, asked) is { } before:
                await replies.AskAsync(talk, stored, before, [], cancellationToken);
                return;
            case GlobalWord.Back when asked is not null:
                await replies.AskAsync(talk, stored, asked, [new LeadLine(Tone.Neutral, CaseWords.NothingBefore)], cancellationToken);
                return;
            case GlobalWord.Skip or GlobalWord.Later when asked is not null:
                await PutOffAsync(talk, stored, asked, word, cancellationToken);
                return;
            case GlobalWord.Why when asked is not null:
                await replies.AskAsync(talk, stored, asked, [], cancellationToken, explains: true);
                return;
            case GlobalWord.Stop:
                await book.AskAsync(talk.Place.Key, stored, null, cancellationToken);
                replies.Say(talk, Tone.Neutral, When.Say(CaseWords.StoppedTitle, CaseText.NameOf(stored)), When.Say(CaseWords.StoppedText, stored.Row.Name));
                return;
            case GlobalWord.Continue:
                await GoOnAsync(talk, stored, [], cancellationToken);
                return;
            case GlobalWord.Change:
                await ChangeAsync(talk, stored, rest, cancellationToken);
                return;
            default:
                await replies.SummariseAsync(talk, stored, [], cancellationToken, isWhole: word == GlobalWord.AllAnswers);
                return;
        }
    }

    private async Task PutOffAsync(CaseTalk talk, StoredCase stored, Question asked, GlobalWord word, CancellationToken cancellationToken)
    {
        // What was answered before stays: whoever goes back and says "skip" has only looked.
        var isRequired = word == GlobalWord.Skip && asked.IsRequired;
        var state = word == GlobalWord.Skip && !asked.IsRequired ? AnswerState.Skipped : AnswerState.Later;
        var answer = new Answer { State = state, By = OrderDesk.PersonOf(talk.Turn.Event), At = clock.GetCurrentInstant() };
        if (stored.Answers.GetValueOrDefault(asked.Id) is not { IsGiven: true }) book.Answer(stored, asked, answer, talk.Turn.Event);
        await GoOnAsync(talk, stored, isRequired ? [new LeadLine(Tone.Neutral, CaseWords.RequiredLater)] : [], cancellationToken);
    }

    private async Task ChangeAsync(CaseTalk talk, StoredCase stored, string words, CancellationToken cancellationToken)
    {
        if (GlobalWords.Meant(stored.Flow, stored.Answers, words) is { } meant)
        {
            await replies.AskAsync(talk, stored, meant, [], cancellationToken);
            return;
        }

        var answered = FlowEngine.Applicable(stored.Flow, stored.Answers).Where(q => stored.Answers.ContainsKey(q.Id)).Reverse().Take(MostChanges).ToList();
        if (answered.Count == 0) await GoOnAsync(talk, stored, [], cancellationToken);
        else replies.Choose(talk, CaseWords.WhichAnswerTitle, CaseWords.WhichAnswerText, new CaseSubject(stored.Row.Id, string.Empty, null), [.. answered.Select(q => (CaseText.Short(CaseText.LabelOf(q), 30), CaseVerbs.GoTo + q.Id))]);
    }

    private static string NotedOf(Question question, Answer answer)
    {
        var shown = CaseText.Show(question, answer).TrimEnd('.');
        return answer is { Files.Count: > 0, Links.Count: 0, Text: null } ? When.Say(CaseWords.KeptFiles, shown) : When.Say(CaseWords.Noted, CaseText.LabelOf(question), shown);
    }

    /// <summary>Words with a number, a date or a standard can be measured, and nobody is asked whether.</summary>
    private void ReadClause(StoredCase stored)
    {
        if (stored.TextOf(ClauseReader.Question) is { } words && ClauseReader.IsMeasurable(words))
            stored.Set(ClauseReader.Measurable, new Answer { State = AnswerState.Given, Choice = "yes", At = clock.GetCurrentInstant() });
        else if (stored.Answers.GetValueOrDefault(ClauseReader.Measurable) is { By: null }) stored.Forget(ClauseReader.Measurable);
    }

    private void Prefill(StoredCase stored, IReadOnlyDictionary<string, Answer> known)
    {
        foreach (var question in stored.Flow.Questions)
        {
            if (question.Prefill is { } name && known.TryGetValue(name, out var answer) && !stored.Answers.ContainsKey(question.Id) && Fits(question, answer)) stored.Set(question.Id, answer);
        }
    }

    /// <summary>Answers what the supplier's words answer by themselves. What was answered about an earlier text no longer counts.</summary>
    private IEnumerable<LeadLine> ReadText(StoredCase stored)
    {
        if (stored.TextOf(TextReaders.Question) is not { } text) return [];
        var read = stored.Flow.Questions.Where(TextReaders.Reads).ToList();
        foreach (var question in read) stored.Forget(question.Id);
        Prefill(stored, TextReaders.Known(stored.Row.Kind, text, clock.GetCurrentInstant()));
        var told = read.Where(q => stored.ChoiceOf(q.Id) == "yes").Select(CaseText.LabelOf).ToList();
        var unclear = read.Count(q => !stored.Answers.ContainsKey(q.Id));
        return
        [
            new LeadLine(Tone.Neutral, told.Count == 0 ? When.Say(CaseWords.TextAnswersNone, read.Count) : When.Say(CaseWords.TextAnswers, told.Count, read.Count, string.Join(", ", told))),
            .. unclear == 0 ? [] : new[] { new LeadLine(Tone.Neutral, unclear == 1 ? CaseWords.TextUnclearOne : When.Say(CaseWords.TextUnclear, unclear)) },
        ];
    }

    /// <summary>A choice that the question does not have is not put into its mouth.</summary>
    private static bool Fits(Question question, Answer answer) => answer.Choice is not { } choice || question.Kind == AnswerKind.YesNo || question.Choices.Any(c => c.Id == choice);

    private async Task<IEnumerable<LeadLine>> StandingAsync(StoredCase stored, CancellationToken cancellationToken)
    {
        if (stored.Row.Kind != FlowKind.Dispute || stored.Row.OrderId is null) return [];
        var facts = await orders.FactsAsync(stored, cancellationToken);
        return Disputes.DisputeStanding.Of(stored.Answers, facts.Window, facts.Zone).Points.Select(p => new LeadLine(p.Tone, p.Text));
    }

    private static IEnumerable<LeadLine> KnownLine(StoredCase stored)
    {
        var known = FlowEngine.Applicable(stored.Flow, stored.Answers).Where(q => stored.Answers.TryGetValue(q.Id, out var a) && a is { By: null, IsGiven: true } && q.Id != TextReaders.Question).ToList();
        if (known.Count > 0) yield return new LeadLine(Tone.Neutral, When.Say(CaseWords.KnownFromOrder, string.Join("; ", known.Select(q => $"{CaseText.LabelOf(q)}: {CaseText.Show(q, stored.Answers[q.Id])}"))));
    }

    private static bool IsOvertaken(Question question, Answer? earlier, Answer mine, Instant asked) =>
        earlier is { IsGiven: true, By: { } other } && other != mine.By && earlier.At > asked && CaseText.Show(question, earlier) != CaseText.Show(question, mine);

    private static string RetryOf(AnswerKind kind) => kind switch
    {
        AnswerKind.YesNo => CaseWords.RetryYesNo,
        AnswerKind.Choice => CaseWords.RetryChoice,
        AnswerKind.Date => CaseWords.RetryDate,
        AnswerKind.Money => CaseWords.RetryMoney,
        AnswerKind.Quantity or AnswerKind.Number => CaseWords.RetryNumber,
        AnswerKind.Links => CaseWords.RetryLinks,
        _ => CaseWords.RetryWords,
    };
}
