using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Put off until the claim time is over.</summary>
internal sealed class StallingPastDeadline : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "stalling-past-deadline";

    /// <inheritdoc/>
    public override string Category => "claim-erosion";

    /// <inheritdoc/>
    public override string Title => "Put off until the claim time is over";

    /// <inheritdoc/>
    public override string Why => "The time to claim runs on while you wait, and a promise to look into it does not stop it.";

    /// <inheritdoc/>
    public override string Do => "Open the refund request now, before the last day shown on the order page. You can close it when the matter is solved.";

    /// <inheritdoc/>
    public override string Reply => "We are glad to hear from you, and we open the refund request meanwhile to keep our date. We close it when this is solved.";

    /// <inheritdoc/>
    public override string Source => "ChinaImportal, trade disputes (about 2018); Sofeast, newsletter 21 (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "DONTFILE~15~TROUBLE", Unless: "NEVER", UnlessAnywhere: "REMEDYOK"),
        new(Scope.TwoSentences, "DONTFILE~15~WAITMORE", Unless: "NEVER", UnlessAnywhere: "REMEDYOK"),
        new(Scope.Message, "WAITMORE TROUBLE CLAIMTIME", Unless: "NEVER", UnlessAnywhere: "REMEDYOK"),
        new(Scope.TwoSentences, "WAITMORE~15~CLAIMTIME", Unless: "NEVER", UnlessAnywhere: "REMEDYOK"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Please wait two more days, the technician is checking, no need to open a dispute for the broken lamps."),
        new("It is the fourth time they say the manager is abroad and next week sure, and our protection ends on Sunday."),
        new("Don't open any case about the cracked cups my dear, after holiday we solve it."),
        new("坏的那批您先别申请退款，等我们工程师出差回来再说。", "zh"),
        new("No abra reclamo por las lámparas rotas, espere unos días, el técnico está revisando.", "es"),
        new("N'ouvrez pas de litige pour les verres cassés, attendez la semaine prochaine, le patron est en voyage.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("The 180 faulty pieces: full refund or new ones at our cost, your choice, answer by 4 May."),
        new("Please wait for the inspection report before you pay the balance."),
        new("Our office is closed for the holiday and opens again on the 9th."),
        new("节后正常上班，您的订单按原计划出货。", "zh"),
        new("La fábrica descansa por el feriado y abre el lunes.", "es"),
        new("L'usine rouvre lundi après les congés.", "fr"),
    ];
}
