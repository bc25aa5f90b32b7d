using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SourcingBot.Data;

namespace SourcingBot.Chat;

/// <summary>Knows the zones of people: what a person told counts before what the platform says.</summary>
/// <param name="db">The database of the person's team.</param>
/// <param name="introductions">Asks the platform for a zone.</param>
/// <param name="team">That team.</param>
/// <param name="scopes">Gives a context for the row of a new person.</param>
/// <param name="clock">The time.</param>
internal sealed class People(SourcingDbContext db, Introductions introductions, CurrentTeam team, IServiceScopeFactory scopes, IClock clock)
{
    /// <summary>People move: what a platform told so long ago is asked again.</summary>
    private static readonly Duration LongestKept = Duration.FromDays(1);

    /// <summary>The IANA id of the zone of whoever sent an event, or null where nobody told one.</summary>
    /// <param name="incoming">The event; a zone that it carries, or that the platform tells when asked, is kept.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<string?> ZoneOfAsync(IncomingEvent incoming, CancellationToken cancellationToken)
    {
        var row = await FindAsync(incoming, cancellationToken);
        var now = clock.GetCurrentInstant();
        var isOld = row is { ToldZone: null } && row.SeenAt < now - LongestKept;
        var told = incoming.From.TimeZone ?? ((row?.ToldZone ?? row?.PlatformZone) is null || isOld ? (await introductions.FindAsync(incoming, cancellationToken))?.TimeZone : null);
        if (isOld) row!.SeenAt = now;
        if (told is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null && zone != row?.PlatformZone)
        {
            row ??= await AddAsync(incoming, cancellationToken);
            row.PlatformZone = zone;
            row.SeenAt = now;
        }

        return row?.ToldZone ?? row?.PlatformZone;
    }

    /// <summary>Keeps the zone that a person told.</summary>
    /// <param name="incoming">The event in which it was told.</param>
    /// <param name="zone">An IANA id that exists.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task TellZoneAsync(IncomingEvent incoming, string zone, CancellationToken cancellationToken)
    {
        var row = await FindAsync(incoming, cancellationToken) ?? await AddAsync(incoming, cancellationToken);
        row.ToldZone = zone;
        row.SeenAt = clock.GetCurrentInstant();
    }

    private async Task<PersonRow?> FindAsync(IncomingEvent incoming, CancellationToken cancellationToken)
    {
        var key = KeyOf(incoming);
        return db.People.Local.FirstOrDefault(p => p.Key == key) ?? await db.People.FirstOrDefaultAsync(p => p.Key == key, cancellationToken);
    }

    /// <summary>
    /// The row of a person who was not known. Two first messages of one person may be handled at once, so it is written at once and
    /// by itself: whoever comes second finds the first one's row, and neither turn fails at its end.
    /// </summary>
    private async Task<PersonRow> AddAsync(IncomingEvent incoming, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTeam>().Id = team.Id;
        var own = scope.ServiceProvider.GetRequiredService<SourcingDbContext>();
        try
        {
            own.People.Add(new PersonRow { Key = KeyOf(incoming), SeenAt = clock.GetCurrentInstant() });
            await own.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException fault) when (own.FaultOf(fault) == DatabaseFault.Duplicate)
        {
            // The other turn was first.
        }

        return (await FindAsync(incoming, cancellationToken))!;
    }

    private static string KeyOf(IncomingEvent incoming) => StorableKey.Of(incoming.Conversation.Platform.Value, incoming.Conversation.Workspace, incoming.From.Id);
}
