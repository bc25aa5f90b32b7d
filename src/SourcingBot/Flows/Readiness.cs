namespace SourcingBot.Flows;

/// <summary>How complete a case is, in points that can be seen through: three for what it hardly stands without, one for what is good to have. Proof that is told in words alone earns little: a case handler decides by what can be looked at.</summary>
/// <param name="Percent">Points earned of those that could be, 0 to 100.</param>
/// <param name="Raises">The questions that would raise it, the one that raises it most first.</param>
public sealed record Readiness(int Percent, IReadOnlyList<Question> Raises)
{
    /// <summary>Counts.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="answers">The answers by question.</param>
    /// <returns>Null where nothing of the flow has a weight.</returns>
    public static Readiness? Of(FlowDefinition flow, IReadOnlyDictionary<string, Answer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var weighed = FlowEngine.Applicable(flow, answers).Where(q => q.Weight != Weight.None).ToList();
        if (weighed.Count == 0) return null;
        var all = weighed.Sum(Points);
        var earned = weighed.Sum(q => Earned(q, answers));
        return new Readiness(100 * earned / all, [.. weighed.Where(q => Earned(q, answers) < Points(q)).OrderByDescending(q => Points(q) - Earned(q, answers))]);
    }

    /// <summary>Points of a section or of all, as earned and possible.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="answers">The answers by question.</param>
    /// <param name="section">The section's name.</param>
    public static (int Earned, int All) OfSection(FlowDefinition flow, IReadOnlyDictionary<string, Answer> answers, string section)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var weighed = FlowEngine.Applicable(flow, answers).Where(q => q.Weight != Weight.None && q.Section == section).ToList();
        return (weighed.Sum(q => Earned(q, answers)), weighed.Sum(Points));
    }

    private static int Points(Question question) => question.Weight == Weight.Must ? 3 : 1;

    private static int Earned(Question question, IReadOnlyDictionary<string, Answer> answers)
    {
        if (!answers.TryGetValue(question.Id, out var answer)) return 0;
        if (question.Counts.Count > 0) return question.Counts.Contains(answer.Key, StringComparer.Ordinal) ? Points(question) : 0;
        if (answer.State != AnswerState.Given || answer.Choice is "unsure") return 0;
        var isToldOnly = question.Kind == AnswerKind.Evidence && answer.Files.Count == 0 && answer.Links.Count == 0;
        return isToldOnly ? Points(question) / 3 : Points(question);
    }
}
