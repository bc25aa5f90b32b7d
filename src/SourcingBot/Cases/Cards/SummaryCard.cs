using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Disputes;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>What a summary is made of besides the case itself.</summary>
/// <param name="Window">The last day to ask for a refund, or null.</param>
/// <param name="Clocks">The deadlines of a case that was handed in, the nearest first.</param>
/// <param name="Zone">The reader's zone.</param>
/// <param name="Now">The present.</param>
internal sealed record SummaryFacts(Deadline? Window, IReadOnlyList<Deadline> Clocks, DateTimeZone Zone, Instant Now);

/// <summary>Where a case stands, and the next step. Pure.</summary>
internal static class SummaryCard
{
    private const int MostRaises = 3;
    private const int MostAnswers = 20;
    private const int MostSends = 5;

    /// <summary>Builds it.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="facts">What goes with it.</param>
    /// <param name="lead">What is said first.</param>
    /// <param name="token">The token of its buttons.</param>
    /// <param name="audience">Who sees it.</param>
    /// <param name="isWhole">Whether every answer is listed, not only the first.</param>
    public static OutgoingMessage Build(StoredCase stored, SummaryFacts facts, IReadOnlyList<LeadLine> lead, string token, Audience audience, bool isWhole = false)
    {
        var open = FlowEngine.Open(stored.Flow, stored.Answers);
        var title = TitleOf(stored, open.Count);
        List<CardPart> parts = [];
        parts.AddRange(lead.Select(l => l.Part));
        var next = NextOf(stored, open, facts);
        parts.Add(new Paragraph(Words.LabelDo, next));
        var tone = Tone.Neutral;
        if (stored.Row.Kind == FlowKind.Dispute) tone = AddDispute(stored, facts, parts);
        AddReadiness(stored, parts);
        AddNotes(stored, parts);
        if (stored.Row.Kind == FlowKind.IpReport && stored.Row.Stage == CaseStage.Collecting && (open.Count == 0 || stored.Answers.GetValueOrDefault("listings") is { IsGiven: true })) parts.Add(new SuggestedReply(CaseWords.LabelNotice, IpNotice.Text(stored.Flow, stored.Answers, Listings.ListingLinks.MostByForm)));
        AddSteps(stored, facts, parts);
        AddAnswers(stored, isWhole, parts);
        AddFilesToSend(stored, parts);
        if (stored.Flow.ClosingText is { } closing && stored.Row.Kind == FlowKind.Dispute && open.Count == 0 && stored.Row.Stage == CaseStage.Collecting) parts.Add(new Paragraph(null, closing));
        parts.AddRange(CaseButtons.Of(stored, open, token).Select(row => new Buttons(row)));
        parts.Add(new Note(When.Say(CaseWords.SummarySource, CaseText.NameOf(stored), stored.Flow.Source, stored.Flow.Checked)));
        return new OutgoingMessage(CheckAnswer.Sentences(title, [next]), new Card(tone, title, parts), audience);
    }

    private static string TitleOf(StoredCase stored, int open)
    {
        var about = CaseText.AboutOf(stored);
        var what = about is null ? stored.Flow.Title : $"{stored.Flow.Title}: {about}";
        return stored.Row.Stage switch
        {
            CaseStage.Closed => When.Say(CaseWords.TitleClosed, what),
            CaseStage.Filed => When.Say(CaseWords.TitleFiled, what),
            _ when open == 0 && stored.Flow.ClosingTitle is { } closing => about is null ? closing : $"{closing}: {about}",
            _ => what,
        };
    }

    /// <summary>The next step in a sentence.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="open">The questions that want an answer.</param>
    /// <param name="facts">The window, where one runs.</param>
    internal static string NextOf(StoredCase stored, IReadOnlyList<Question> open, SummaryFacts facts)
    {
        switch (stored.Row.Stage)
        {
            case CaseStage.Closed:
                return CaseWords.NextClosed;
            case CaseStage.Filed:
                return stored.Row.Kind == FlowKind.Dispute ? CaseWords.NextFiled : CaseWords.NextFiledOther;
        }

        if (open.Count == 0) return stored.Row.Kind == FlowKind.Dispute ? CaseWords.NextFile : stored.Flow.ClosingText ?? CaseWords.NextRead;
        var names = string.Join(", ", open.Take(MostRaises).Select(CaseText.LabelOf));
        if (facts.Window is { Status: DeadlineStatus.Running } window && open.All(q => q.Kind == AnswerKind.Evidence)) return When.Say(CaseWords.NextFileFirst, When.Until(window.Due, facts.Zone), names);
        return When.Say(open.Count == 1 ? CaseWords.NextOne : CaseWords.NextOpen, open.Count, names);
    }

