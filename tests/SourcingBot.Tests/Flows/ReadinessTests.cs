using NodaTime;
using SourcingBot.Flows;
using Xunit;

namespace SourcingBot.Tests.Flows;

/// <summary>How ready a case is: nobody is told that it stands when its proof is words alone.</summary>
public sealed class ReadinessTests
{
    private static readonly FlowDefinition Damaged = FlowBook.BuiltIn.Find("dispute-damaged")!;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 27, 8, 0);

    [Fact]
    public void Proof_told_in_words_earns_less_than_the_proof_itself_and_stays_among_what_would_raise_it()
    {
        var told = Of(new Answer { State = AnswerState.Given, Text = "The corner was crushed", At = Now });
        var shown = Of(new Answer { State = AnswerState.Given, Files = [new EvidenceFile(Guid.NewGuid(), "carton.jpg")], At = Now });
        var linked = Of(new Answer { State = AnswerState.Given, Links = ["https://example.com/carton"], At = Now });

        Assert.True(told.Percent > 0);
        Assert.True(shown.Percent > told.Percent);
        Assert.Equal(shown.Percent, linked.Percent);
        Assert.Contains(told.Raises, q => q.Id == "outer-carton");
        Assert.DoesNotContain(shown.Raises, q => q.Id == "outer-carton");
    }

    [Fact]
    public void A_case_whose_every_proof_is_words_is_not_ready()
    {
        var answers = Damaged.Questions.ToDictionary(q => q.Id, q => new Answer { State = AnswerState.Given, Text = "as told", Choice = q.Counts is [var counted, ..] ? counted : null, At = Now }, StringComparer.Ordinal);

        Assert.InRange(Readiness.Of(Damaged, answers)!.Percent, 1, 70);
    }

    private static Readiness Of(Answer carton) => Readiness.Of(Damaged, new Dictionary<string, Answer>(StringComparer.Ordinal) { ["outer-carton"] = carton })!;
}
