using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace SourcingBot.Data;

/// <summary>Keeps a team as its id.</summary>
public sealed class TeamIdConverter() : ValueConverter<TeamId, Guid>(id => id.Value, value => new TeamId(value));

/// <summary>Keeps an instant as ticks (100 ns) since 1970 UTC, so that SQLite can compare and sort it.</summary>
public sealed class InstantTicksConverter() : ValueConverter<Instant, long>(i => i.ToUnixTimeTicks(), ticks => Instant.FromUnixTimeTicks(ticks));

/// <summary>Keeps an instant as a UTC time stamp; PostgreSQL keeps microseconds of it.</summary>
public sealed class InstantUtcConverter() : ValueConverter<Instant, DateTime>(
    i => i.ToDateTimeUtc(), time => Instant.FromDateTimeUtc(DateTime.SpecifyKind(time, DateTimeKind.Utc)));
