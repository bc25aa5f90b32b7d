namespace SourcingBot.Watching;

/// <summary>From which verdict on the bot speaks in a channel without being asked.</summary>
public enum WatchLevel
{
    /// <summary>Only where a message means stop.</summary>
    High,

    /// <summary>Also where a question should be asked first.</summary>
    Caution,
}
