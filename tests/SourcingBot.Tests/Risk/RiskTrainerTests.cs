using SourcingBot.Risk;
using SourcingBot.Risk.Scoring;
using SourcingBot.Risk.Training;

namespace SourcingBot.Tests.Risk;

public sealed class RiskTrainerTests
{
    private static readonly string Corpus = Path.Combine(AppContext.BaseDirectory, "Corpus");

    [Fact]
    public void Training_twice_gives_the_same_file_and_reading_it_back_the_same_weights()
    {
        var messages = Messages("dev");
        var (first, second) = (Bytes(Train(messages)), Bytes(Train(messages)));
        Assert.Equal(first, second);
        Assert.Equal(first, Bytes(RiskWeights.Read(new MemoryStream(first))));
    }

    [Fact]
    public void A_model_trained_on_some_authors_tells_risky_from_calm_for_another()
    {
        var messages = Messages("w2").Concat(Messages("w8")).Concat(Messages("dev")).ToList();
        var trainer = new RiskTrainer(messages);
        var model = new RiskModel(trainer.Train(i => messages[i].Source != "dev"));
        var margins = trainer.MarginsOf(model, i => messages[i].Source == "dev");
        var figures = JudgementFigures.Of("dev", [.. messages.Index().Where(m => m.Item.Source == "dev").Select(m => (margins[m.Index][0], m.Item.Verdict != Verdict.None))]);
        Assert.True(figures.Auc > 0.85, $"AUC {figures.Auc:F3}");
    }

    [Theory]
    [InlineData("{\"text\":\"x\",\"verdict\":\"maybe\",\"flags\":[]}")]
    [InlineData("{\"text\":\"x\",\"verdict\":\"high\",\"flags\":[]}")]
    [InlineData("{\"text\":\"x\",\"verdict\":\"high\",\"flags\":[\"no-such-category\"]}")]
    [InlineData("{\"verdict\":\"none\",\"flags\":[]}")]
    [InlineData("nonsense")]
    public void A_line_that_is_not_a_labelled_message_is_named_with_file_and_line(string line)
    {
        var fault = Assert.Throws<FormatException>(() => LabelledMessage.Read(["", line], "mine.jsonl").ToList());
        Assert.Contains("mine.jsonl line 2", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_chances_are_honest_on_the_labelled_messages()
    {
        // Trained on them, so this only guards the file: that it belongs to these features and rules and was not left behind.
        var messages = Directory.GetFiles(Corpus, "w*.jsonl").SelectMany(f => Messages(Path.GetFileNameWithoutExtension(f))).ToList();
        var right = messages.Count(m => RiskScanner.BuiltIn.Scan(m.Text, m.Speaker).Verdict == Verdict.None == (m.Verdict == Verdict.None));
        Assert.True(right > messages.Count * 0.95, $"{right} of {messages.Count}");
    }

    private static List<LabelledMessage> Messages(string name) => [.. LabelledMessage.Read(File.ReadLines(Path.Combine(Corpus, $"{name}.jsonl")), name)];

    private static RiskWeights Train(List<LabelledMessage> messages) => new RiskTrainer(messages).Train(_ => true);

    private static byte[] Bytes(RiskWeights weights)
    {
        var stream = new MemoryStream();
        weights.Write(stream);
        return stream.ToArray();
    }
}
