using SourcingBot.Risk.Engine;
using SourcingBot.Risk.Scoring;

namespace SourcingBot.Risk.Training;

/// <summary>Trains the learned score from labelled messages. Deterministic: the same messages give the same weights.</summary>
internal sealed class RiskTrainer
{
    /// <summary>A feature that fewer messages have is left out: nobody can learn from it.</summary>
    private const int FewestMessages = 3;

    private const double Cost = 10;
    private const int Passes = 20;

    /// <summary>The constant feature, so that a question may lean to no from the start.</summary>
    private const float Constant = 0.3f;

    private static readonly string[] Categories = [.. RiskRules.Categories.Order(StringComparer.Ordinal)];
    private static readonly int Questions = RiskModel.FirstCategory + Categories.Length;

    private readonly IReadOnlyList<LabelledMessage> _messages;
    private readonly uint[][][] _features;

    /// <summary>Reads the features of messages.</summary>
    /// <param name="messages">The messages.</param>
    public RiskTrainer(IReadOnlyList<LabelledMessage> messages)
    {
        _messages = messages;
        _features = [.. messages.Select(FeaturesOf)];
    }

    /// <summary>The margins of every question for the messages of each source, from a model trained on the other sources.</summary>
    public float[][] LeaveOneSourceOut()
    {
        var margins = new float[_messages.Count][];
        Parallel.ForEach(_messages.Select(m => m.Source).Distinct(StringComparer.Ordinal).ToList(), source =>
        {
            var found = MarginsOf(new RiskModel(Train(i => _messages[i].Source != source)), i => _messages[i].Source == source);
            for (var i = 0; i < margins.Length; i++) margins[i] ??= found[i];
        });
        return margins;
    }

    /// <summary>The margins of every question for some messages; null for the others.</summary>
    /// <param name="model">The model.</param>
    /// <param name="isIncluded">Which messages, by their number.</param>
    public float[][] MarginsOf(RiskModel model, Func<int, bool> isIncluded)
    {
        var features = new FeatureList();
        return [.. Enumerable.Range(0, _messages.Count).Select(i => isIncluded(i) ? Margins(model, _features[i], features) : null!)];
    }

    /// <summary>Trains on all messages and calibrates on the margins of messages that a model had not seen.</summary>
    /// <param name="unseen">From <see cref="LeaveOneSourceOut"/>.</param>
    public RiskWeights Train(float[][] unseen)
    {
        var weights = Train(_ => true);
        for (var q = 0; q < Questions; q++)
        {
            var labels = Labels(q);
            var asked = Enumerable.Range(0, labels.Length).Where(i => labels[i] != 0 && unseen[i] is not null).ToList();
            (weights.Slope[q], weights.Shift[q]) = Calibration.Fit([.. asked.Select(i => unseen[i][q])], [.. asked.Select(i => labels[i] > 0)]);
        }

        return weights;
    }

