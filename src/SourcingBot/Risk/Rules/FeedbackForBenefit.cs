using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>A benefit for a good review.</summary>
internal sealed class FeedbackForBenefit : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "feedback-for-benefit";

    /// <inheritdoc/>
    public override string Category => "claim-erosion";

    /// <inheritdoc/>
    public override string Title => "A benefit for a good review";

    /// <inheritdoc/>
    public override string Why => "A review given for money or parts speaks against you in a dispute, and marketplaces forbid it.";

    /// <inheritdoc/>
    public override string Do => "Decline. Settle the matter first, then write what happened.";

    /// <inheritdoc/>
    public override string Reply => "We write a review when the matter is settled. Please send the parts or the refund through the order.";

    /// <inheritdoc/>
    public override string Source => "Well-known practice; no public source found";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "STARWORD~15~PRIZE STARASK", Unless: "NEVER STARCALM", UnlessAnywhere: "STARCALM"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Please give 5 stars with photo first, then I send the missing screws."),
        new("Change your rating to five stars and we pay 20 dollars back by PayPal."),
        new("The seller offers a 30 USD coupon if we turn our two stars into five."),
        new("给个五星好评，我返您30元红包。", "zh"),
        new("Póngame cinco estrellas y le mando los repuestos gratis.", "es"),
        new("Mettez cinq étoiles et je vous envoie un cadeau.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("If you like, leave an honest review, good or bad."),
        new("Thank you for the five stars!"),
        new("Please review the attached drawing and send us your comments."),
        new("谢谢您的好评！", "zh"),
        new("Gracias por su reseña, nos alegra.", "es"),
        new("Merci pour votre avis.", "fr"),
    ];
}
