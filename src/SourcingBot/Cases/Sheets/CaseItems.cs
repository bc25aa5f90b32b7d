using NodaTime;
using SourcingBot.Evidence;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Packs;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>Makes the lines of a checklist. Pure.</summary>
internal static class CaseItems
{
    private static readonly string[] YesNo = ["yes", "no", "unsure"];

    /// <summary>The questions that apply, under their headings.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="files">Its files.</param>
    /// <param name="zone">The reader's zone.</param>
    public static IReadOnlyList<CaseSection> Of(StoredCase stored, IReadOnlyList<StoredFileRow> files, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var sections = new List<CaseSection>();
        string? heading = null;
        var items = new List<CaseItem>();
        foreach (var question in FlowEngine.Applicable(stored.Flow, stored.Answers))
        {
            if (question.Section != heading && items.Count > 0) Close();
            heading = question.Section;
            items.Add(Of(question, stored.Answers.GetValueOrDefault(question.Id), files, zone));
        }

        if (items.Count > 0) Close();
        return sections;

        void Close()
        {
            sections.Add(new CaseSection(stored.Flow.Sections.FirstOrDefault(s => s.Id == heading)?.Title, [.. items]));
            items.Clear();
        }
    }

    private static CaseItem Of(Question question, Answer? answer, IReadOnlyList<StoredFileRow> files, DateTimeZone zone)
    {
        var item = new CaseItem(question, CaseText.LabelOf(question), answer?.State) { Choices = ChoicesOf(question) };
        if (answer is null) return item;

        // What the order said by itself has no person.
        return item with
        {
            Shown = answer is { State: AnswerState.Given, HasExhibit: true } ? null : CaseText.Show(question, answer),
            Words = answer.State == AnswerState.Given ? answer.Text : null,
            Who = answer.By is { } by ? CaseText.Short(by.Name ?? CaseWords.Somebody, 40) : null,
            At = answer.By is null ? null : When.From(answer.At, zone),
            Files = [.. answer.Files.Select(f => Of(f, files))],
            Links = answer.Links,
            Notes = [.. FlowEngine.NotesOf(question, answer)],
        };
    }

    private static IReadOnlyList<CaseAction> ChoicesOf(Question question) => question.Kind switch
    {
        AnswerKind.YesNo => [.. YesNo.Select(c => new CaseAction(CaseText.ChoiceLabel(question, c), CaseVerbs.Choose + c))],
        AnswerKind.Choice => [.. question.Choices.Select(c => new CaseAction(c.Label, CaseVerbs.Choose + c.Id))],
        AnswerKind.Evidence => [new CaseAction(CaseWords.ButtonAtHand, CaseVerbs.AtHand), new CaseAction(CaseWords.ButtonMissing, CaseVerbs.Missing)],
        AnswerKind.CreditCode => [new CaseAction(CaseWords.ButtonMissing, CaseVerbs.Missing)],
        _ => [],
    };

    private static CaseFileLine Of(EvidenceFile named, IReadOnlyList<StoredFileRow> files) => files.FirstOrDefault(f => f.Id == named.Id) is { } kept
        ? new CaseFileLine(kept.Id, kept.Name, kept.Kind, kept.Size, UploadRules.BuiltIn.Contradicts(PackNames.ExtensionOf(kept.Name), kept.Kind))
        : new CaseFileLine(named.Id, named.Name, null, 0, false);
}
