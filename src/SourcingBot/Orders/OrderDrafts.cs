using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Chat;
using SourcingBot.Data;

namespace SourcingBot.Orders;

/// <summary>Orders for which a fact was asked. Changes rows and saves nothing.</summary>
/// <param name="db">The database of the team.</param>
/// <param name="clock">The time.</param>
internal sealed class OrderDrafts(SourcingDbContext db, IClock clock)
{
    /// <summary>An answer comes within a day, or it is no answer.</summary>
    private static readonly Duration Patience = Duration.FromDays(1);

    private const int LongestAnswer = 12;

    /// <summary>Keeps what was told until the gap is filled.</summary>
    /// <param name="incoming">The event that was asked about.</param>
    /// <param name="facts">The facts so far.</param>
    /// <param name="gap">What was asked.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task KeepAsync(IncomingEvent incoming, Order facts, OrderGap gap, CancellationToken cancellationToken)
    {
        var key = KeyOf(incoming);
        var row = await db.OrderDrafts.FirstOrDefaultAsync(d => d.Key == key, cancellationToken);
        if (row is null) db.OrderDrafts.Add(row = new OrderDraftRow { Key = key, Facts = string.Empty });

        // The answer to one question may leave the next one open.
        if (db.Entry(row).State == EntityState.Deleted) db.Entry(row).State = EntityState.Modified;
        row.Facts = JsonSerializer.Serialize(facts, OrderJson.Default.Order);
        row.Asked = gap;
        row.AskedAt = clock.GetCurrentInstant();
    }

    /// <summary>The draft with the message as the answer to what was asked; null where nothing was asked or the message is none.</summary>
    /// <param name="message">The message.</param>
    /// <param name="request">What it wants.</param>
    /// <param name="text">What was read from it.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<Order?> TakeAsync(IncomingMessage message, OrderRequest request, OrderText text, CancellationToken cancellationToken)
    {
        var (own, any) = (KeyOf(message), KeyOfConversation(message));
        var row = await db.OrderDrafts.FirstOrDefaultAsync(d => d.Key == own, cancellationToken) ?? await db.OrderDrafts.FirstOrDefaultAsync(d => d.Key == any, cancellationToken);
        if (row is null) return null;
        var answer = message.Text.Trim();
        var isAnswer = !request.IsCommand && text.Said is null && answer.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= LongestAnswer;
        if (row.AskedAt < clock.GetCurrentInstant() - Patience) isAnswer = false;
        var facts = JsonSerializer.Deserialize(row.Facts, OrderJson.Default.Order)!;
        Order? filled = row.Asked switch
        {
            OrderGap.Number when isAnswer && (text.Number ?? answer) is var number && number.Any(char.IsAsciiDigit) && number.Length <= 40 => text.Over(facts) with { Number = number },
            OrderGap.Supplier when isAnswer => facts with { Supplier = text.Supplier ?? answer },
            _ => null,
        };

        // Whatever else is said, the question is over.
        if (filled is not null || request.IsCommand) db.OrderDrafts.Remove(row);
        return filled;
    }

    /// <summary>In a thread the question is answered there; what a button or a page asked, anywhere in the conversation.</summary>
    private static string KeyOf(IncomingEvent incoming) => incoming is IncomingMessage { Addressing: not Addressing.OrderForm }
        ? StorableKey.Of(StorableKey.OfThread(incoming.Conversation), incoming.From.Id)
        : KeyOfConversation(incoming);

    private static string KeyOfConversation(IncomingEvent incoming) => StorableKey.Of(StorableKey.OfConversation(incoming.Conversation), incoming.From.Id);
}
