using NodaTime;
using SourcingBot.Inspection;
using SourcingBot.Reminders;

namespace SourcingBot.Orders;

/// <summary>Turns where an order stands into its deadlines. Pure.</summary>
public static class DeadlinePlanner
{
    /// <summary>
    /// Plans the deadlines by the policy versions that the order runs on, and the day to book its inspection. Where sources disagree the earliest reading drives.
    /// A newer version of a policy is proposed and never used by itself.
    /// </summary>
    /// <param name="state">Where the order stands.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="overrides">Lengths that the team set itself; one for a rule that does not exist is passed over (<see cref="PolicyBook.WhyNot"/> says so beforehand).</param>
    /// <param name="calendars">Working calendars, for lengths in working days.</param>
    /// <param name="now">The present.</param>
    public static DeadlinePlan Plan(OrderState state, PolicyBook policies, IReadOnlyCollection<PolicyOverride> overrides, WorkingCalendars calendars, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(overrides);
        ArgumentNullException.ThrowIfNull(calendars);
        var deadlines = new List<Deadline>();
        var notes = new List<PolicyNote>();
        var proposals = new List<PolicyChangeProposal>();
        var versions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var newest in policies.Newest)
        {
            var pinned = state.Order.PolicyVersions.TryGetValue(newest.Id, out var version) ? version : newest.Version;
            var found = policies.Find(newest.Id, pinned);
            var used = found ?? newest;
            var planned = DeadlinesOf(used);
            if (pinned != newest.Version && (used.AppliesTo(state) || newest.AppliesTo(state)))
                proposals.Add(new PolicyChangeProposal(newest.Id, pinned, newest.Version, found is null ? [] : Moves(planned.Deadlines, DeadlinesOf(newest).Deadlines), found is null));
            if (!used.AppliesTo(state)) continue;
            versions[newest.Id] = pinned;
            deadlines.AddRange(planned.Deadlines);
            notes.AddRange(planned.Notes);
        }

        if (InspectionDeadlines.ToBook(state, calendars.Of(state.Order.SupplierCountry), now) is { } booking) deadlines.Add(booking);
        return new DeadlinePlan([.. deadlines.OrderBy(d => d.Due).ThenBy(d => d.Key, StringComparer.Ordinal)], notes, proposals, versions);

        (List<Deadline> Deadlines, List<PolicyNote> Notes) DeadlinesOf(Policy policy)
        {
            if (!policy.AppliesTo(state)) return ([], []);
            var builder = new DeadlineBuilder(state, policy, overrides, calendars.Of(policy.Country), now);
            var built = policy.Rules.Select(builder.Build).OfType<Deadline>().ToList();
            return (built, [.. policy.Rules.Select(r => builder.Note(r, built)).OfType<PolicyNote>()]);
        }
    }

    private static List<DeadlineMove> Moves(List<Deadline> now, List<Deadline> then)
    {
        var keys = now.Concat(then).Select(d => d.Key).Distinct(StringComparer.Ordinal);
        return
        [
            .. keys.Select(key => (Now: now.Find(d => d.Key == key), Then: then.Find(d => d.Key == key)))
                .Where(m => m.Now?.Due != m.Then?.Due && (m.Now ?? m.Then)!.Status is not (DeadlineStatus.Done or DeadlineStatus.Moot))
                .Select(m => new DeadlineMove((m.Then ?? m.Now)!.Title, m.Now, m.Then)),
        ];
    }
}
