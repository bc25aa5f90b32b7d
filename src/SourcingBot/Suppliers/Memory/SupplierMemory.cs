using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Data;
using SourcingBot.Orders;
using SourcingBot.Quotes;

namespace SourcingBot.Suppliers.Memory;

/// <summary>Remembers what suppliers state, and knows whose message one is. Changes rows and saves nothing.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="orders">The orders.</param>
/// <param name="book">The suppliers.</param>
/// <param name="clock">The time.</param>
internal sealed class SupplierMemory(SourcingDbContext db, OrderBook orders, SupplierBook book, IClock clock)
{
    /// <summary>A shorter name could be any word of a message.</summary>
    private const int ShortestName = 6;

    /// <summary>Whose message it is: by a followed order's number, by a known domain or address, or by a name in it; null where nothing or more than one fits.</summary>
    /// <param name="facts">What was read from it.</param>
    /// <param name="text">The message.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<SupplierRow?> RecogniseAsync(Quote facts, string text, CancellationToken cancellationToken)
    {
        foreach (var number in facts.OrderNumbers.Select(n => n.Value).Distinct(StringComparer.Ordinal).Take(3))
        {
            if (await orders.FindAsync(number, cancellationToken) is [var order] && await book.FindAsync(order.Facts.Supplier, cancellationToken) is { } known) return known;
        }

        var places = StatedFact.Of(facts).Where(f => f.Kind is SupplierFactKind.Domain or SupplierFactKind.Email).Select(f => f.Key).ToList();
        if (places.Count > 0)
        {
            var owners = await db.SupplierFacts.Where(f => (f.Kind == SupplierFactKind.Domain || f.Kind == SupplierFactKind.Email) && places.Contains(f.Key)).Select(f => f.SupplierId).Distinct().Take(2).ToListAsync(cancellationToken);
            if (owners is [var only]) return await db.Suppliers.FirstOrDefaultAsync(s => s.Id == only, cancellationToken);
        }

        var letters = SupplierRow.KeyOf(text.Length <= 4000 ? text : text[..4000]);
        var named = (await db.Suppliers.ToListAsync(cancellationToken)).Where(s => s.Key.Length >= ShortestName && letters.Contains(s.Key, StringComparison.Ordinal)).ToList();
        return named is [var one] ? one : null;
    }

    /// <summary>All that is remembered of a supplier.</summary>
    /// <param name="supplier">The supplier.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<List<SupplierFactRow>> OfAsync(SupplierRow supplier, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(supplier);
        return db.SupplierFacts.Where(f => f.SupplierId == supplier.Id).OrderByDescending(f => f.LastAt).ToListAsync(cancellationToken);
    }

    /// <summary>Learns from a calm message what may be learned without a person: domains, addresses and terms, never where money goes.</summary>
    /// <param name="supplier">The supplier.</param>
    /// <param name="known">What is remembered already.</param>
    /// <param name="stated">What the message states.</param>
    public void Learn(SupplierRow supplier, IReadOnlyCollection<SupplierFactRow> known, IReadOnlyList<StatedFact> stated) =>
        Keep(supplier, known, stated.Where(f => f.Kind is SupplierFactKind.Domain or SupplierFactKind.Email or SupplierFactKind.Term), null);

    /// <summary>Keeps where money goes, because a person has confirmed it.</summary>
    /// <param name="supplier">The supplier.</param>
    /// <param name="known">What is remembered already.</param>
    /// <param name="stated">What the message states.</param>
    /// <param name="person">Who confirms it.</param>
    /// <returns>What was kept.</returns>
    public IReadOnlyList<StatedFact> Confirm(SupplierRow supplier, IReadOnlyCollection<SupplierFactRow> known, IReadOnlyList<StatedFact> stated, string person)
    {
        List<StatedFact> money = [.. stated.Where(f => f.Kind is SupplierFactKind.Account or SupplierFactKind.Payee or SupplierFactKind.BankCountry)];
        Keep(supplier, known, money, person);
        return money;
    }

    private void Keep(SupplierRow supplier, IReadOnlyCollection<SupplierFactRow> known, IEnumerable<StatedFact> stated, string? person)
    {
        var now = clock.GetCurrentInstant();
        foreach (var fact in stated)
        {
            var row = known.FirstOrDefault(k => k.Kind == fact.Kind && k.Key == fact.Key);
            if (row is null)
            {
                row = new SupplierFactRow { Id = Guid.CreateVersion7(), SupplierId = supplier.Id, Kind = fact.Kind, Key = fact.Key, Shown = fact.Shown, FirstAt = now };
                db.SupplierFacts.Add(row);
            }

            row.LastAt = now;
            row.ConfirmedBy = person ?? row.ConfirmedBy;
        }
    }
}
