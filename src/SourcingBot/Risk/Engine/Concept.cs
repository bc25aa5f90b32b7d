namespace SourcingBot.Risk.Engine;

/// <summary>The names of concepts as numbers, given out as the data files and rules name them.</summary>
internal static class Concept
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, int> Ids = new(StringComparer.Ordinal);
    private static readonly List<string> Names = [];
    private static int _count;

    /// <summary>How many concepts there are so far.</summary>
    public static int Count => Volatile.Read(ref _count);

    /// <summary>The name of a concept.</summary>
    /// <param name="id">Its number.</param>
    public static string NameOf(int id)
    {
        lock (Gate) return Names[id];
    }

    /// <summary>The number of a concept; a new one for a new name.</summary>
    /// <param name="name">The name, in capitals.</param>
    /// <exception cref="FormatException">It is not a name.</exception>
    public static int IdOf(string name)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'))
            throw new FormatException($"“{name}” is not the name of a concept: capitals, digits and _ only.");
        lock (Gate)
        {
            if (Ids.TryGetValue(name, out var id)) return id;
            Ids[name] = id = Names.Count;
            Names.Add(name);
            Volatile.Write(ref _count, Names.Count);
            return id;
        }
    }
}

/// <summary>A concept found in a text.</summary>
/// <param name="Concept">Its number.</param>
/// <param name="First">The first token.</param>
/// <param name="Last">The last token.</param>
/// <param name="Negated">Whether a negation in its clause reverses it.</param>
internal readonly record struct ConceptHit(int Concept, int First, int Last, bool Negated = false);