    private static Tone AddDispute(StoredCase stored, SummaryFacts facts, List<CardPart> parts)
    {
        foreach (var clock in facts.Clocks) parts.Add(new Paragraph(DeadlineText.Headline(clock), DeadlineText.Moment(clock, facts.Zone) + ". " + clock.Do));
        var standing = DisputeStanding.Of(stored.Answers, stored.Row.Stage == CaseStage.Collecting ? facts.Window : null, facts.Zone);
        if (standing.Points.Count > 0 && stored.Row.Stage != CaseStage.Closed)
        {
            parts.Add(new Heading(standing.Worst switch { Tone.Danger => HardOf(standing), Tone.Caution => CaseWords.StandingFair, _ => CaseWords.StandingGood }, standing.Worst));
            parts.Add(new BulletList([.. standing.Points.Select(p => p.Text)]));
        }

        var claim = ClaimAmount.Of(stored.Answers);
        if (claim.Lines.Count > 0)
        {
            parts.Add(new Heading(claim.Amount is { } amount ? When.Say(stored.ChoiceOf("remedy") is "ship-now" or "replacement" ? CaseWords.ClaimIfNoGoods : CaseWords.ClaimTitle, ClaimAmount.Show(amount)) : CaseWords.ClaimUnknown, Tone.Neutral));
            parts.Add(new BulletList([.. claim.Lines]));
        }

        return stored.Row.Stage == CaseStage.Closed ? Tone.Neutral : standing.Worst == Tone.Calm ? Tone.Calm : standing.Worst;
    }

    private static string HardOf(DisputeStanding standing) => standing.Points.Count(p => p.Tone == Tone.Danger) is > 1 and var many ? When.Say(CaseWords.StandingHardMany, many) : CaseWords.StandingHard;

    private static void AddReadiness(StoredCase stored, List<CardPart> parts)
    {
        if (Readiness.Of(stored.Flow, stored.Answers) is not { } readiness || stored.Row.Stage == CaseStage.Closed) return;

        // What cannot be had is not asked for again.
        var raises = readiness.Raises.Where(q => stored.Answers.GetValueOrDefault(q.Id)?.State is not (AnswerState.Missing or AnswerState.Skipped)).ToList();
        List<string> said = [readiness.Percent > 0 ? When.Say(CaseWords.Readiness, readiness.Percent) : CaseWords.ReadinessNone];
        if (raises.Count > 0) said.Add(When.Say(CaseWords.ReadinessRaise, string.Join(", ", raises.Take(MostRaises).Select(q => LowerFirst(CaseText.LabelOf(q))))));
        var text = string.Join(' ', said);
        parts.Add(new Paragraph(stored.Row.Kind switch { FlowKind.Vetting => CaseWords.LabelChecked, FlowKind.Ddp => CaseWords.LabelAnswered, _ => CaseWords.LabelReadiness }, text));
        if (stored.Row.Kind != FlowKind.Vetting) return;
        var sections = stored.Flow.Sections.Select(s => (s.Title, Points: Readiness.OfSection(stored.Flow, stored.Answers, s.Id))).Where(s => s.Points.All > 0).ToList();
        if (sections.Count > 0) parts.Add(new FieldList([.. sections.Select(s => new Field(s.Title, When.Say(CaseWords.SectionPoints, s.Points.Earned, s.Points.All)))]));
    }

