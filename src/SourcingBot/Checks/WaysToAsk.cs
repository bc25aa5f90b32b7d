using SourcingBot.Chat;

namespace SourcingBot.Checks;

/// <summary>Knows how people can ask on each platform.</summary>
/// <param name="platforms">The chat platforms.</param>
internal sealed class WaysToAsk(IEnumerable<IChatPlatform> platforms)
{
    private readonly Dictionary<PlatformId, IReadOnlyCollection<Addressing>> _ways = platforms.ToDictionary(p => p.Id, p => p.WaysToAsk);

    /// <summary>The ways on the platform of an event; none where it is not known.</summary>
    /// <param name="incoming">The event.</param>
    public IReadOnlyCollection<Addressing> Of(IncomingEvent incoming) => _ways.GetValueOrDefault(incoming.Conversation.Platform, []);
}
