namespace SourcingBot.Risk.Engine;

/// <summary>The concepts found in a message, by concept and in the order of the text. Reused from message to message, so that reading one leaves no garbage.</summary>
internal sealed class ConceptHits
{
    private ConceptHit[] _found = new ConceptHit[256];
    private ConceptHit[] _sorted = new ConceptHit[256];
    private int[] _starts = new int[512];

    /// <summary>How many hits there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many different concepts were found.</summary>
    public int ConceptCount { get; private set; }

    /// <summary>The hits in the order in which they were added.</summary>
    public Span<ConceptHit> InOrderAdded => _found.AsSpan(0, Count);

    /// <summary>All hits, sorted by concept and then by place. Valid once <see cref="Sort"/> was called.</summary>
    public ReadOnlySpan<ConceptHit> All => _sorted.AsSpan(0, Count);

    /// <summary>Forgets the hits.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a hit.</summary>
    /// <param name="hit">The hit.</param>
    public void Add(ConceptHit hit)
    {
        if (Count == _found.Length) Array.Resize(ref _found, Count * 2);
        _found[Count++] = hit;
    }

    /// <summary>Sorts the hits by concept; those of one concept keep the order of the text.</summary>
    public void Sort()
    {
        var concepts = Concept.Count;
        if (_starts.Length < concepts + 1) _starts = new int[concepts + 64];
        if (_sorted.Length < Count) _sorted = new ConceptHit[_found.Length];
        var starts = _starts.AsSpan(0, concepts + 1);
        starts.Clear();
        var found = InOrderAdded;
        foreach (ref readonly var hit in found) starts[hit.Concept]++;
        var sum = 0;
        ConceptCount = 0;
        for (var c = 0; c <= concepts; c++)
        {
            var here = starts[c];
            if (here > 0) ConceptCount++;
            starts[c] = sum += here;
        }

        // From the end, so that hits of one concept stay in the order of the text; the starts move down to where each concept begins.
        for (var i = found.Length - 1; i >= 0; i--) _sorted[--starts[found[i].Concept]] = found[i];
    }

    /// <summary>The hits of a concept, in the order of the text.</summary>
    /// <param name="concept">The concept.</param>
    public ReadOnlySpan<ConceptHit> Of(int concept)
    {
        if (concept + 1 >= _starts.Length) return default;
        var from = _starts[concept];
        var to = concept + 1 < Concept.Count ? _starts[concept + 1] : Count;
        return from >= to ? default : _sorted.AsSpan(from, to - from);
    }
}
