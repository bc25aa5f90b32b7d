using System.Text.Json;
using NodaTime;
using SourcingBot.Chat;

namespace SourcingBot.Orders;

/// <summary>An order as it is kept, with everything that happened to it.</summary>
/// <param name="row">Its row, with the rows of its entries.</param>
internal sealed class StoredOrder(OrderRow row)
{
    private Order? _facts;
    private List<OrderEvent>? _events;

    /// <summary>The row.</summary>
    public OrderRow Row { get; } = row;

    /// <summary>The facts.</summary>
    public Order Facts => _facts ??= JsonSerializer.Deserialize(Row.Facts, OrderJson.Default.Order)!;

    /// <summary>The entries, those taken back included.</summary>
    public IReadOnlyList<OrderEvent> Events => _events ??= Row.Events.ConvertAll(e => JsonSerializer.Deserialize(e.Entry, OrderJson.Default.OrderEvent)!);

    /// <summary>The conversation that its reminders go to.</summary>
    public ConversationRef Conversation => JsonSerializer.Deserialize(Row.Conversation, ChatJson.Default.ConversationRef)!;

    /// <summary>Where it stands.</summary>
    /// <param name="now">The present.</param>
    public OrderState State(Instant now) => OrderFold.Fold(Facts, Events, now);

    /// <summary>Changes the facts.</summary>
    /// <param name="facts">The new facts.</param>
    public void Set(Order facts)
    {
        _facts = facts;
        Row.Facts = JsonSerializer.Serialize(facts, OrderJson.Default.Order);
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="sourceKey">The message it was told in, or null.</param>
    public void Add(OrderEvent entry, string? sourceKey)
    {
        _events = null;
        Row.Events.Add(new OrderEventRow
        {
            Id = entry.Id,
            OrderId = Row.Id,
            TeamId = Row.TeamId,
            Entry = JsonSerializer.Serialize(entry, OrderJson.Default.OrderEvent),
            SourceKey = sourceKey,
            RecordedAt = entry.RecordedAt,
        });
    }

    /// <summary>Puts another form of an entry in its place: taken back.</summary>
    /// <param name="entry">The entry.</param>
    public void Replace(OrderEvent entry)
    {
        _events = null;
        Row.Events.Single(e => e.Id == entry.Id).Entry = JsonSerializer.Serialize(entry, OrderJson.Default.OrderEvent);
    }
}
