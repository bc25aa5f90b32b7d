using SourcingBot.Text;

namespace SourcingBot.Orders;

/// <summary>A length that a team set itself.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Length">How many of the rule's own units; at least 0.</param>
public sealed record PolicyOverride(string PolicyId, string RuleId, int Length);

/// <summary>All policies in all versions, checked when they are read.</summary>
public sealed class PolicyBook
{
    private const string Prefix = "SourcingBot.Orders.Policies.";
    private static readonly Lazy<PolicyBook> LazyBuiltIn = new(() => Read(Resource.Under(Prefix).Select(name => (name[Prefix.Length..], Resource.All(name)))));
    private readonly Dictionary<(string Id, int Version), Policy> _byVersion = [];

    private PolicyBook()
    {
    }

    /// <summary>The policies that are part of the program. Ask for it at the start, so that a bad file is refused then.</summary>
    /// <exception cref="DataFileException">A file is wrong: the build is broken.</exception>
    public static PolicyBook BuiltIn => LazyBuiltIn.Value;

    /// <summary>The newest version of each policy, by id.</summary>
    public IReadOnlyList<Policy> Newest { get; private set; } = [];

    /// <summary>Reads policies from files. Earlier versions stay among them as long as orders run on them.</summary>
    /// <param name="files">Name and JSON text of each file.</param>
    /// <exception cref="DataFileException">A file is wrong, or a policy stands in two files with one version; the message names file and place.</exception>
    public static PolicyBook Read(IEnumerable<(string Name, string Json)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var book = new PolicyBook();
        foreach (var (name, json) in files)
        {
            var policy = PolicyFile.Read(name, json);
            if (!book._byVersion.TryAdd((policy.Id, policy.Version), policy))
                throw new DataFileException($"{name}: policy: version {policy.Version} of {policy.Id} stands in another file already. Give this one a higher version.");
        }

        book.Newest = [.. book._byVersion.Values.GroupBy(p => p.Id, StringComparer.Ordinal).Select(g => g.MaxBy(p => p.Version)!).OrderBy(p => p.Id, StringComparer.Ordinal)];
        return book;
    }

    /// <summary>A version of a policy, or null when it is not among the files.</summary>
    /// <param name="id">The policy's id.</param>
    /// <param name="version">The version.</param>
    public Policy? Find(string id, int version) => _byVersion.GetValueOrDefault((id, version));

    /// <summary>Why an override cannot be used, in words for people; null when it can.</summary>
    /// <param name="value">The override.</param>
    public string? WhyNot(PolicyOverride value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var policy = Newest.FirstOrDefault(p => p.Id == value.PolicyId);
        if (policy is null) return $"There is no policy {value.PolicyId}. The policies are {string.Join(", ", Newest.Select(p => p.Id))}.";
        var rules = policy.Rules.Where(r => r.Kind is not null && !r.IsHistoric).Select(r => r.Id).ToList();
        if (!rules.Contains(value.RuleId, StringComparer.Ordinal)) return $"The policy {policy.Id} has no rule {value.RuleId} with a length. Its rules are {string.Join(", ", rules)}.";
        return value.Length is >= 0 and <= 10_000 ? null : $"A length is a whole number from 0 to 10000, not {value.Length}.";
    }
}
