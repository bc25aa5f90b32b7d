using SourcingBot.Evidence;
using SourcingBot.Flows;
using SourcingBot.Resources;

namespace SourcingBot.Packs;

/// <summary>The exhibits of a case, numbered in the order of its questions. Pure.</summary>
/// <param name="All">The exhibits.</param>
/// <param name="ByQuestion">The numbers of those that are attached, by question.</param>
internal sealed record CaseExhibits(IReadOnlyList<Exhibit> All, IReadOnlyDictionary<string, IReadOnlyList<int>> ByQuestion)
{
    /// <summary>Numbers what was handed in.</summary>
    /// <param name="questions">The questions that apply, in order.</param>
    /// <param name="answers">The answers by question.</param>
    /// <param name="files">The files that are kept.</param>
    public static CaseExhibits Of(IReadOnlyList<Question> questions, IReadOnlyDictionary<string, Answer> answers, IReadOnlyList<StoredFileRow> files)
    {
        var all = new List<Exhibit>();
        var byQuestion = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        foreach (var question in questions.Where(q => q.Kind == AnswerKind.Evidence))
        {
            if (!answers.TryGetValue(question.Id, out var answer)) continue;
            var numbers = new List<int>();
            foreach (var content in ContentsOf(answer, files))
            {
                var exhibit = new Exhibit(all.Count + 1, question.Exhibit, question.Shows ?? question.Ask, question.Ask, content);
                all.Add(exhibit);
                if (content is not ExhibitMissing) numbers.Add(exhibit.Number);
            }

            byQuestion[question.Id] = numbers;
        }

        return new CaseExhibits(all, byQuestion);
    }

    /// <summary>The numbers of what was handed in for some questions.</summary>
    /// <param name="questions">The questions.</param>
    public IReadOnlyList<int> Of(IEnumerable<string> questions) => [.. questions.SelectMany(q => ByQuestion.GetValueOrDefault(q) ?? [])];

    private static IEnumerable<ExhibitContent> ContentsOf(Answer answer, IReadOnlyList<StoredFileRow> files)
    {
        switch (answer.State)
        {
            case AnswerState.Missing:
                yield return new ExhibitMissing(Words.PackNotObtained);
                yield break;
            case AnswerState.AtHand when !answer.HasExhibit:
                yield return new ExhibitMissing(Words.PackToFollow);
                yield break;
            case AnswerState.Skipped or AnswerState.Later:
                yield break;
        }

        foreach (var named in answer.Files)
        {
            yield return files.FirstOrDefault(f => f.Id == named.Id) is { } kept
                ? new ExhibitFile(kept.Id, kept.Name, kept.Size, kept.Sha256, kept.Kind)
                : new ExhibitMissing(Words.PackGone);
        }

        foreach (var link in answer.Links) yield return new ExhibitLink(link);
        if (answer.Text is { Length: > 0 } text) yield return new ExhibitText(text);
    }
}
