using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>No sample.</summary>
internal sealed class SampleRefused : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "sample-refused";

    /// <inheritdoc/>
    public override string Category => "inspection-refusal";

    /// <inheritdoc/>
    public override string Title => "No sample";

    /// <inheritdoc/>
    public override string Why => "Without an approved sample nobody can say later what was agreed.";

    /// <inheritdoc/>
    public override string Do => "Order a paid sample or a small first lot, and keep it sealed as the reference.";

    /// <inheritdoc/>
    public override string Reply => "We need an approved, sealed sample before any bulk payment. What does it cost?";

    /// <inheritdoc/>
    public override string Source => "Andrew Minalto, reader cases 12 and 24 (26 Jan 2015)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "SAMPLEDODGE?", Unless: "NEVER", UnlessAnywhere: "POLICY"),
        new(Scope.Sentence, "SAMPLEWORD?~6~INSPECTNO?", Unless: "NEVER", UnlessAnywhere: "POLICY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Sample no need, order bulk directly, quality is sure."),
        new("They refuse to send a sample and want the deposit for 5,000 now."),
        new("我们不打样，直接下大货。", "zh"),
        new("No enviamos muestras, directo a producción.", "es"),
        new("Pas d'échantillon, passez directement la grosse commande.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Sample 30 USD plus courier, credited to the first order."),
        new("The sample arrived and is approved."),
        new("样品三天后寄出。", "zh"),
        new("La muestra sale mañana.", "es"),
        new("L'échantillon part demain.", "fr"),
    ];
}
