using SourcingBot.Text;

namespace SourcingBot.Packs;

/// <summary>A sentence that some answers allow to be stated.</summary>
/// <param name="If">The answers that it needs, by question; empty where it needs none.</param>
/// <param name="Say">Its forms, the fullest first, with the names of answers in braces; the first whose answers are all known is taken.</param>
/// <param name="IsBreach">Whether it is what breaks the order: the order's words and all proof of the reason stand beside it.</param>
/// <param name="Exhibits">The questions whose proof stands beside it otherwise.</param>
internal sealed record StatedFact(IReadOnlyDictionary<string, string> If, IReadOnlyList<string> Say, bool IsBreach, IReadOnlyList<string> Exhibits);

/// <summary>What is said for a reason.</summary>
/// <param name="Title">The reason in neutral words.</param>
/// <param name="Facts">Its sentences.</param>
internal sealed record StatedReason(string Title, IReadOnlyList<StatedFact> Facts);

/// <summary>The neutral sentences in which the answers of a dispute are stated, from a data file. They say what was answered and nothing else.</summary>
/// <param name="General">The evidence questions that belong to every reason.</param>
/// <param name="Reasons">By flow.</param>
/// <param name="Always">The sentences of every reason.</param>
internal sealed record Statements(IReadOnlyList<string> General, IReadOnlyDictionary<string, StatedReason> Reasons, IReadOnlyList<StatedFact> Always)
{
    private const string FileName = "statements.json";

    /// <summary>The sentences that are part of the program.</summary>
    /// <exception cref="DataFileException">The file is wrong: the build is broken.</exception>
    public static Statements BuiltIn { get; } = Read(FileName, Resource.All("SourcingBot.Packs." + FileName));

    /// <summary>Fills a sentence.</summary>
    /// <param name="fact">The sentence.</param>
    /// <param name="known">The answers in words, by question; from outside.</param>
    /// <returns>The first form whose answers are all known, or null.</returns>
    public static string? Fill(StatedFact fact, IReadOnlyDictionary<string, string> known)
    {
        foreach (var form in fact.Say)
        {
            // Cut at the braces, so that braces in an answer are never read.
            var parts = form.Split('{', '}');
            if (parts.Where((_, i) => i % 2 == 1).All(known.ContainsKey)) return string.Concat(parts.Select((part, i) => i % 2 == 1 ? known[part] : part));
        }

        return null;
    }

    /// <summary>Reads a file of sentences.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="DataFileException">It is wrong; the message names file and place.</exception>
    public static Statements Read(string file, string json)
    {
        var root = DataNode.Parse(file, json);
        root.Only("general", "reasons", "always");
        return new Statements(
            Texts(root.Get("general")),
            root.Get("reasons").Members().ToDictionary(m => m.Key, m => Reason(m.Value), StringComparer.Ordinal),
            [.. root.Get("always").Items().Select(Fact)]);
    }

    private static StatedReason Reason(DataNode node)
    {
        node.Only("title", "facts");
        return new StatedReason(node.Get("title").Text(), [.. node.Get("facts").Items().Select(Fact)]);
    }

    private static StatedFact Fact(DataNode node)
    {
        node.Only("if", "say", "breach", "exhibits");
        var say = node.Get("say").Items();
        if (say.Count == 0) throw node.Get("say").Wrong("at least one sentence");
        return new StatedFact(
            node.Find("if")?.Members().ToDictionary(m => m.Key, m => m.Value.Text(), StringComparer.Ordinal) ?? [],
            [.. say.Select(n => n.Text().Count(c => c == '{') == n.Text().Count(c => c == '}') ? n.Text() : throw n.Wrong("a closing brace for every opening one"))],
            node.Find("breach")?.Flag() ?? false,
            node.Find("exhibits") is { } exhibits ? Texts(exhibits) : []);
    }

    private static List<string> Texts(DataNode node) => [.. node.Items().Select(n => n.Text())];
}
