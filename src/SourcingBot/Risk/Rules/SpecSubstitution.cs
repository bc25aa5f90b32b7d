using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Other goods than ordered.</summary>
internal sealed class SpecSubstitution : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "spec-substitution";

    /// <inheritdoc/>
    public override string Category => "substitution";

    /// <inheritdoc/>
    public override string Title => "Other goods than ordered";

    /// <inheritdoc/>
    public override string Why => "A change that you accept, or let pass, is no longer a breach you can claim for. It often costs more in returns than it saved.";

    /// <inheritdoc/>
    public override string Do => "Do not accept it in the chat. Ask for photos and a sample of what was changed, compare it with the order, and keep the balance until the goods match.";

    /// <inheritdoc/>
    public override string Reply => "We have not approved this change. Please deliver as the order says, or send us a sample and a new price so that we can decide before anything goes on.";

    /// <inheritdoc/>
    public override string Source => "Million Dollar Sellers, is it safe to order from Alibaba, substitution after the sample (6 May 2026)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "OTHERMAKE~8~STUFF ALREADYMADE", Unless: "NEVER ASKSWAP", UnlessAnywhere: "SWAPCALM", Stops: true),
        new(Scope.TwoSentences, "OTHERMAKE~8~STUFF SAMELOOK", Unless: "NEVER ASKSWAP", UnlessAnywhere: "SWAPCALM", Stops: true),
        new(Scope.TwoSentences, "STUFF~6~SAMELOOK ALREADYMADE", Unless: "NEVER ASKSWAP", UnlessAnywhere: "SWAPCALM", Stops: true),
        new(Scope.TwoSentences, "ORDEREDAS~6~STUFF FOUNDIS~4~STUFF", Unless: "NEVER ASKSWAP", UnlessAnywhere: "SWAPCALM", Stops: true),
        new(Scope.TwoSentences, "LACKING~14~STUFF ASKSWAP|OTHERMAKE", Unless: "NEVER", UnlessAnywhere: "SWAPCALM"),
        new(Scope.TwoSentences, "OTHERMAKE~6~STUFF ASKSWAP|LACKING", Unless: "NEVER", UnlessAnywhere: "SWAPCALM"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("304 steel was out of stock so we used 201 for the bowls, it looks the same and everything is packed already."),
        new("The brass tap we ordered is zinc: we opened a carton, scratched it and the lab says zamak inside."),
        new("Sir, YKK zipper is not available now, can we use SBS instead? Same size, please tell me."),
        new("您要的牛皮没货了，我们改用PU做的，外观看不出来，已经装柜。", "zh"),
        new("Como no había cuero, usamos sintético en los bolsos, se ve igual y ya están en el contenedor.", "es"),
        new("Le chêne manquait, on a mis du frêne à la place pour les tables, la couleur est pareille et c'est déjà emballé.", "fr"),
        new("We ordered solid oak and opened the crates: it is veneer on plywood. The factory says it is the same quality."),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("The material is 304 stainless as in the approved sample, mill sheet attached."),
        new("As you asked, the blue lids are now green, the new photo is attached."),
        new("We will not change any material without your written approval."),
        new("材质和确认样一致，没有任何更换。", "zh"),
        new("El acero es igual a la muestra aprobada, adjunto el certificado.", "es"),
        new("Le tissu est conforme à l'échantillon validé.", "fr"),
        new("Which steel do you prefer for the second product, 304 or 316? Both prices are in the table."),
    ];
}
