using Cxf.Flows.Timing;

namespace Cxf.Flows.Tests.Timing;

public sealed class DurationTests
{
    [Theory]
    [InlineData(0.126, "0.13 s")]
    [InlineData(119.99, "119.99 s")]
    [InlineData(120, "2 min")]
    [InlineData(7_170, "119.5 min")]
    [InlineData(7_200, "2 h")]
    [InlineData(172_440, "47.9 h")]
    [InlineData(172_800, "2 days")]
    [InlineData(double.PositiveInfinity, "no known time")]
    public void A_duration_is_written_in_the_largest_unit_of_which_it_has_two(double seconds, string words) =>
        Assert.Equal(words, Duration.InWords(Duration.Of(seconds)));

    [Fact]
    public void What_nobody_lives_to_see_has_no_end()
    {
        Assert.Null(Duration.Of(TimeSpan.MaxValue.TotalSeconds));
        Assert.Equal(TimeSpan.FromDays(1_000_000), Duration.Of(TimeSpan.FromDays(1_000_000).TotalSeconds));
    }
}