    private static void AddNotes(StoredCase stored, List<CardPart> parts)
    {
        var notes = FlowEngine.Notes(stored.Flow, stored.Answers);
        if (stored.Row.Stage != CaseStage.Collecting || notes.Count == 0) return;

        // What is not serious was said when it was answered, and stands in the message.
        var serious = notes.Where(n => n.Note.Tone is Tone.Danger or Tone.Caution).OrderByDescending(n => n.Note.Tone).Select(n => n.Note.Say).ToList();
        if (stored.Row.Kind != FlowKind.Dispute && serious.Count > 0) parts.Add(new BulletList(serious));
        var sends = notes.Where(n => n.Note.Send is not null).OrderByDescending(n => n.Question.Weight).ThenByDescending(n => n.Note.Tone).Select(n => n.Note.Send!).Distinct(StringComparer.Ordinal).ToList();
        if (sends.Count == 0) return;
        var most = stored.Row.Kind == FlowKind.Ready ? sends.Count : Math.Min(MostSends, sends.Count);
        parts.Add(new SuggestedReply(stored.Row.Kind == FlowKind.Ready ? CaseWords.LabelForOrder : Words.LabelReply, string.Join('\n', sends.Take(most))));
        if (most < sends.Count) parts.Add(new Paragraph(null, When.Say(CaseWords.MoreToAsk, sends.Count - most)));
    }

    private static void AddSteps(StoredCase stored, SummaryFacts facts, List<CardPart> parts)
    {
        if (stored.Row.Stage != CaseStage.Collecting) return;
        var n = 0;
        foreach (var step in FlowEngine.Steps(stored.Flow, stored.Answers))
        {
            n++;
            var clock = CaseClock.EndOf(step, stored, facts.Zone) is { } end ? " " + When.Say(end < facts.Now ? CaseWords.StepWasUntil : CaseWords.StepUntil, When.Until(end, facts.Zone)) : string.Empty;
            parts.Add(new Paragraph(When.Say(CaseWords.StepTitle, n, step.Title), step.Text + clock + SourceOf(step)));
        }
    }

    /// <summary>A clock is told with its source and how sure it is.</summary>
    private static string SourceOf(FlowStep step) => step is { Hours: not null, After: not null, Source: { } source, Confidence: { } sure } ? " " + When.Say(CaseWords.StepSource, source, sure) : string.Empty;

    private static void AddAnswers(StoredCase stored, bool isWhole, List<CardPart> parts)
    {
        var told = FlowEngine.Applicable(stored.Flow, stored.Answers).Where(q => stored.Answers.ContainsKey(q.Id))
            .Select(q => (Question: q, Field: new Field(CaseText.LabelOf(q), CaseText.Show(q, stored.Answers[q.Id])))).Where(f => f.Field.Value.Length > 0).ToList();
        if (told.Count == 0) return;
        parts.Add(new Heading(CaseWords.AnswersTitle, Tone.Neutral));

        // Of a long list the money comes first: it is what people look for.
        var shown = isWhole ? told : told.Count <= MostAnswers ? told : [.. told.OrderByDescending(t => t.Question.Kind == AnswerKind.Money).Take(MostAnswers)];
        foreach (var some in shown.Chunk(MostAnswers)) parts.Add(new FieldList([.. some.Select(t => t.Field)]));
        if (shown.Count < told.Count) parts.Add(new Paragraph(null, When.Say(CaseWords.AnswersMore, told.Count - shown.Count)));
    }

    /// <summary>Files that somebody has and did not send are asked for at the end.</summary>
    private static void AddFilesToSend(StoredCase stored, List<CardPart> parts)
    {
        if (stored.Row.Stage == CaseStage.Closed) return;
        var waited = FlowEngine.Applicable(stored.Flow, stored.Answers).Where(q => stored.Answers.GetValueOrDefault(q.Id)?.State == AnswerState.AtHand).ToList();
        if (waited.Count == 0) return;
        parts.Add(new Paragraph(null, When.Say(waited.Count == 1 ? CaseWords.SendFilesOne : CaseWords.SendFiles, waited.Count, string.Join(", ", waited.Select(q => LowerFirst(CaseText.LabelOf(q)))))));
    }

    private static string LowerFirst(string text) => text.Length > 1 && char.IsUpper(text[1]) ? text : string.Concat(char.ToLowerInvariant(text[0]).ToString(), text[1..]);
}
