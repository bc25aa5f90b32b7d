namespace SourcingBot.Risk;

/// <summary>
/// From which calibrated chance on the bot says what: the chance that the message is risky for <see cref="Speak"/>, <see cref="Rule"/>
/// and <see cref="CriticalRule"/>, of the category for the next two, that it means stop for the last four. Chosen on messages by authors that the model had not seen; see docs/judgement.md.
/// </summary>
internal sealed record RiskThresholds
{
    /// <summary>What holds when somebody asks: a question too many costs little, a missed scam much.</summary>
    public static RiskThresholds Asked { get; } = new();

    /// <summary>Something is said of the message from this chance on, without any rule.</summary>
    public float Speak { get; init; } = 0.62f;

    /// <summary>The same where a rule found its pattern.</summary>
    public float Rule { get; init; } = 0.56f;

    /// <summary>The same where a critical rule found a pattern that means stop by itself.</summary>
    public float CriticalRule { get; init; } = 0.45f;

    /// <summary>A category is named from this chance on, without any rule. Where something is said and none reaches it, the likeliest is named.</summary>
    public float Category { get; init; } = 0.30f;

    /// <summary>The category of a rule that fired is named from this chance on.</summary>
    public float RuleCategory { get; init; } = 0.15f;

    /// <summary>The message means stop from this chance on, whatever is named.</summary>
    public float High { get; init; } = 0.45f;

    /// <summary>The same where something named means stop by itself.</summary>
    public float Stop { get; init; } = 0.25f;

    /// <summary>The same where a critical rule named it.</summary>
    public float CriticalStop { get; init; } = 0.15f;

    /// <summary>The same where pressures come together that each mean caution.</summary>
    public float Stacked { get; init; } = 0.30f;
}
