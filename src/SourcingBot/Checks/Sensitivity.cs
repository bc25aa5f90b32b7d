namespace SourcingBot.Checks;

/// <summary>How early the bot speaks up.</summary>
public enum Sensitivity
{
    /// <summary>Early: more questions, fewer missed scams.</summary>
    Careful,

    /// <summary>As measured to be best for most teams.</summary>
    Usual,

    /// <summary>Late: fewer false alarms, more missed scams.</summary>
    Quiet,
}
