using SourcingBot.Text;

namespace SourcingBot.Flows;

/// <summary>All flows, checked when they are read.</summary>
public sealed class FlowBook
{
    private const string Prefix = "SourcingBot.Cases.Flows.";
    private const string PartsPrefix = "SourcingBot.Cases.Parts.";
    private static readonly Lazy<FlowBook> LazyBuiltIn = new(() => Read(
        Resource.Under(Prefix).Select(name => (name[Prefix.Length..], Resource.All(name))), name => Resource.Under(PartsPrefix + name + ".part.json") is [var only] ? Resource.All(only) : null));

    private readonly Dictionary<string, FlowDefinition> _byId = new(StringComparer.Ordinal);

    private FlowBook()
    {
    }

    /// <summary>The flows that are part of the program. Ask for it at the start, so that a bad file is refused then.</summary>
    /// <exception cref="DataFileException">A file is wrong: the build is broken.</exception>
    public static FlowBook BuiltIn => LazyBuiltIn.Value;

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<FlowDefinition> All => _byId.Values;

    /// <summary>Reads flows from files.</summary>
    /// <param name="files">Name and JSON text of each file.</param>
    /// <param name="part">The text of a shared part by its name, or null where there is none.</param>
    /// <exception cref="DataFileException">A file is wrong, or a choice leads to a flow that does not exist; the message names file and place.</exception>
    public static FlowBook Read(IEnumerable<(string Name, string Json)> files, Func<string, string?> part)
    {
        ArgumentNullException.ThrowIfNull(files);
        var book = new FlowBook();
        foreach (var (name, json) in files)
        {
            var flow = FlowFile.Read(name, json, part, FlowPrefills.Names);
            if (flow.Id + ".flow.json" != name) throw new DataFileException($"{name}: id: expected the file's name, found \"{flow.Id}\".");
            book._byId.Add(flow.Id, flow);
        }

        foreach (var flow in book.All)
        {
            var lost = flow.Questions.SelectMany(q => q.Choices).FirstOrDefault(c => c.Flow is { } next && !book._byId.ContainsKey(next));
            if (lost is not null) throw new DataFileException($"{flow.Id}.flow.json: choice {lost.Id}: expected the name of a flow, found \"{lost.Flow}\".");
        }

        return book;
    }

    /// <summary>A flow by its name, or null.</summary>
    /// <param name="id">The name.</param>
    public FlowDefinition? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The flow of a kind whose phrases somebody's words hold, the longest phrase first; null where none does.</summary>
    /// <param name="words">What somebody said.</param>
    /// <param name="kind">The kind; null: any.</param>
    public FlowDefinition? Guess(string words, FlowKind? kind)
    {
        ArgumentNullException.ThrowIfNull(words);
        var said = ' ' + string.Join(' ', Orders.Word.Of(words).Select(w => w.Text)) + ' ';
        return All.Where(f => kind is null || f.Kind == kind)
            .SelectMany(f => f.Words.Select(w => (Flow: f, Phrase: string.Join(' ', Orders.Word.Of(w).Select(p => p.Text)))))
            .Where(p => p.Phrase.Length > 0 && said.Contains(' ' + p.Phrase + ' ', StringComparison.Ordinal))
            .OrderByDescending(p => p.Phrase.Length).ThenBy(p => p.Flow.Id, StringComparer.Ordinal).Select(p => p.Flow).FirstOrDefault();
    }
}

/// <summary>The names of what the program may know already.</summary>
internal static class FlowPrefills
{
    /// <summary>All of them; those that begin with "text:" come from a reader of the supplier's words.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "order-number", "supplier", "goods", "ordered", "order-amount", "incoterm", "ship-by", "protection", "delivered-on", "receipt-confirmed", "rail", "inspection", "supplier-text", "arrived",
    };
}
