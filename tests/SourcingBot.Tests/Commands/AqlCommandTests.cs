using SourcingBot.Testing;

namespace SourcingBot.Tests.Commands;

public class AqlCommandTests
{
    [Fact]
    public async Task The_plan_and_the_chances_are_printed()
    {
        var run = await ProgramRun.OfAsync("aql", "--lot", "10,000", "--level", "ii", "--aql", "2.5");

        Assert.Equal((0, ""), (run.Status, run.Errors));
        Assert.Equal(["Draw 200 of 10,000 pieces at random.", "Accept the lot with 10 or fewer defective pieces, reject it with 11 or more."], run.Lines.Take(2));
        Assert.Equal(4, run.Lines.Count(l => l.StartsWith("If ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("0.05")]
    [InlineData("5%")]
    public async Task One_share_is_asked_for_in_either_form(string share)
    {
        var run = await ProgramRun.OfAsync("aql", "--lot", "10000", "--level", "II", "--aql", "2.5", "--defects", share);

        Assert.Equal(0, run.Status);
        Assert.Contains("If 5 % of the pieces are defective (500 of 10,000), about 58 in 100 such lots pass (58.31 %).", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("If 10 %", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--lot 1 --aql 2.5", "two pieces or more")]
    [InlineData("--lot many --aql 2.5", "--lot: “many” cannot be used")]
    [InlineData("--lot --aql 2.5", "--lot: it is missing")]
    [InlineData("--lot 100", "--aql: it is missing")]
    [InlineData("--lot 100 --aql 3", "There is no AQL of 3")]
    [InlineData("--lot 100 --aql 2.5 --level X", "There is no inspection level “X”")]
    [InlineData("--lot 100 --aql 2.5 --defects 5", "a share from 0 to 1")]
    [InlineData("--lots 100", "--lots")]
    public async Task What_cannot_be_used_ends_with_status_2_and_says_what_can(string arguments, string words)
    {
        var run = await ProgramRun.OfAsync(["aql", .. arguments.Split(' ')]);

        Assert.Equal(2, run.Status);
        Assert.Contains(words, run.Errors, StringComparison.Ordinal);
    }
}
