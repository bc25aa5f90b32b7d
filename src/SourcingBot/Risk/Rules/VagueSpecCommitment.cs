using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Promise that cannot be measured.</summary>
internal sealed class VagueSpecCommitment : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "vague-spec-commitment";

    /// <inheritdoc/>
    public override string Category => "vague-spec";

    /// <inheritdoc/>
    public override string Title => "Promise that cannot be measured";

    /// <inheritdoc/>
    public override string Why => "Words such as “best quality” or “soon” cannot be claimed for: a dispute is decided on numbers that stand in the order.";

    /// <inheritdoc/>
    public override string Do => "Do not order on this wording. Ask for a number, a named standard and a date for each point, and put them in the order.";

    /// <inheritdoc/>
    public override string Reply => "Please confirm material and grade, thickness and tolerance, colour code, packing and the exact ship date, in numbers and in the order.";

    /// <inheritdoc/>
    public override string Source => "Million Dollar Sellers, is it safe to order from Alibaba (6 May 2026); Andrew Minalto, Trade Assurance, comment 18 (2015)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "VAGUESAY~12~VAGUESAY", Unless: "NEVER", UnlessAnywhere: "FIRMSPEC"),
        new(Scope.TwoSentences, "SPECASK~5~VAGUESAY", Unless: "NEVER", UnlessAnywhere: "FIRMSPEC"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Thickness is normal, quality is the best, don't worry my friend."),
        new("I asked for the tolerance and the coating, and the answer was “very good quality, customers like it”."),
        new("Material good, colour nice, packing strong, delivery soon. Please send PO sir."),
        new("厚度您放心，质量没问题，大概过几天就好。", "zh"),
        new("El espesor es normal, la calidad es muy buena, no se preocupe.", "es"),
        new("L'épaisseur ? Assez solide, bonne qualité, ne vous inquiétez pas.", "fr"),
        new("Spec field of their PI says “as per picture, standard quality”. Is that enough for 20,000 USD?"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Wall 0.5 mm, tolerance 0.02 mm, 304 stainless, Pantone 286 C, salt spray 48 hours."),
        new("No problem, revised drawing rev C is attached."),
        new("Thank you for your visit, we hope you had a good flight home."),
        new("厚度0.8毫米，公差正负0.05，图纸附上。", "zh"),
        new("El gramaje es 210 g/m2 y la tolerancia 5 %, plano adjunto.", "es"),
        new("L'épaisseur est de 1,2 mm, plan joint.", "fr"),
    ];
}
