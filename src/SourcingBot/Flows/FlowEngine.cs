namespace SourcingBot.Flows;

/// <summary>
/// Decides what is asked next. Nothing but the answers is kept: the current question is the first that applies and has none, so that
/// a case goes on in any place, and with a newer version of its file. Pure.
/// </summary>
public static class FlowEngine
{
    /// <summary>The questions that apply, in order: their condition holds by questions that apply themselves.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="answers">The answers by question.</param>
    public static IReadOnlyList<Question> Applicable(FlowDefinition flow, IReadOnlyDictionary<string, Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(answers);
        var found = new List<Question>(flow.Questions.Count);
        var applies = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in flow.Questions)
        {
            if (question.When is { } when && !(applies.Contains(when.Question) && Holds(when, answers))) continue;
            applies.Add(question.Id);
            found.Add(question);
        }

        return found;
    }

    /// <summary>Whether a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="answers">The answers by question.</param>
    public static bool Holds(FlowCondition? condition, IReadOnlyDictionary<string, Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (condition is null) return true;
        if (!answers.TryGetValue(condition.Question, out var answer) || !Holds(condition.And, answers)) return false;
        if (condition.UpTo is { } most) return answer.Money is { } money && (money.Currency != most.Currency || money.Amount < most.Amount);
        return condition.Is.Contains(answer.Key, StringComparer.Ordinal) || (answer.IsGiven && condition.Is.Contains("given", StringComparer.Ordinal));
    }

    /// <summary>The question to ask now; null when all that apply have an answer or were put off.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="answers">The answers by question.</param>
    public static Question? Next(FlowDefinition flow, IReadOnlyDictionary<string, Answer> answers) =>
        Applicable(flow, answers).FirstOrDefault(q => !answers.ContainsKey(q.Id));

    /// <summary>The questions that apply and still want an answer: never asked, put off, or proof that is at hand and not here.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="answers">The answers by question.</param>
    public static IReadOnlyList<Question> Open(FlowDefinition flow, IReadOnlyDictionary<string, Answer> answers) =>
        [.. Applicable(flow, answers).Where(q => !answers.TryGetValue(q.Id, out var a) || a.State is AnswerState.Later or AnswerState.AtHand)];

    /// <summary>The question before another one, of those that apply; null at the beginning.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="answers">The answers by question.</param>
    /// <param name="current">The question from which to go back; null: from the end.</param>
    public static Question? Before(FlowDefinition flow, IReadOnlyDictionary<string, Answer> answers, Question? current)
    {
        var applicable = Applicable(flow, answers);
        return current is null ? (applicable.Count > 0 ? applicable[^1] : null) : applicable.TakeWhile(q => q.Id != current.Id).LastOrDefault();
    }

    /// <summary>How many questions apply that somebody has to answer, and how many of them have an answer. What the program knew by itself does not count.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="answers">The answers by question.</param>
    public static (int Done, int All) Progress(FlowDefinition flow, IReadOnlyDictionary<string, Answer> answers)
    {
        var own = Applicable(flow, answers).Where(q => answers.GetValueOrDefault(q.Id) is not { By: null, IsGiven: true }).ToList();
        return (own.Count(q => answers.TryGetValue(q.Id, out var a) && a.State != AnswerState.Later), own.Count);
    }

    /// <summary>Everything that is said of the answers, in the order of the questions.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="answers">The answers by question.</param>
    public static IReadOnlyList<(Question Question, FlowNote Note)> Notes(FlowDefinition flow, IReadOnlyDictionary<string, Answer> answers) =>
        [.. Applicable(flow, answers).SelectMany(q => NotesOf(q, answers.GetValueOrDefault(q.Id)).Select(n => (q, n)))];

    /// <summary>What is said of one answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer, or null.</param>
    public static IEnumerable<FlowNote> NotesOf(Question question, Answer? answer)
    {
        ArgumentNullException.ThrowIfNull(question);
        return answer is null ? [] : question.Notes.Where(n => n.Is.Contains(answer.Key, StringComparer.Ordinal) || (answer.IsGiven && n.Is.Contains("given", StringComparer.Ordinal)));
    }

    /// <summary>The steps that apply.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="answers">The answers by question.</param>
    public static IReadOnlyList<FlowStep> Steps(FlowDefinition flow, IReadOnlyDictionary<string, Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return [.. flow.Steps.Where(s => Holds(s.When, answers))];
    }
}
