using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Flows;
using SourcingBot.Orders;

namespace SourcingBot.Cases;

/// <summary>
/// The team's cases. It changes rows of the scope's database context and saves nothing: whoever uses it saves, so that an answer and
/// what follows from it are one transaction.
/// </summary>
/// <param name="db">The database of the team.</param>
/// <param name="flows">The flows.</param>
/// <param name="clock">The time.</param>
internal sealed class CaseBook(SourcingDbContext db, FlowBook flows, IClock clock)
{
    private const int MostTries = 20;

    /// <summary>A case by its id, or null.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<StoredCase?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Read(db.Cases.Local.FirstOrDefault(c => c.Id == id) ?? await db.Cases.FirstOrDefaultAsync(c => c.Id == id, cancellationToken));

    /// <summary>A case by its name, or null.</summary>
    /// <param name="name">As "D-7KQ2".</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<StoredCase?> FindAsync(string name, CancellationToken cancellationToken) => Read(await db.Cases.FirstOrDefaultAsync(c => c.Name == name, cancellationToken));

    /// <summary>The newest case of a kind about an order that is not closed, or null.</summary>
    /// <param name="order">The order's id.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<StoredCase?> OpenOfOrderAsync(Guid order, FlowKind kind, CancellationToken cancellationToken) =>
        Read(await db.Cases.Where(c => c.OrderId == order && c.Kind == kind && c.Stage != CaseStage.Closed).OrderByDescending(c => c.CreatedAt).FirstOrDefaultAsync(cancellationToken));

    /// <summary>All cases, those that are open first, the newest first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<StoredCase>> NewestAsync(int most, CancellationToken cancellationToken) =>
        [.. (await db.Cases.OrderBy(c => c.ClosedAt != null).ThenByDescending(c => c.ChangedAt).Take(most).ToListAsync(cancellationToken)).Select(Read).OfType<StoredCase>()];

    /// <summary>Begins a case.</summary>
    /// <param name="flow">Its flow.</param>
    /// <param name="incoming">The event in which it was begun.</param>
    /// <param name="order">The order it is about, or null.</param>
    /// <param name="zone">The zone of whoever began it, or null.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<StoredCase> AddAsync(FlowDefinition flow, IncomingEvent incoming, Guid? order, string? zone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(incoming);
        var now = clock.GetCurrentInstant();
        var row = new CaseRow
        {
            Id = Guid.CreateVersion7(),
            Name = await FreeNameAsync(flow.Kind, cancellationToken),
            Kind = flow.Kind,
            FlowId = flow.Id,
            FlowVersion = flow.Version,
            OrderId = order,
            Answers = "{}",
            Conversation = JsonSerializer.Serialize(incoming.Conversation, ChatJson.Default.ConversationRef),
            Person = JsonSerializer.Serialize(incoming.From, ChatJson.Default.ChatUser),
            Zone = zone,
            CreatedAt = now,
            ChangedAt = now,
        };
        db.Cases.Add(row);
        Record(row, CaseEntryKind.Opened, flow.Id, null, incoming);
        return new StoredCase(row, flow);
    }

    /// <summary>Keeps an answer and a line of the history.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="incoming">The event in which it was given.</param>
    public void Answer(StoredCase stored, Question question, Answer answer, IncomingEvent incoming)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(question);
        stored.Set(question.Id, answer);
        Record(stored.Row, CaseEntryKind.Answered, question.Id, JsonSerializer.Serialize(answer, AnswerJson.Default.Answer), incoming);
    }

    /// <summary>Adds a line to the history and counts the change.</summary>
    /// <param name="row">The case.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="question">The question, or null.</param>
    /// <param name="detail">Words or JSON, or null.</param>
    /// <param name="incoming">The event; null where the program did it.</param>
    public void Record(CaseRow row, CaseEntryKind kind, string? question, string? detail, IncomingEvent? incoming)
    {
        ArgumentNullException.ThrowIfNull(row);
        var now = clock.GetCurrentInstant();
        row.ChangedAt = now;
        row.Revision++;
        db.CaseEntries.Add(new CaseEntryRow
        {
            Id = Guid.CreateVersion7(),
            CaseId = row.Id,
            Kind = kind,
            QuestionId = question,
            Detail = detail,
            By = incoming is null ? null : JsonSerializer.Serialize(OrderDesk.PersonOf(incoming), CaseJson.Default.PersonRef),
            At = now,
        });
    }

    /// <summary>The history of a case, in order.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<List<CaseEntryRow>> HistoryAsync(Guid id, CancellationToken cancellationToken) =>
        db.CaseEntries.AsNoTracking().Where(e => e.CaseId == id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancellationToken);

    /// <summary>The place with a key, or null.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<CasePlaceRow?> PlaceAsync(string key, CancellationToken cancellationToken) =>
        db.CasePlaces.Local.FirstOrDefault(p => p.Key == key) ?? await db.CasePlaces.FirstOrDefaultAsync(p => p.Key == key, cancellationToken);

    /// <summary>Remembers that a case is talked about in a place, and what was asked there.</summary>
    /// <param name="key">The place's key.</param>
    /// <param name="stored">The case.</param>
    /// <param name="asked">The question, or null.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task AskAsync(string key, StoredCase stored, string? asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var place = await PlaceAsync(key, cancellationToken);
        if (place is null) db.CasePlaces.Add(place = new CasePlaceRow { Key = key });
        place.CaseId = stored.Row.Id;
        place.Asked = asked;
        place.AskedAt = clock.GetCurrentInstant();
    }

    private StoredCase? Read(CaseRow? row) => row is not null && flows.Find(row.FlowId) is { } flow ? new StoredCase(row, flow) : null;

    private async Task<string> FreeNameAsync(FlowKind kind, CancellationToken cancellationToken)
    {
        for (var i = 0; i < MostTries; i++)
        {
            var name = CaseNames.Create(kind);
            if (!await db.Cases.AnyAsync(c => c.Name == name, cancellationToken)) return name;
        }

        throw new InvalidOperationException("No free name for a case was found.");
    }
}
