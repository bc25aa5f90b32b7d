namespace SourcingBot.Risk.Scoring;

/// <summary>What the learned score thinks of a message, as calibrated chances from 0 to 1.</summary>
internal sealed class RiskScores
{
    /// <summary>How many chances a category list can hold at most.</summary>
    public const int MostCategories = 30;

    private readonly float[] _categories = new float[MostCategories];

    /// <summary>The chance that the message holds a live risk.</summary>
    public float Risky { get; set; }

    /// <summary>The chance that it means stop.</summary>
    public float High { get; set; }

    /// <summary>The chance of each category, in the order of <see cref="RiskModel.Categories"/>.</summary>
    public Span<float> Categories => _categories;
}
