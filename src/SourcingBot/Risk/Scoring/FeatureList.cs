namespace SourcingBot.Risk.Scoring;

/// <summary>One feature of a message.</summary>
/// <param name="Key">A number that stands for it.</param>
/// <param name="FirstWord">The first word that it was found in, or -1 where it has no place.</param>
/// <param name="LastWord">The last.</param>
internal readonly record struct Feature(uint Key, int FirstWord, int LastWord);

/// <summary>The features of one message, each once, group by group. Reused from message to message.</summary>
internal sealed class FeatureList
{
    /// <summary>How many groups there are.</summary>
    public const int Groups = (int)FeatureGroup.Form + 1;

    private readonly int[] _ends = new int[Groups];
    private Feature[] _features = new Feature[2048];
    private uint[] _seen = new uint[8192];
    private int[] _seenIn = new int[8192];
    private int _message;
    private int _group;

    /// <summary>How many features.</summary>
    public int Count { get; private set; }

    /// <summary>The features of a group.</summary>
    /// <param name="group">The group.</param>
    public ReadOnlySpan<Feature> Of(FeatureGroup group)
    {
        var from = group == FeatureGroup.Words ? 0 : _ends[(int)group - 1];
        return _features.AsSpan(from, _ends[(int)group] - from);
    }

    /// <summary>All features.</summary>
    public ReadOnlySpan<Feature> All => _features.AsSpan(0, Count);

    /// <summary>Begins a message.</summary>
    public void Clear()
    {
        (Count, _group) = (0, 0);
        if (++_message != int.MaxValue) return;
        Array.Clear(_seenIn);
        _message = 1;
    }

    /// <summary>Begins the features of a group; groups come in their order.</summary>
    /// <param name="group">The group.</param>
    public void Begin(FeatureGroup group)
    {
        while (_group < (int)group) _ends[_group++] = Count;
    }

    /// <summary>Ends the message.</summary>
    public void End()
    {
        while (_group < Groups) _ends[_group++] = Count;
    }

    /// <summary>Adds a feature unless the message has it already.</summary>
    /// <param name="key">Its number.</param>
    /// <param name="firstWord">The first word that it was found in, or -1.</param>
    /// <param name="lastWord">The last.</param>
    public void Add(uint key, int firstWord = -1, int lastWord = -1)
    {
        var mask = _seen.Length - 1;
        var at = (int)(key * 2654435769u >> 8) & mask;
        while (_seenIn[at] == _message)
        {
            if (_seen[at] == key) return;
            at = (at + 1) & mask;
        }

        (_seen[at], _seenIn[at]) = (key, _message);
        if (Count == _features.Length) Array.Resize(ref _features, Count * 2);
        _features[Count++] = new Feature(key, firstWord, lastWord);
        if (Count * 2 > _seen.Length) Grow();
    }

    private void Grow()
    {
        _seen = new uint[_seen.Length * 2];
        _seenIn = new int[_seen.Length];
        var mask = _seen.Length - 1;
        foreach (ref readonly var feature in All)
        {
            var at = (int)(feature.Key * 2654435769u >> 8) & mask;
            while (_seenIn[at] == _message) at = (at + 1) & mask;
            (_seen[at], _seenIn[at]) = (feature.Key, _message);
        }
    }
}
