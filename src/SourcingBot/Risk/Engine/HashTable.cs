using System.Numerics;

namespace SourcingBot.Risk.Engine;

/// <summary>A fixed table from numbers to small numbers, open addressing, made for one quick look.</summary>
internal sealed class HashTable
{
    private readonly ulong[] _keys;
    private readonly int[] _values;
    private readonly int _mask;

    /// <summary>Builds the table.</summary>
    /// <param name="entries">Keys that are not 0, and values that are not negative.</param>
    public HashTable(IReadOnlyCollection<KeyValuePair<ulong, int>> entries)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, entries.Count * 2));
        _keys = new ulong[size];
        _values = new int[size];
        _mask = size - 1;
        foreach (var (key, value) in entries)
        {
            var at = (int)WordHash.Mix(key) & _mask;
            while (_keys[at] != 0) at = (at + 1) & _mask;
            (_keys[at], _values[at]) = (key, value);
        }
    }

    /// <summary>The value of a key, or -1.</summary>
    /// <param name="key">The key.</param>
    public int Find(ulong key)
    {
        var keys = _keys;
        var at = (int)WordHash.Mix(key) & _mask;
        while (true)
        {
            var here = keys[at];
            if (here == key) return _values[at];
            if (here == 0) return -1;
            at = (at + 1) & _mask;
        }
    }
}
