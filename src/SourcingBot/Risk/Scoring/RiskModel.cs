using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SourcingBot.Risk.Scoring;

/// <summary>
/// The learned score: one weight for each feature and each question (risky? high? which category?), added up. Linear on purpose: what
/// a word weighs can be read and shown. The weights are trained by `sourcingbot rules train` and kept in a file beside this one.
/// </summary>
internal sealed class RiskModel
{
    /// <summary>Weights of one feature, padded to a whole number of vectors.</summary>
    public const int Width = 32;

    /// <summary>The place of the question "risky?".</summary>
    public const int Risky = 0;

    /// <summary>The place of the question "high?".</summary>
    public const int High = 1;

    /// <summary>The place of the first category.</summary>
    public const int FirstCategory = 2;

    /// <summary>Groups with fewer known features than this are not made louder.</summary>
    public const float ShortestGroup = 3;

    private static readonly float[] Loudness = GroupLoudness();

    private readonly RiskWeights _weights;
    private readonly int[] _table;
    private readonly int _mask;

    /// <summary>Makes a model of weights.</summary>
    /// <param name="weights">The weights.</param>
    public RiskModel(RiskWeights weights)
    {
        _weights = weights;
        _table = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, weights.Keys.Length * 2))];
        _mask = _table.Length - 1;
        for (var row = 0; row < weights.Keys.Length; row++)
        {
            var at = Place(weights.Keys[row]);
            while (_table[at] != 0) at = (at + 1) & _mask;
            _table[at] = row + 1;
        }
    }

    /// <summary>The model of the assembly.</summary>
    public static RiskModel BuiltIn => Shipped.Model;

    /// <summary>The categories, in the order of the scores.</summary>
    public IReadOnlyList<string> Categories => _weights.Categories;

    /// <summary>How loud a group of features is beside the others.</summary>
    /// <param name="group">The group.</param>
    public static float LoudnessOf(FeatureGroup group) => Loudness[(int)group];

    /// <summary>Scores a message.</summary>
    /// <param name="features">Its features.</param>
    /// <param name="scores">Receives the chances.</param>
    public void Score(FeatureList features, RiskScores scores)
    {
        Span<float> sums = stackalloc float[Width];
        Margins(features, sums);
        scores.Risky = _weights.Chance(Risky, sums[Risky]);
        scores.High = _weights.Chance(High, sums[High]);
        for (var c = 0; c < Categories.Count; c++) scores.Categories[c] = _weights.Chance(FirstCategory + c, sums[FirstCategory + c]);
    }

    /// <summary>Adds up the weights of a message, before they are made chances.</summary>
    /// <param name="features">Its features.</param>
    /// <param name="sums">Receives a sum for each question.</param>
    public void Margins(FeatureList features, Span<float> sums)
    {
        _weights.Bias.CopyTo(sums);
        for (var group = FeatureGroup.Words; group <= FeatureGroup.Form; group++)
        {
            var (low, high) = (Vector256<int>.Zero, Vector256<int>.Zero);
            var (lower, higher) = (Vector256<int>.Zero, Vector256<int>.Zero);
            var squares = 0f;
            foreach (ref readonly var feature in features.Of(group))
            {
                var row = RowOf(feature.Key);
                if (row < 0) continue;
                var rarity = _weights.Rarity[row];
                squares += rarity * rarity;
                var bytes = Vector256.Create<sbyte>(_weights.Values.AsSpan(row * Width, Width));
                var (left, right) = Vector256.Widen(bytes);
                var (a, b) = Vector256.Widen(left);
                var (c, d) = Vector256.Widen(right);
                (low, high, lower, higher) = (low + a, high + b, lower + c, higher + d);
            }

            if (squares == 0) continue;
            var loudness = Loudness[(int)group] / MathF.Sqrt(Math.Max(squares, ShortestGroup));
            Add(low, 0, loudness, sums);
            Add(high, 8, loudness, sums);
            Add(lower, 16, loudness, sums);
            Add(higher, 24, loudness, sums);
        }
    }

    /// <summary>What each word adds to the answer of one question, for showing which words weighed most.</summary>
    /// <param name="features">The features of the message.</param>
    /// <param name="question">The place of the question.</param>
    /// <param name="words">Receives the sum for each word of the message.</param>
    public void Weigh(FeatureList features, int question, Span<float> words)
    {
        words.Clear();
        for (var group = FeatureGroup.Words; group <= FeatureGroup.Form; group++)
        {
            var squares = 0f;
            foreach (ref readonly var feature in features.Of(group))
            {
                if (RowOf(feature.Key) is >= 0 and var row) squares += _weights.Rarity[row] * _weights.Rarity[row];
            }

            if (squares == 0) continue;
            var loudness = Loudness[(int)group] / MathF.Sqrt(Math.Max(squares, ShortestGroup)) * _weights.Scale[question];
            foreach (ref readonly var feature in features.Of(group))
            {
                if (feature.FirstWord < 0 || RowOf(feature.Key) is not (>= 0 and var row)) continue;
                var share = _weights.Values[(row * Width) + question] * loudness / (feature.LastWord - feature.FirstWord + 1);
                for (var w = feature.FirstWord; w <= feature.LastWord; w++) words[w] += share;
            }
        }
    }

    private void Add(Vector256<int> sum, int at, float loudness, Span<float> sums)
    {
        var scaled = Vector256.ConvertToSingle(sum) * Vector256.Create<float>(_weights.Scale.AsSpan(at, 8)) * loudness;
        (Vector256.Create<float>(sums.Slice(at, 8)) + scaled).CopyTo(sums.Slice(at, 8));
    }

    private int RowOf(uint key)
    {
        var at = Place(key);
        while (true)
        {
            var row = _table[at] - 1;
            if (row < 0 || _weights.Keys[row] == key) return row;
            at = (at + 1) & _mask;
        }
    }

    private int Place(uint key) => (int)((key * 2654435769u) >> 7) & _mask;

    private static float[] GroupLoudness()
    {
        var loudness = new float[FeatureList.Groups];
        Array.Fill(loudness, 1f);

        // The frames were written by people who had read some of the labelled messages, so they look better there than elsewhere.
        loudness[(int)FeatureGroup.Frames] = 0.4f;
        return loudness;
    }

    /// <summary>Loaded when it is first asked for: training needs none.</summary>
    private static class Shipped
    {
        private const string File = "SourcingBot.Risk.Scoring.weights.bin";

        public static RiskModel Model { get; } = new(RiskWeights.Read(
            typeof(RiskModel).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"The weights {File} are missing from the assembly.")));
    }
}
