namespace SourcingBot.Chat;

/// <summary>The name of a chat platform: "slack", "teams" or "page".</summary>
/// <param name="Value">Lower case, never empty.</param>
public readonly record struct PlatformId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Where a conversation takes place, and all that its adapter needs to write there again.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Workspace">The platform's id of the organisation: a workspace or a tenant.</param>
/// <param name="Conversation">The platform's id of the channel, group or personal chat.</param>
/// <param name="Thread">The platform's id of the thread, or null.</param>
/// <param name="AdapterData">JSON owned by the adapter; nobody else reads it.</param>
public sealed record ConversationRef(PlatformId Platform, string Workspace, string Conversation, string? Thread, string AdapterData);

/// <summary>A person in a chat.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="DisplayName">The name as the platform tells it, or null. It came from outside.</param>
/// <param name="TimeZone">An IANA zone id, or null where the platform does not tell.</param>
/// <param name="Locale">A language tag, or null.</param>
public sealed record ChatUser(string Id, string? DisplayName = null, string? TimeZone = null, string? Locale = null);
