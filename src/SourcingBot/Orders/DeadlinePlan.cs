namespace SourcingBot.Orders;

/// <summary>Something that a policy says at this point without a deadline of its own.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Title">A short title.</param>
/// <param name="Text">What to know or do.</param>
/// <param name="Source">Where it stands.</param>
public sealed record PolicyNote(string PolicyId, string RuleId, string Title, string Text, string Source);

/// <summary>A deadline that would move if the order went over to a newer version of its policy.</summary>
/// <param name="Title">The deadline's title.</param>
/// <param name="Now">As it runs, or null where the newer version adds it.</param>
/// <param name="Then">As it would be, or null where the newer version drops it.</param>
public sealed record DeadlineMove(string Title, Deadline? Now, Deadline? Then);

/// <summary>That a policy has another version than the one an order runs on. Nothing moves until somebody accepts it.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="From">The version the order runs on.</param>
/// <param name="To">The newest version.</param>
/// <param name="Moves">What would move; may be empty.</param>
/// <param name="IsFromMissing">Whether the version the order runs on is no longer among the files, so that the newest had to be used.</param>
public sealed record PolicyChangeProposal(string PolicyId, int From, int To, IReadOnlyList<DeadlineMove> Moves, bool IsFromMissing = false);

/// <summary>An order's deadlines, and what else its policies say.</summary>
/// <param name="Deadlines">By due instant, then key; those done and over included.</param>
/// <param name="Notes">What holds without a date.</param>
/// <param name="Proposals">Newer policy versions.</param>
/// <param name="PolicyVersions">The versions that were used, by policy id; to be stored with the order.</param>
public sealed record DeadlinePlan(
    IReadOnlyList<Deadline> Deadlines, IReadOnlyList<PolicyNote> Notes, IReadOnlyList<PolicyChangeProposal> Proposals,
    IReadOnlyDictionary<string, int> PolicyVersions);
