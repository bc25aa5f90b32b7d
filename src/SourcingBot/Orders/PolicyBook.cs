namespace SourcingBot.Orders;

/// <summary>A length that a team set itself.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Length">How many of the rule's own units; at least 0.</param>
public sealed record PolicyOverride(string PolicyId, string RuleId, int Length);

/// <summary>All policies in all versions, checked when they are read.</summary>
public sealed class PolicyBook
{
    /// <summary>The policies that are part of the program.</summary>
    /// <exception cref="PolicyFileException">A file is wrong: the build is broken.</exception>
    public static PolicyBook BuiltIn => throw new NotSupportedException();
}
