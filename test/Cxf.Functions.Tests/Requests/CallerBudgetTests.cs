using Cxf.Functions.Requests;

namespace Cxf.Functions.Tests.Requests;

public sealed class CallerBudgetTests
{
    [Theory]
    [InlineData(8, 9, 6.5)]
    [InlineData(8, 3, 2.5)]
    [InlineData(1, 9, 0.25)]
    [InlineData(60, 9, 8.5)]
    public void The_answer_is_sent_before_the_caller_or_Lambda_times_out(double callerLimit, double remaining, double budget) =>
        Assert.Equal(
            TimeSpan.FromSeconds(budget),
            CallerBudget.Of(TimeSpan.FromSeconds(callerLimit), TimeSpan.FromSeconds(remaining))
        );
}
