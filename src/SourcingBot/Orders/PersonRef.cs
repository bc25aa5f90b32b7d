using SourcingBot.Chat;

namespace SourcingBot.Orders;

/// <summary>A person of the team as a platform knows them. Two references are equal when they mean the same account; the name does not count.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Workspace">The platform's id of the organisation: user ids are unique within it.</param>
/// <param name="UserId">The platform's id of the person.</param>
/// <param name="Name">The name as the platform told it, or null. It came from outside.</param>
public sealed record PersonRef(PlatformId Platform, string Workspace, string UserId, string? Name = null)
{
    /// <inheritdoc/>
    public bool Equals(PersonRef? other) =>
        other is not null && Platform == other.Platform && Workspace == other.Workspace && UserId == other.UserId;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Platform, Workspace, UserId);
}
