using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Asked to agree to a later date.</summary>
internal sealed class DelayAcquiescence : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "delay-acquiescence";

    /// <inheritdoc/>
    public override string Category => "claim-erosion";

    /// <inheritdoc/>
    public override string Title => "Asked to agree to a later date";

    /// <inheritdoc/>
    public override string Why => "A later date that you accept, even with a short “ok” in the chat or a click in the order, replaces the agreed one. Late shipment can then no longer be claimed.";

    /// <inheritdoc/>
    public override string Do => "Do not click or answer ok. Decide first. If you do accept, ask for one exact new date in the order and something for the delay.";

    /// <inheritdoc/>
    public override string Reply => "We take note of the delay and do not waive the agreed date. Please propose one firm new date and a compensation, in the order.";

    /// <inheritdoc/>
    public override string Source => "Alibaba buyer FAQ 20328902 (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "SAYYES~14~LATERDATE REQ|LIVE|OFFER|CONDITION", Unless: "NEVER", UnlessAnywhere: "OURDELAY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Machine broke, please agree to the new ship date 30 September in the order, just one click."),
        new("They want me to accept a later shipment date in the system because the dye house is full. Should I?"),
        new("Kindly reply ok for ten days more, so that our file is complete."),
        new("机器坏了，交期要延后半个月，麻烦您在系统里点一下同意。", "zh"),
        new("Por favor acepte la nueva fecha de embarque en el sistema, la máquina se dañó.", "es"),
        new("Veuillez accepter la nouvelle date d'expédition dans la commande, notre machine est en panne.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Your goods are ready two days earlier than planned."),
        new("The vessel is late by two days, you need not do anything."),
        new("Because you changed the label, the ship date is now 14 May, as we agreed on Monday."),
        new("货提前两天完成，请安排验货。", "zh"),
        new("No aceptamos la nueva fecha, la fecha del contrato sigue en pie.", "es"),
        new("Nous avons refusé la nouvelle date, celle de la commande reste valable.", "fr"),
    ];
}
