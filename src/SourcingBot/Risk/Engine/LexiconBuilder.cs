using SourcingBot.Text;

namespace SourcingBot.Risk.Engine;

/// <summary>Collects the entries of lexicon files.</summary>
internal sealed class LexiconBuilder
{
    private const string Folder = "SourcingBot.Risk.Lexicon.";

    /// <summary>How many symbols there are; 0 stands for any word.</summary>
    public int SymbolCount { get; private set; } = 1;

    /// <summary>The symbols of whole words.</summary>
    public Dictionary<string, int> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>The symbols of beginnings.</summary>
    public Dictionary<string, int> Prefixes { get; } = new(StringComparer.Ordinal);

    /// <summary>Where each symbol leads from each node; node 0 is the beginning.</summary>
    public Dictionary<(int Node, int Symbol), int> Edges { get; } = [];

    /// <summary>The concepts that are complete at each node.</summary>
    public List<HashSet<int>> Concepts { get; } = [[]];

    /// <summary>Reads the files of the assembly.</summary>
    /// <exception cref="FormatException">A file is not well formed; the message names file and line.</exception>
    public static LexiconBuilder FromDataFiles()
    {
        var built = new LexiconBuilder();
        foreach (var file in Resource.Under(Folder))
        {
            var concept = -1;
            var number = 0;
            foreach (var line in Resource.Lines(file))
            {
                number++;
                if (line.Length == 0 || line[0] == '#') continue;
                if (line[0] == '@')
                {
                    concept = Concept.IdOf(line[1..].Trim());
                    continue;
                }

                if (concept < 0) throw new FormatException($"{file} line {number}: entries stand before the first @CONCEPT.");
                try
                {
                    foreach (var entry in line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    {
                        foreach (var steps in LexiconPattern.Expand(entry)) built.Add(steps, concept);
                    }
                }
                catch (FormatException fault)
                {
                    throw new FormatException($"{file} line {number}: {fault.Message}", fault);
                }
            }
        }

        return built;
    }

    private void Add(Step[] steps, int concept)
    {
        var node = 0;
        foreach (var step in steps)
        {
            var key = (node, SymbolOf(step));
            if (!Edges.TryGetValue(key, out var next))
            {
                Edges[key] = next = Concepts.Count;
                Concepts.Add([]);
            }

            node = next;
        }

        Concepts[node].Add(concept);
    }

    private int SymbolOf(Step step)
    {
        if (step.Word.Length == 0) return 0;
        var known = step.IsPrefix ? Prefixes : Words;
        if (!known.TryGetValue(step.Word, out var symbol)) known[step.Word] = symbol = SymbolCount++;
        return symbol;
    }
}
