using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Evidence;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Packs;
using SourcingBot.Resources;

namespace SourcingBot.Cases;

/// <summary>Reads the team's cases for a page.</summary>
public interface ICaseBoards
{
    /// <summary>The cases: open ones first, the most urgent first; then closed ones, the newest first.</summary>
    /// <param name="cancellationToken">Ends the queries.</param>
    Task<IReadOnlyList<CaseLine>> ListAsync(CancellationToken cancellationToken);

    /// <summary>A case as a checklist; null where the team has none of this name.</summary>
    /// <param name="name">As a person types it: "D-7KQ2", "d-7kq2".</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    Task<CaseSheet?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>The name of the case that answers are about, told by their buttons; null where they are about something else.</summary>
    /// <param name="answers">What was answered to one event.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<string?> AboutAsync(IReadOnlyList<OutgoingMessage> answers, CancellationToken cancellationToken);
}

/// <inheritdoc cref="ICaseBoards"/>
/// <param name="db">The database of the team.</param>
/// <param name="book">The cases.</param>
/// <param name="orders">Their orders.</param>
/// <param name="files">Their files.</param>
/// <param name="clock">The time.</param>
internal sealed class CaseBoards(SourcingDbContext db, CaseBook book, CaseOrders orders, EvidenceFiles files, IClock clock) : ICaseBoards
{
    private const int MostListed = 300;
    private const int LongestNext = 160;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CaseLine>> ListAsync(CancellationToken cancellationToken)
    {
        var lines = new List<CaseLine>();
        foreach (var stored in await book.NewestAsync(MostListed, cancellationToken)) lines.Add((await LineAsync(stored, cancellationToken)).Line);
        return [.. lines.OrderBy(l => l.Stage == CaseStage.Closed).ThenBy(l => l.Due is null ? 1 : l.Due.IsOver ? 2 : 0).ThenBy(l => l.Due is { IsOver: false } due ? due.DaysLeft : 0)];
    }

    /// <inheritdoc/>
    public async Task<CaseSheet?> FindAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        var readAt = clock.GetCurrentInstant();
        if (CaseNames.In(name) is not { } known || await book.FindAsync(known, cancellationToken) is not { } stored) return null;
        var (line, facts) = await LineAsync(stored, cancellationToken);
        var card = SummaryCard.Build(stored, facts, [], string.Empty, Audience.Conversation).Card!;
        var steps = FlowEngine.Steps(stored.Flow, stored.Answers).Select((s, n) => When.Say(CaseWords.StepTitle, n + 1, s.Title)).ToHashSet(StringComparer.Ordinal);
        bool IsStep(CardPart part) => part is Paragraph { Label: { } label } && steps.Contains(label);
        var next = stored.Row.Stage == CaseStage.Collecting ? NextQuestion(stored) : null;
        return new CaseSheet(
            stored.Row.Id, line, card.Title, [.. WithoutAnswers(card.Parts).Where(p => !IsStep(p))], [.. card.Parts.Where(IsStep)], next?.Id, CaseItems.Of(stored, await files.OfCaseAsync(stored.Row.Id, cancellationToken), facts.Zone), ActionsOf(stored),
            CaseHistories.Of(stored, await book.HistoryAsync(stored.Row.Id, cancellationToken), facts.Zone), CasePacks.HasPack(stored), facts.Zone.Id, readAt);
    }

    /// <inheritdoc/>
    public async Task<string?> AboutAsync(IReadOnlyList<OutgoingMessage> answers, CancellationToken cancellationToken)
    {
        var button = answers.SelectMany(a => a.Card?.Parts ?? []).OfType<Buttons>().SelectMany(b => b.Items).FirstOrDefault();
        if (button is null || CardTokens.Split(button.Token).Token is not { Length: > 0 } token) return null;
        var subject = await db.CardTokens.AsNoTracking().Where(t => t.Token == token).Select(t => t.Subject).FirstOrDefaultAsync(cancellationToken);
        return subject is not null && CaseSubject.Of(subject) is { } about ? (await book.FindAsync(about.Case, cancellationToken))?.Row.Name : null;
    }

    private async Task<(CaseLine Line, SummaryFacts Facts)> LineAsync(StoredCase stored, CancellationToken cancellationToken)
    {
        // A refund that was asked for on the order hands the case in; here that is shown, and kept with the next answer.
        await orders.CatchUpAsync(stored, cancellationToken);
        var facts = await orders.FactsAsync(stored, cancellationToken);
        var (done, all) = FlowEngine.Progress(stored.Flow, stored.Answers);
        var line = new CaseLine
        {
            Name = stored.Row.Name,
            Kind = stored.Row.Kind,
            Title = stored.Flow.Title,
            About = CaseText.AboutOf(stored),
            Order = stored.Row.OrderId,
            Stage = stored.Row.Stage,
            Done = done,
            All = all,
            Readiness = stored.Row.Stage == CaseStage.Closed ? null : Readiness.Of(stored.Flow, stored.Answers)?.Percent,
            Next = CaseText.Short(NextOf(stored, facts), LongestNext),
            Due = CaseDues.Of(stored, facts),
        };
        return (line, facts);
    }

    private static string NextOf(StoredCase stored, SummaryFacts facts) =>
        stored.Row.Stage == CaseStage.Collecting && NextQuestion(stored) is { } next ? next.Ask : SummaryCard.NextOf(stored, FlowEngine.Open(stored.Flow, stored.Answers), facts);

    private static Question? NextQuestion(StoredCase stored) =>
        FlowEngine.Next(stored.Flow, stored.Answers) ?? (FlowEngine.Open(stored.Flow, stored.Answers) is [var first, ..] ? first : null);

    /// <summary>The answers stand in the checklist, and the buttons under it.</summary>
    private static List<CardPart> WithoutAnswers(IReadOnlyList<CardPart> parts)
    {
        var kept = new List<CardPart>(parts.Count);
        var isAnswers = false;
        foreach (var part in parts)
        {
            if (part is Heading heading) isAnswers = heading.Text == CaseWords.AnswersTitle;
            else if (isAnswers && part is not FieldList) isAnswers = false;
            if (!isAnswers && part is not Buttons) kept.Add(part);
        }

        return kept;
    }

    private static IReadOnlyList<CaseAction> ActionsOf(StoredCase stored) =>
        [.. CaseButtons.Of(stored, FlowEngine.Open(stored.Flow, stored.Answers), string.Empty).SelectMany(row => row)
            .Select(b => new CaseAction(b.Label, CardTokens.Split(b.Token).Verb, b.IsMain)).Where(a => !a.Verb.StartsWith(CaseVerbs.GoTo, StringComparison.Ordinal))];
}
