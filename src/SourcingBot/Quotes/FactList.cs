namespace SourcingBot.Quotes;

/// <summary>Collects facts in memory that the next message uses again.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
internal sealed class FactList<T>
{
    private Fact<T>[] _items = new Fact<T>[16];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>A fact.</summary>
    /// <param name="i">Its place.</param>
    public Fact<T> this[int i] => _items[i];

    /// <summary>Adds one.</summary>
    /// <param name="fact">The fact.</param>
    public void Add(Fact<T> fact)
    {
        if (Count == _items.Length) Array.Resize(ref _items, _items.Length * 2);
        _items[Count++] = fact;
    }

    /// <summary>Whether a value is there already. Only lists with few different values are asked.</summary>
    /// <param name="value">The value.</param>
    public bool Contains(T value)
    {
        for (var i = 0; i < Count; i++)
        {
            if (EqualityComparer<T>.Default.Equals(_items[i].Value, value)) return true;
        }

        return false;
    }

    /// <summary>The facts, in a list of their own; the memory is free for the next message.</summary>
    public IReadOnlyList<Fact<T>> TakeAll()
    {
        if (Count == 0) return [];
        var all = _items.AsSpan(0, Count).ToArray();
        Array.Clear(_items, 0, Count);
        Count = 0;
        return all;
    }
}
