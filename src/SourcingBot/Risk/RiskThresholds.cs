using SourcingBot.Checks;

namespace SourcingBot.Risk;

/// <summary>
/// From which calibrated chance on the bot says what: the chance that the message is risky for <see cref="Speak"/>, <see cref="Rule"/>
/// and <see cref="CriticalRule"/>, of the category for the next two, that it means stop for the last four. Chosen on messages by authors that the model had not seen; see docs/judgement.md.
/// </summary>
internal sealed record RiskThresholds
{
    /// <summary>What holds when somebody asks: a question too many costs little, a missed scam much.</summary>
    public static RiskThresholds Asked { get; } = new();

    /// <summary>What holds in a channel that is watched: a false alarm there disturbs everybody, so the bot has to be nearly certain.</summary>
    public static RiskThresholds Watching { get; } = new() { Speak = 0.90f, Rule = 0.86f, CriticalRule = 0.78f, High = 0.60f, Stop = 0.45f, CriticalStop = 0.35f, Stacked = 0.50f };

    /// <summary>The same for a team that wants to hear of more, or of less. What means stop among what is said stays as it is.</summary>
    /// <param name="sensitivity">What the team chose.</param>
    public RiskThresholds For(Sensitivity sensitivity)
    {
        // A share of the way, so that no choice turns the bot off or makes it speak always.
        float Moved(float from) => sensitivity switch { Sensitivity.Careful => from * 0.75f, Sensitivity.Quiet => from + ((1 - from) * 0.4f), _ => from };
        return sensitivity == Sensitivity.Usual ? this : this with { Speak = Moved(Speak), Rule = Moved(Rule), CriticalRule = Moved(CriticalRule) };
    }

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
