using SourcingBot.Chat;

namespace SourcingBot.Checks;

/// <summary>Knows how people can ask on each platform.</summary>
/// <param name="platforms">The chat platforms.</param>
internal sealed class WaysToAsk(IEnumerable<IChatPlatform> platforms)
{
    private readonly Dictionary<PlatformId, IChatPlatform> _platforms = platforms.ToDictionary(p => p.Id);

    /// <summary>The ways on the platform of an event; none where it is not known.</summary>
    /// <param name="incoming">The event.</param>
    public IReadOnlyCollection<Addressing> Of(IncomingEvent incoming) => _platforms.TryGetValue(incoming.Conversation.Platform, out var platform) ? platform.WaysToAsk : [];
}
