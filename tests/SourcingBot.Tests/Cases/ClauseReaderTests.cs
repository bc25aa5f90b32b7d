using SourcingBot.Cases;
using Xunit;

namespace SourcingBot.Tests.Cases;

/// <summary>Nobody is asked whether words can be measured that name a number, a day, a standard or a sample.</summary>
public sealed class ClauseReaderTests
{
    [Theory]
    [InlineData("Housing: 304 stainless steel, 0.8 mm")]
    [InlineData("Ship by 20 December")]
    [InlineData("as the approved sample")]
    [InlineData("tested to ASTM")]
    [InlineData("十五天内发货")]
    public void Words_that_can_be_measured_are_known(string words) => Assert.True(ClauseReader.IsMeasurable(words));

    [Theory]
    [InlineData("good quality, as usual")]
    [InlineData("ship soon")]
    [InlineData("same as the sample")]
    [InlineData("")]
    public void Others_are_left_to_a_person(string words) => Assert.False(ClauseReader.IsMeasurable(words));
}
