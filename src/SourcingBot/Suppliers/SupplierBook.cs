using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;
using SourcingBot.Orders;
using SourcingBot.Risk;

namespace SourcingBot.Suppliers;

/// <summary>The team's suppliers and when each is to be checked again. Changes rows of the scope's context and saves nothing.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="clock">The time.</param>
internal sealed class SupplierBook(SourcingDbContext db, IClock clock)
{
    /// <summary>From one check to the next without a special reason.</summary>
    public static readonly Duration Year = Duration.FromDays(365);

    /// <summary>A check this fresh has seen what is worrying now.</summary>
    private static readonly Duration Fresh = Duration.FromDays(7);

    private static readonly Dictionary<string, ReCheckReason> Worries = new(StringComparer.Ordinal)
    {
        ["bank-change"] = ReCheckReason.Payment,
        ["payee-mismatch"] = ReCheckReason.Payment,
        ["off-platform-payment"] = ReCheckReason.Payment,
        ["price-change"] = ReCheckReason.Price,
        ["substitution"] = ReCheckReason.Quality,
    };

    /// <summary>All of them, the next to check first.</summary>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<List<SupplierRow>> AllAsync(CancellationToken cancellationToken) => db.Suppliers.OrderBy(s => s.DueAt).ThenBy(s => s.Name).ToListAsync(cancellationToken);

    /// <summary>The supplier of a name, or null.</summary>
    /// <param name="name">As somebody wrote it.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<SupplierRow?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var key = SupplierRow.KeyOf(name);
        return key.Length == 0 ? null : db.Suppliers.Local.FirstOrDefault(s => s.Key == key) ?? await db.Suppliers.FirstOrDefaultAsync(s => s.Key == key, cancellationToken);
    }

    /// <summary>An order with a supplier is followed: the supplier is known from now on, and its reminders go where the order's do.</summary>
    /// <param name="order">The order.</param>
    /// <param name="incoming">The event in which it was told of.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task MeetAsync(Order order, IncomingEvent incoming, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(incoming);
        if (SupplierRow.KeyOf(order.Supplier).Length == 0) return;
        var row = await FindAsync(order.Supplier, cancellationToken);
        if (row is null)
        {
            row = new SupplierRow
            {
                Id = Guid.CreateVersion7(),
                Key = SupplierRow.KeyOf(order.Supplier),
                Name = order.Supplier,
                DueAt = clock.GetCurrentInstant() + Year,
                Conversation = string.Empty,
                Person = string.Empty,
            };
            db.Suppliers.Add(row);
        }

        row.Conversation = JsonSerializer.Serialize(incoming.Conversation, ChatJson.Default.ConversationRef);
        row.Person = JsonSerializer.Serialize(incoming.From, ChatJson.Default.ChatUser);
        row.OutsidersReadAlong = incoming.OutsidersReadAlong || !incoming.TellsWhoReads;
        row.Zone = order.ReaderZone;
    }

    /// <summary>Somebody checked a supplier: the next check is in a year.</summary>
    /// <param name="row">The supplier.</param>
    public void Checked(SupplierRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        row.CheckedAt = clock.GetCurrentInstant();
        row.DueAt = row.CheckedAt.Value + Year;
        row.Reason = ReCheckReason.Yearly;
    }

    /// <summary>Puts a check off.</summary>
    /// <param name="row">The supplier.</param>
    /// <param name="until">Until when.</param>
    public void PutOff(SupplierRow row, Instant until)
    {
        ArgumentNullException.ThrowIfNull(row);
        row.DueAt = until;
    }

    /// <summary>Something happened after which a supplier should be checked soon, unless that is due already or was just done.</summary>
    /// <param name="name">The supplier.</param>
    /// <param name="reason">What happened.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task WorryAsync(string name, ReCheckReason reason, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await FindAsync(name, cancellationToken) is not { } row) return;

        // What is due and not told yet is told anyway; what was told for the same reason or just checked is not told again so soon. Another
        // account is always told: a check of last week has not seen it.
        if (row.DueAt <= now && (row.RemindedOf is null || row.RemindedOf < row.DueAt)) return;
        if (row.RemindedOf > now - Fresh && row.Reason == reason) return;
        if (row.CheckedAt > now - Fresh && reason != ReCheckReason.Payment) return;
        row.DueAt = now;
        row.Reason = reason;
    }

    /// <summary>What worried was taken back: nothing is told of it, unless it was told already.</summary>
    /// <param name="name">The supplier.</param>
    /// <param name="reason">What was taken back.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task CalmAsync(string name, ReCheckReason reason, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is not { } row || row.Reason != reason || row.RemindedOf >= row.DueAt) return;
        row.Reason = ReCheckReason.Yearly;
        row.DueAt = (row.CheckedAt ?? clock.GetCurrentInstant()) + Year;
    }

    /// <summary>Counts in another zone what a person told of.</summary>
    /// <param name="incoming">The event in which the person told the zone.</param>
    /// <param name="zone">An IANA id that exists.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task MoveToZoneAsync(IncomingEvent incoming, string zone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        foreach (var row in await db.Suppliers.ToListAsync(cancellationToken))
        {
            var conversation = JsonSerializer.Deserialize(row.Conversation, ChatJson.Default.ConversationRef)!;
            var isOurs = conversation.Platform == incoming.Conversation.Platform && conversation.Workspace == incoming.Conversation.Workspace;
            if (isOurs && JsonSerializer.Deserialize(row.Person, ChatJson.Default.ChatUser)?.Id == incoming.From.Id) row.Zone = zone;
        }
    }

    /// <summary>What an entry about an order says of its supplier.</summary>
    /// <param name="kind">What happened.</param>
    public static ReCheckReason? WorryOf(OrderEventKind kind) => kind is OrderEventKind.InspectionFailed or OrderEventKind.RefundAsked ? ReCheckReason.Quality : null;

    /// <summary>What a message of a supplier says of it, by its worst finding that counts.</summary>
    /// <param name="report">What was made of the message.</param>
    public static ReCheckReason? WorryOf(RiskReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Verdict != Verdict.High) return null;
        foreach (var finding in report.Findings)
        {
            if (Worries.TryGetValue(finding.Category, out var reason)) return reason;
        }

        return null;
    }
}