    /// <summary>Trains on some of the messages, without calibration.</summary>
    /// <param name="isIncluded">Which, by their number.</param>
    public RiskWeights Train(Func<int, bool> isIncluded)
    {
        var rows = Enumerable.Range(0, _messages.Count).Where(isIncluded).ToArray();
        var counts = new Dictionary<uint, int>();
        foreach (var row in rows)
        {
            foreach (var group in _features[row])
            {
                foreach (var key in group) counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        var keys = counts.Where(c => c.Value >= FewestMessages).Select(c => c.Key).Order().ToArray();
        var rarity = Array.ConvertAll(keys, k => (float)Math.Round(Math.Min(2.55, Math.Log((rows.Length + 1.0) / counts[k]) / 4), 2));
        var places = new Dictionary<uint, int>(keys.Length);
        for (var i = 0; i < keys.Length; i++) places[keys[i]] = i;
        var vectors = Array.ConvertAll(rows, r => Vector(_features[r], places, rarity));
        var all = new double[Questions][];
        Parallel.For(0, Questions, q =>
        {
            var labels = Labels(q);
            all[q] = LogisticRegression.Train(vectors, Array.ConvertAll(rows, r => labels[r]), keys.Length + 1, Cost, Passes);
        });
        return Quantise(keys, rarity, all);
    }

    /// <summary>The margins of one message.</summary>
    private static float[] Margins(RiskModel model, uint[][] groups, FeatureList features)
    {
        features.Clear();
        for (var g = 0; g < groups.Length; g++)
        {
            features.Begin((FeatureGroup)g);
            foreach (var key in groups[g]) features.Add(key);
        }

        features.End();
        var margins = new float[RiskModel.Width];
        model.Margins(features, margins);
        return margins;
    }

    private static uint[][] FeaturesOf(LabelledMessage labelled)
    {
        var message = TaggedMessage.Read(labelled.Text);
        var fired = RiskRules.All.Select(r => r.Match(message) is not null).ToArray();
        var features = new FeatureList();
        FeatureReader.Read(message, labelled.Speaker, fired, features);
        message.Return();
        return [.. Enumerable.Range(0, FeatureList.Groups).Select(g => features.Of((FeatureGroup)g).ToArray().Select(f => f.Key).ToArray())];
    }

    private static SparseVector Vector(uint[][] groups, Dictionary<uint, int> places, float[] rarity)
    {
        var at = new List<int>();
        var values = new List<float>();
        for (var g = 0; g < groups.Length; g++)
        {
            var first = values.Count;
            var squares = 0f;
            foreach (var key in groups[g])
            {
                if (!places.TryGetValue(key, out var place)) continue;
                at.Add(place);
                values.Add(rarity[place]);
                squares += rarity[place] * rarity[place];
            }

            var loudness = RiskModel.LoudnessOf((FeatureGroup)g) / MathF.Sqrt(Math.Max(squares, RiskModel.ShortestGroup));
            for (var i = first; i < values.Count; i++) values[i] *= loudness;
        }

        at.Add(rarity.Length);
        values.Add(Constant);
        return new SparseVector([.. at], [.. values]);
    }

    private sbyte[] Labels(int question)
    {
        sbyte Label(LabelledMessage m) => question switch
        {
            RiskModel.Risky => Sign(m.Verdict != Verdict.None),
            RiskModel.High => Sign(m.Verdict == Verdict.High),
            _ when m.Flags.Contains(Categories[question - RiskModel.FirstCategory]) => 1,
            _ => m.Optional.Contains(Categories[question - RiskModel.FirstCategory]) ? (sbyte)0 : (sbyte)-1,
        };
        return [.. _messages.Select(Label)];
    }

    private static sbyte Sign(bool yes) => yes ? (sbyte)1 : (sbyte)-1;

    /// <summary>Brings the weights to one byte each. Features whose weights all come to nothing are left out.</summary>
    private static RiskWeights Quantise(uint[] keys, float[] rarity, double[][] all)
    {
        var scale = new float[RiskModel.Width];
        var bias = new float[RiskModel.Width];
        for (var q = 0; q < Questions; q++)
        {
            // A few extreme weights are cut, so that the steps stay fine for all others.
            var sizes = Enumerable.Range(0, keys.Length).Select(i => Math.Abs(all[q][i] * rarity[i])).Order().ToArray();
            scale[q] = (float)(Math.Max(sizes.Length == 0 ? 0 : sizes[(int)(sizes.Length * 0.9997)], 1e-6) / sbyte.MaxValue);
            bias[q] = (float)(all[q][keys.Length] * Constant);
        }

        var kept = new List<int>();
        var values = new List<sbyte>();
        Span<sbyte> row = stackalloc sbyte[RiskModel.Width];
        for (var i = 0; i < keys.Length; i++)
        {
            row.Clear();
            for (var q = 0; q < Questions; q++) row[q] = (sbyte)Math.Clamp(Math.Round(all[q][i] * rarity[i] / scale[q]), -127, 127);
            kept.Add(i);
            values.AddRange(row);
        }

        var ones = new float[RiskModel.Width];
        Array.Fill(ones, 1f);
        return new RiskWeights(Categories, [.. kept.Select(i => keys[i])], [.. kept.Select(i => rarity[i])], [.. values], scale, bias, ones, new float[RiskModel.Width]);
    }
}
