namespace SourcingBot.Risk;

/// <summary>From which calibrated chance on the bot says what. Chosen on messages by authors that the model had not seen; see docs/judgement.md.</summary>
internal sealed record RiskThresholds
{
    /// <summary>What holds when somebody asks: a question too many costs little, a missed scam much.</summary>
    public static RiskThresholds Asked { get; } = new();

    /// <summary>The message as a whole is called risky from this chance on.</summary>
    public float Speak { get; init; } = 0.62f;

    /// <summary>The same where a rule found its pattern.</summary>
    public float Rule { get; init; } = 0.56f;

    /// <summary>The same where the rule is a critical one: the score must be sure of the contrary to silence it.</summary>
    public float CriticalRule { get; init; } = 0.45f;

    /// <summary>A category is named from this chance on.</summary>
    public float Category { get; init; } = 0.30f;

    /// <summary>The category of a rule that fired is named from this chance on.</summary>
    public float RuleCategory { get; init; } = 0.15f;

    /// <summary>The message means stop from this chance on.</summary>
    public float High { get; init; } = 0.45f;

    /// <summary>The same where a named pattern means stop by itself.</summary>
    public float Stop { get; init; } = 0.25f;

    /// <summary>The same where a critical rule found it.</summary>
    public float CriticalStop { get; init; } = 0.15f;

    /// <summary>The same where several pressures come together.</summary>
    public float Stacked { get; init; } = 0.30f;
}
