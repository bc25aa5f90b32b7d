using SourcingBot.Chat;

namespace SourcingBot.Cases;

/// <summary>Where a case is talked about after an event, and who sees what is said. Cases hold what a supplier must not read, so they go on in private wherever it is not certain who reads along.</summary>
/// <param name="Key">The key under which the place is kept.</param>
/// <param name="Audience">Who sees the question.</param>
/// <param name="IsElsewhere">Whether that is another place than the event's, so that the person has to be told where.</param>
internal readonly record struct CasePlace(string Key, Audience Audience, bool IsElsewhere)
{
    /// <summary>The place of an event.</summary>
    /// <param name="incoming">The event.</param>
    /// <param name="card">The card about a case that was pressed, or null.</param>
    public static CasePlace Of(IncomingEvent incoming, CardTokenRow? card = null)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        if (incoming.IsPersonal || incoming is IncomingMessage { Addressing: Addressing.Direct or Addressing.OrderForm or Addressing.Form })
            return new CasePlace(PersonKey(incoming), Audience.Conversation, false);

        // A card about a case that everybody sees stands only where colleagues are among themselves.
        var isAmongColleagues = incoming is IncomingMessage { Addressing: Addressing.Mention, OutsidersReadAlong: false } || (incoming is IncomingAction && card is { OnlyFor: null });
        return isAmongColleagues ? new CasePlace(StorableKey.OfThread(incoming.Conversation), Audience.Conversation, false) : new CasePlace(PersonKey(incoming), Audience.Direct, true);
    }

    private static string PersonKey(IncomingEvent incoming) => StorableKey.Of("person", incoming.Conversation.Platform.Value, incoming.Conversation.Workspace, incoming.From.Id);
}
