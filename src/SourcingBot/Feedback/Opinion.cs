namespace SourcingBot.Feedback;

/// <summary>What a person says of an answer.</summary>
public enum Opinion
{
    /// <summary>The warning was right.</summary>
    Right,

    /// <summary>The warning was wrong: the message was harmless.</summary>
    FalseAlarm,

    /// <summary>Nothing was said although the message held a risk.</summary>
    Missed,
}
