using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>Tracking that does not fit your goods.</summary>
internal sealed class FalseShippingProof : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "false-shipping-proof";

    /// <inheritdoc/>
    public override string Category => "suspicious-pickup";

    /// <inheritdoc/>
    public override string Title => "Tracking that does not fit your goods";

    /// <inheritdoc/>
    public override string Why => "A number for another parcel, or “shipped” before anything moves, starts the clock of your protection while you have nothing.";

    /// <inheritdoc/>
    public override string Do => "Do not confirm anything. Check the number on the carrier's own site for place, date and weight, and open a dispute for non-delivery before the deadline.";

    /// <inheritdoc/>
    public override string Reply => "The carrier shows no movement that fits our goods. Please send the right number, the pickup receipt and photos of the loading by tomorrow.";

    /// <inheritdoc/>
    public override string Source => "ChinaImportal, reader case of hand sanitiser (2018 to 2021); Alibaba service FAQ 20111776 (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "TRACKNUMBER TRACKFILLER", Unless: "NEVER", UnlessAnywhere: "TRACKOK", Stops: true),
        new(Scope.TwoSentences, "TRACKFILLER GOODSLATER", Unless: "NEVER", UnlessAnywhere: "TRACKOK", Stops: true),
        new(Scope.Sentence, "TRACKNUMBER~10~TRACKWRONG", Unless: "NEVER", UnlessAnywhere: "TRACKOK", Stops: true),
        new(Scope.TwoSentences, "TRACKNUMBER~5~GOODSLATER TRACKWRONG|TRACKFILLER", Unless: "NEVER", UnlessAnywhere: "TRACKOK", Stops: true),
        new(Scope.TwoSentences, "TRACKWRONG TRACKNUMBER LIVE|RECEIPT|PLATFORM", Unless: "NEVER", UnlessAnywhere: "TRACKOK", Stops: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("I put a tracking number in system so it doesn't cancel, goods leave next week."),
        new("The waybill belongs to another client, please don't mind, your boxes come later."),
        new("We marked as shipped for the platform, real goods go after the holiday."),
        new("The tracking shows delivered in another city, and the weight of 0.2 kg can't be our 30 cartons. What should we do?"),
        new("The bill of lading number doesn't exist on the carrier page, vessel left before our order. He wants the balance now."),
        new("我先填个单号,不然系统要关,货下周再发。", "zh"),
        new("物流显示签收了,是别的城市,重量也对不上,怎么办?", "zh"),
        new("Puse un número de guía para que el sistema no cancele, la mercancía sale después.", "es"),
        new("La guía figura entregada en otra ciudad y el peso no coincide, ¿qué hago?", "es"),
        new("J'ai mis un numéro de suivi pour que la commande ne ferme pas, la marchandise partira plus tard.", "fr"),
        new("Le suivi indique un autre destinataire et une autre ville, que faire ?", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Label created today, pick-up tomorrow, the scan follows tonight."),
        new("Sorry, one digit of the tracking number was wrong, here is the right one."),
        new("The vessel leaves on Friday and we send you the bill of lading after loading."),
        new("The parcel turned up, all cartons counted, thank you."),
        new("Checklist: compare place, date and weight of every tracking number with the order."),
        new("面单刚打,明天揽收,晚上更新轨迹。", "zh"),
        new("La etiqueta se creó hoy, recogida mañana, el sistema se actualiza esta noche.", "es"),
        new("Étiquette créée ce matin, enlèvement demain, le suivi se met à jour ce soir.", "fr"),
    ];
}
