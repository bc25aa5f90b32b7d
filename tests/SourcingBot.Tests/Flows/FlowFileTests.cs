using SourcingBot.Flows;
using SourcingBot.Text;
using Xunit;

namespace SourcingBot.Tests.Flows;

/// <summary>A flow's file that would leave a person at a dead end is refused when the program starts, with file and place.</summary>
public sealed class FlowFileTests
{
    private const string Good = """
        {"id": "f", "version": 1, "kind": "vetting", "title": "T", "intro": "I", "source": "S", "date": "2026-11-26",
         "sections": [{"id": "s", "title": "S"}],
         "questions": [
           {"id": "a", "kind": "yes-no", "ask": "A?", "section": "s"},
           {"id": "b", "kind": "text", "ask": "B?", "when": {"question": "a", "is": ["no"]}}]}
        """;

    public static TheoryData<string> Flows => [.. FlowBook.BuiltIn.All.Select(f => f.Id)];

    public static TheoryData<string, string, string> Faults => new()
    {
        { "\"question\": \"a\", \"is\"", "\"question\": \"x\", \"is\"", "questions[1].when.question" },
        { "\"question\": \"a\", \"is\"", "\"question\": \"b\", \"is\"", "questions[1].when.question" },
        { "[\"no\"]", "[\"perhaps\"]", "questions[1].when.is[0]" },
        { "[\"no\"]", "[]", "questions[1].when.is" },
        { "\"ask\": \"A?\"", "\"why\": \"A?\"", "questions[0]: expected the key \"ask\"" },
        { "\"id\": \"b\"", "\"id\": \"a\"", "questions[1].id" },
        { "\"section\": \"s\"", "\"section\": \"t\"", "questions[0].section" },
        { "\"kind\": \"text\"", "\"kind\": \"choice\"", "questions[1]: expected the key \"choices\"" },
        { "\"kind\": \"text\"", "\"kind\": \"evidence\"", "questions[1]: expected the key \"weak\"" },
        { "\"section\": \"s\"", "\"sections\": \"s\"", "questions[0].sections" },
        { "\"section\": \"s\"", "\"prefill\": \"nonsense\"", "questions[0].prefill" },
        { "\"is\": [\"no\"]", "\"upTo\": {\"amount\": 3000, \"currency\": \"USD\"}", "questions[1].when.upTo" },
        { "[\"no\"]", "[\"no\"], \"and\": {\"question\": \"b\", \"is\": [\"given\"]}", "questions[1].when.and.question" },
        { "{\"id\": \"a\"", "{\"include\": \"nothing\"}, {\"id\": \"a\"", "questions[0].include" },
    };

    [Fact]
    public void A_good_file_is_read() => Assert.Equal(["a", "b"], Read(Good).Questions.Select(q => q.Id));

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_wrong_file_is_refused_with_file_and_place(string right, string wrong, string place)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);
        var fault = Assert.Throws<DataFileException>(() => Read(Good.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.StartsWith("f.flow.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains(place, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Every_flow_of_the_program_can_be_read_and_is_short_enough_to_be_finished(string id)
    {
        var flow = FlowBook.BuiltIn.Find(id)!;
        Assert.NotEmpty(flow.Questions);
        Assert.InRange(flow.Questions.Count(q => q.Prefill is null), 0, 20);
        Assert.All(flow.Questions, q => Assert.DoesNotContain('!', q.Ask + q.Why + q.Weak + q.Example));
        Assert.All(flow.Questions.Where(q => q.Kind == AnswerKind.Choice), q => Assert.InRange(q.Choices.Count, 2, 5));
    }

    private static FlowDefinition Read(string json) => Assert.Single(FlowBook.Read([("f.flow.json", json)], _ => null).All);
}
