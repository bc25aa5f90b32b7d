namespace SourcingBot.Feedback;

/// <summary>What the buttons under an answer on a checked message do.</summary>
internal static class FeedbackVerbs
{
    /// <summary>Says why it was warned, or what was read where it was not.</summary>
    public const string Why = "why";

    /// <summary>The warning was right.</summary>
    public const string Right = "right";

    /// <summary>The warning was wrong.</summary>
    public const string FalseAlarm = "false-alarm";

    /// <summary>Something was missed; the category may follow.</summary>
    public const string Missed = "missed";

    /// <summary>Begins the verb that names what was missed.</summary>
    public const string MissedOf = "missed:";
}
