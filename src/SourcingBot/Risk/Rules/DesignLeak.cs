using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Your design in other hands.</summary>
internal sealed class DesignLeak : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "design-leak";

    /// <inheritdoc/>
    public override string Category => "brand-leak";

    /// <inheritdoc/>
    public override string Title => "Your design in other hands";

    /// <inheritdoc/>
    public override string Why => "A design, mould or picture that others use cannot be called back, and who registers it first can even keep you out.";

    /// <inheritdoc/>
    public override string Do => "Ask now, in writing, who has it and to take it down. Save screenshots with the date. Do not send further files before there is an agreement on secrecy and on who owns the mould.";

    /// <inheritdoc/>
    public override string Reply => "Please remove our design and pictures today, and confirm in writing that neither they nor our mould are used for or offered to anybody else.";

    /// <inheritdoc/>
    public override string Source => "Million Dollar Sellers, is it safe to order from Alibaba (6 May 2026); ChinaImportal, IP violations (about 2018)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.Medium;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "OWNWORK~12~LEAKOUT LEAKDO", Unless: "NEVER", UnlessAnywhere: "LEAKCALM"),
        new(Scope.Sentence, "OWNWORK~5~LEAKDO LEAKOUT", Unless: "NEVER", UnlessAnywhere: "LEAKCALM"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Hello dear, we show your lamp design at our booth in Canton fair and other customers love it."),
        new("I found our own product photos on their Alibaba page, the logo is cut off."),
        new("Another client wants the same bottle, we can use your mould for him in January."),
        new("您家那款杯子卖得好，我们自己店铺也上架了，用的是您的图。", "zh"),
        new("Su diseño gustó mucho en la feria y otros clientes ya lo piden.", "es"),
        new("Votre modèle plaît beaucoup, nous l'avons mis dans notre catalogue pour d'autres clients.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Please send your logo file so that we can print the carton."),
        new("Your mould is locked and used only for your orders, as the NNN agreement says."),
        new("We never show customer designs, so we cannot send you photos of other orders."),
        new("请把logo文件发给我，我们做包装稿。", "zh"),
        new("Mande su logo en vector para imprimir la caja.", "es"),
        new("Envoyez votre logo pour valider le visuel.", "fr"),
    ];
}
