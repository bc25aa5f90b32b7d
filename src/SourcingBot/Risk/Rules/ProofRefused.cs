using SourcingBot.Risk.Engine;

namespace SourcingBot.Risk.Rules;

/// <summary>No photo, no video.</summary>
internal sealed class ProofRefused : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "proof-refused";

    /// <inheritdoc/>
    public override string Category => "inspection-refusal";

    /// <inheritdoc/>
    public override string Title => "No photo, no video";

    /// <inheritdoc/>
    public override string Why => "Who has the goods can show them in a minute. Excuses often mean that there is nothing to show.";

    /// <inheritdoc/>
    public override string Do => "Ask for a live video of your goods with today's date on paper. Pay nothing before you saw them.";

    /// <inheritdoc/>
    public override string Reply => "Please send a short video of our goods with our order number and today's date on a sheet of paper.";

    /// <inheritdoc/>
    public override string Source => "Andrew Minalto, reader case 1 (26 Jan 2015)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.Sentence, "PROOFASK?~7~PROOFDODGE?", Unless: "NEVER T_KEEPOPEN T_CASE", UnlessAnywhere: "POLICY"),
        new(Scope.TwoSentences, "PROOFASK T_REFUSAL", Unless: "NEVER BADGOODS", UnlessAnywhere: "POLICY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Camera is not allowed in our warehouse, see the website pictures."),
        new("I asked for a video of my goods and he says the camera is broken again."),
        new("车间不让拍照，视频不方便。", "zh"),
        new("No podemos mandar fotos, la cámara está rota.", "es"),
        new("Pas de vidéo, la caméra est en panne.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("Photos of the packed cartons are attached."),
        new("I will film the line for you tomorrow morning."),
        new("照片明天发给您。", "zh"),
        new("Le mando fotos mañana.", "es"),
        new("Les photos arrivent demain.", "fr"),
    ];
}
