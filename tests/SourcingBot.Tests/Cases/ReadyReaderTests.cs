using SourcingBot.Cases;

namespace SourcingBot.Tests.Cases;

public class ReadyReaderTests
{
    /// <summary>The questions that the reader answers.</summary>
    internal static readonly string[] Read =
    [
        "ship-date", "tolerances", "sample", "attached", "defect-classes", "inspection", "balance", "incoterm", "packing", "documents", "remedy", "warranty",
    ];

    private const string Good = """
        5,000 bottles, model BB-500, FOB Ningbo, Incoterms 2020. Shipment by 20 December 2026.
        Wall thickness 0.5 mm, tolerance 0.02 mm. Same as the approved sample dated 3 November.
        Drawing BB-500 rev C attached. AQL critical 0, major 2.5, minor 4.0.
        Third-party inspection by SGS before shipment. Balance 70 % after passed inspection.
        24 pcs per carton, 5 ply, label with barcode. Test report for this model before shipment.
        Defective goods are replaced or refunded at the seller's cost within 30 days. Warranty 12 months.
        """;

    [Fact]
    public void A_good_order_answers_everything_that_can_be_read()
    {
        var answers = ReadyReader.Answers(Good);

        Assert.Equal([], Read.Where(q => answers.GetValueOrDefault(q) is false));
    }

    [Theory]
    [InlineData("Shipment about 20 December 2026.", "ship-date")]
    [InlineData("Ships 4-5 days after payment.", "ship-date")]
    [InlineData("FOB China.", "incoterm")]
    [InlineData("Best quality, as usual.", "tolerances")]
    [InlineData("QC by ourselves, inspection in our factory.", "inspection")]
    [InlineData("Standard export carton.", "packing")]
    [InlineData("Is the balance due after a passed inspection?", "balance")]
    [InlineData("CE certificate available.", "documents")]
    public void Nothing_is_a_yes_that_is_not_said_outright(string text, string question) => Assert.False(ReadyReader.Answers(text).GetValueOrDefault(question));

    [Theory]
    [InlineData("100 % T/T in advance.", "balance")]
    [InlineData("Balance 70 % before shipment.", "balance")]
    [InlineData("No third party inspection.", "inspection")]
    [InlineData("Good quality, nice price.", "warranty")]
    public void What_is_denied_or_not_spoken_of_is_a_no(string text, string question) => Assert.False(ReadyReader.Answers(text)[question]);

    [Fact]
    public void A_date_that_could_be_either_way_round_is_no_exact_one() => Assert.False(ReadyReader.Answers("Ship by 03/04/2027.").GetValueOrDefault("ship-date"));
}
