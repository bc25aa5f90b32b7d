namespace SourcingBot.Chat;

/// <summary>Asks the platform who somebody is, where an event did not say it and an answer depends on it.</summary>
/// <param name="platforms">The platforms.</param>
internal sealed class Introductions(IEnumerable<IChatPlatform> platforms)
{
    /// <summary>An answer must not wait long for a name: after this time it goes without.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Completes the person of a turn by name and zone as far as the platform tells them.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether something became known.</returns>
    public async Task<bool> IntroduceAsync(Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var person = turn.Event.From;
        if (person is { TimeZone: not null, DisplayName: not null }) return false;
        var found = await FindAsync(turn.Event, cancellationToken);
        if (found is null) return false;
        turn.Introduce(person with { DisplayName = person.DisplayName ?? found.DisplayName, TimeZone = person.TimeZone ?? found.TimeZone, Locale = person.Locale ?? found.Locale });
        return turn.Event.From != person;
    }

    /// <summary>Asks the platform who sent an event.</summary>
    /// <param name="incoming">The event.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The person, or null where the platform does not tell, or not soon.</returns>
    public async Task<ChatUser?> FindAsync(IncomingEvent incoming, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        if (platforms.FirstOrDefault(p => p.Id == incoming.Conversation.Platform && p.IsEnabled) is not { } platform) return null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await platform.FindUserAsync(incoming.Conversation.Workspace, incoming.From.Id, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
