using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Stars for a favour.</summary>
internal sealed class FeedbackForBenefit : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "feedback-for-benefit";

    /// <inheritdoc/>
    public override string Category => "claim-erosion";

    /// <inheritdoc/>
    public override string Title => "Stars for a favour";

    /// <inheritdoc/>
    public override string Why => "A bought review is against the rules, and your problem is still there when the stars are given.";

    /// <inheritdoc/>
    public override string Do => "Decline. Review after the matter is settled.";

    /// <inheritdoc/>
    public override string Reply => "We write our review once the matter is settled.";

    /// <inheritdoc/>
    public override string Source => "Marketplace review policies: no benefit for a review (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "STARVERB~5~STARS STARTRADE", Unless: "NEVER HONEST", UnlessAnywhere: "POLICY STORY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Give us 5 stars first, then we send 20 USD back to you."),
        new("They offer a refund if I change my review, is this allowed?"),
        new("给五星好评返现20元。", "zh"),
        new("Cambie la reseña y le damos un reembolso.", "es"),
        new("Laissez cinq étoiles et nous envoyons un cadeau.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Please leave honest feedback when you have tried it."),
        new("Thank you for your kind review."),
        new("感谢您的评价。", "zh"),
        new("Gracias por su comentario.", "es"),
        new("Merci pour votre avis.", "fr"),
    ];
}
