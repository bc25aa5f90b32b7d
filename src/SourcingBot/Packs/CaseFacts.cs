using SourcingBot.Flows;

namespace SourcingBot.Packs;

/// <summary>The facts of a claim: what the answers state, then what each proof shows. Pure.</summary>
internal static class CaseFacts
{
    /// <summary>Lists them.</summary>
    /// <param name="flow">The flow's name.</param>
    /// <param name="questions">The questions that apply, in order.</param>
    /// <param name="answers">The answers by question.</param>
    /// <param name="known">The answers in words, and what the order knows besides, by question.</param>
    /// <param name="exhibits">The exhibits.</param>
    /// <param name="clause">The words of the order that were broken, or null.</param>
    /// <param name="statements">The sentences.</param>
    public static IReadOnlyList<CaseFact> Of(
        string flow, IReadOnlyList<Question> questions, IReadOnlyDictionary<string, Answer> answers, IReadOnlyDictionary<string, string> known, CaseExhibits exhibits, string? clause,
        Statements statements)
    {
        var own = questions.Where(q => q.Kind == AnswerKind.Evidence && !statements.General.Contains(q.Id, StringComparer.Ordinal)).ToList();
        var proof = exhibits.Of(own.Select(q => q.Id));
        var facts = new List<CaseFact>();
        var reason = statements.Reasons.GetValueOrDefault(flow)?.Facts ?? [];
        facts.AddRange(Stated(reason.Where(f => f.IsBreach)));

        // The proof of the reason belongs to the same words of the order.
        foreach (var question in own)
        {
            var numbers = exhibits.Of([question.Id]);
            if (numbers.Count > 0) facts.Add(new CaseFact(question.Shows ?? question.Ask, clause, numbers));
        }

        facts.AddRange(Stated([.. reason.Where(f => !f.IsBreach), .. statements.Always]));
        return facts;

        IEnumerable<CaseFact> Stated(IEnumerable<StatedFact> stated)
        {
            foreach (var fact in stated)
            {
                if (!fact.If.All(i => answers.GetValueOrDefault(i.Key)?.Choice == i.Value) || Statements.Fill(fact, known) is not { } sentence) continue;
                yield return new CaseFact(sentence, fact.IsBreach ? clause : null, fact.IsBreach ? proof : exhibits.Of(fact.Exhibits));
            }
        }
    }
}
