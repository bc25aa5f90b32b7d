using SourcingBot.Risk.Engine;
using SourcingBot.Risk.Scoring;
using SourcingBot.Text;

namespace SourcingBot.Risk;

/// <summary>Finds the words that weighed most for a category, to mark them.</summary>
internal static class WordingEvidence
{
    /// <summary>At most so many places are marked.</summary>
    private const int MostPlaces = 2;

    /// <summary>A place that weighs less than this share of the heaviest one is not marked.</summary>
    private const float Share = 0.5f;

    /// <summary>A word inside a place may weigh this share of the heaviest word less than nothing: phrases are marked, not single words.</summary>
    private const float Slack = 0.12f;

    /// <summary>A place is at most this many words long.</summary>
    private const int LongestPlace = 14;

    /// <summary>Marks the words.</summary>
    /// <param name="message">The message.</param>
    /// <param name="features">Its features.</param>
    /// <param name="model">The model that judged it.</param>
    /// <param name="category">The place of the category among the categories.</param>
    /// <returns>At least one stretch, in the order of the text.</returns>
    public static RuleMatch Of(TaggedMessage message, FeatureList features, RiskModel model, int category)
    {
        var count = message.WordCount;
        if (count == 0) return new RuleMatch([new TextSpan(0, message.Text.Source.Length)], false, []);
        var weights = count <= 1024 ? stackalloc float[count] : new float[count];
        model.Weigh(features, RiskModel.FirstCategory + category, weights);
        var heaviest = 0f;
        foreach (var weight in weights) heaviest = Math.Max(heaviest, weight);
        for (var i = 0; i < count; i++) weights[i] -= heaviest * Slack;

        var spans = new List<TextSpan>(MostPlaces);
        var most = 0f;
        while (spans.Count < MostPlaces)
        {
            var (first, last, sum) = HeaviestPlace(weights, message.Words);
            if (spans.Count > 0 && sum < most * Share) break;
            most = Math.Max(most, sum);
            spans.Add(message.SpanOf(first, last));
            weights[first..(last + 1)].Fill(float.MinValue / count);
        }

        return new RuleMatch(spans, false, []);
    }

    /// <summary>The stretch of words inside one sentence that weighs most together.</summary>
    private static (int First, int Last, float Sum) HeaviestPlace(ReadOnlySpan<float> weights, List<Token> words)
    {
        var best = (First: 0, Last: 0, Sum: weights[0]);
        var (from, sum) = (0, 0f);
        for (var i = 0; i < weights.Length; i++)
        {
            if (sum <= 0 || words[i].Sentence != words[from].Sentence || i - from >= LongestPlace) (from, sum) = (i, 0f);
            sum += weights[i];
            if (sum > best.Sum) best = (from, i, sum);
        }

        return best;
    }
}
