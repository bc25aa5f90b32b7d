using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>What is said before a question: what was noted, and what it means.</summary>
/// <param name="Tone">How serious it is.</param>
/// <param name="Text">The words.</param>
/// <param name="IsToSend">Whether they are a message to copy and send.</param>
internal readonly record struct LeadLine(Tone Tone, string Text, bool IsToSend = false)
{
    /// <summary>The line on a card.</summary>
    public CardPart Part => IsToSend ? new SuggestedReply(Words.LabelReply, Text) : Tone is Tone.Danger or Tone.Caution ? new Heading(Text, Tone) : new Paragraph(null, Text);
}

/// <summary>The card that asks one question. Pure.</summary>
internal static class QuestionCard
{
    private static readonly string[] YesNo = ["yes", "no", "unsure"];

    /// <summary>Builds it.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="question">The question.</param>
    /// <param name="lead">What is said first.</param>
    /// <param name="explains">Whether the reason is spelled out with all that is known of the question.</param>
    /// <param name="token">The token of its buttons.</param>
    /// <param name="audience">Who sees it.</param>
    public static OutgoingMessage Build(StoredCase stored, Question question, IReadOnlyList<LeadLine> lead, bool explains, string token, Audience audience)
    {
        var parts = new List<CardPart>();
        parts.AddRange(lead.Select(l => l.Part));
        var isEvidence = question.Kind == AnswerKind.Evidence;
        if (question.Why is { } why && (explains || isEvidence)) parts.Add(new Paragraph(Words.LabelWhy, why));
        if (question.Weak is { } weak && isEvidence) parts.Add(new Paragraph(CaseWords.LabelWeak, weak));
        if (question.Example is { } example && (explains || isEvidence || question.Kind == AnswerKind.Text)) parts.Add(new Paragraph(CaseWords.LabelExample, example));
        if (explains && question.Why is null && question.Example is null) parts.Add(new Paragraph(null, CaseWords.NoWhy));
        if (stored.Answers.GetValueOrDefault(question.Id) is { } earlier) parts.Add(new Paragraph(CaseWords.LabelSoFar, CaseText.Show(question, earlier)));
        parts.Add(new Buttons(ButtonsOf(question, token)));
        parts.Add(new Buttons(Moves(stored, question, token)));
        var about = CaseText.AboutOf(stored) is { } named ? $"{CaseText.NameOf(stored)}, {named.TrimEnd('.')}. " : CaseText.NameOf(stored) + ". ";
        parts.Add(new Note(about + ProgressOf(stored) + HowTo(question)));
        var first = lead.Count > 0 ? lead[0].Text : null;
        return new OutgoingMessage(CheckAnswer.Sentences(question.Ask, first is null ? [] : [first]), new Card(Tone.Neutral, question.Ask, parts), audience);
    }

    /// <summary>How much is left; where an answer leads on to more questions nobody can say.</summary>
    private static string ProgressOf(StoredCase stored)
    {
        if (stored.Flow.Questions.Any(q => q.Choices.Any(c => c.Flow is not null))) return string.Empty;
        var (done, all) = FlowEngine.Progress(stored.Flow, stored.Answers);
        return (all - done > 1 ? When.Say(CaseWords.Progress, all - done) : CaseWords.ProgressLast) + " ";
    }

    private static List<Button> ButtonsOf(Question question, string token)
    {
        Button Make(string label, string verb, bool main = false) => new(label, CardTokens.WithVerb(token, verb), main);
        Button off = question.IsRequired ? Make(CaseWords.ButtonLater, CaseVerbs.Later) : Make(CaseWords.ButtonSkip, CaseVerbs.Skip);
        return question.Kind switch
        {
            AnswerKind.YesNo => [.. YesNo.Select(c => Make(CaseText.ChoiceLabel(question, c), CaseVerbs.Choose + c))],
            AnswerKind.Choice => [.. question.Choices.Select(c => Make(c.Label, CaseVerbs.Choose + c.Id))],
            AnswerKind.Evidence => [Make(CaseWords.ButtonAtHand, CaseVerbs.AtHand), Make(CaseWords.ButtonMissing, CaseVerbs.Missing), Make(CaseWords.ButtonLater, CaseVerbs.Later)],
            AnswerKind.CreditCode => [Make(CaseWords.ButtonMissing, CaseVerbs.Missing), off],
            _ => [off],
        };
    }

    private static List<Button> Moves(StoredCase stored, Question question, string token)
    {
        Button Make(string label, string verb) => new(label, CardTokens.WithVerb(token, verb));
        List<Button> moves = [];
        if (FlowEngine.Before(stored.Flow, stored.Answers, question) is not null) moves.Add(Make(CaseWords.ButtonBack, CaseVerbs.Back));
        if (question.Kind is AnswerKind.YesNo or AnswerKind.Choice) moves.Add(question.IsRequired ? Make(CaseWords.ButtonLater, CaseVerbs.Later) : Make(CaseWords.ButtonSkip, CaseVerbs.Skip));
        moves.Add(Make(CaseWords.ButtonSummary, CaseVerbs.Summary));
        return moves;
    }

    private static string HowTo(Question question) => question.Kind switch
    {
        AnswerKind.Evidence => CaseWords.HowEvidence,
        AnswerKind.YesNo or AnswerKind.Choice => CaseWords.HowButtons,
        AnswerKind.Date => CaseWords.HowDate,
        AnswerKind.Money => CaseWords.HowMoney,
        AnswerKind.Links => CaseWords.HowLinks,
        _ => CaseWords.HowWords,
    };
}
