using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Tests.Outcomes;

public sealed class Catalog
{
    [Fact]
    public void Every_reason_has_an_error_code_and_its_own_message()
    {
        var reasons = Enum.GetValues<FailureReason>();

        Assert.All(reasons, reason => Assert.Contains(FailureCatalog.WordOf(reason), ErrorCodes.All));
        Assert.All(reasons, reason => Assert.Matches("^[A-Z].*\\.$", FailureCatalog.SentenceOf(reason)));
        Assert.Equal(reasons.Length, reasons.Select(FailureCatalog.SentenceOf).Distinct().Count());
    }

    [Theory]
    [InlineData(FailureReason.ServerError, 503, 1, true)]
    [InlineData(FailureReason.ServerError, 408, 1, false)]
    [InlineData(FailureReason.AskedToWait, 503, 1, true)]
    [InlineData(FailureReason.TooManyRequests, 429, 1, false)]
    [InlineData(FailureReason.NotFound, 404, 1, false)]
    [InlineData(FailureReason.NotJson, 200, 1, false)]
    [InlineData(FailureReason.ConnectFailed, null, 2, true)]
    [InlineData(FailureReason.StepTimedOut, null, 1, true)]
    [InlineData(FailureReason.StepTimedOut, null, 0, null)]
    [InlineData(FailureReason.TokenEndpointUnavailable, null, 0, true)]
    [InlineData(FailureReason.SecretsUnavailable, null, 0, null)]
    [InlineData(FailureReason.DeadlinePassed, null, 0, null)]
    [InlineData(FailureReason.CircuitOpen, null, 0, null)]
    [InlineData(FailureReason.PathRefused, null, 0, null)]
    public void Only_failures_of_the_third_party_are_its_own(FailureReason reason, int? status, int attempts, bool? failed) =>
        Assert.Equal(failed, new ApiCallFailure(reason, true, null, status, attempts, TimeSpan.Zero).PlatformFailed);

    [Fact]
    public void Every_error_code_is_used_and_equals_its_name()
    {
        Assert.Equal(
            ErrorCodes.All.Order(StringComparer.Ordinal),
            Enum.GetValues<FailureReason>().Select(FailureCatalog.WordOf).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(typeof(ErrorCodes).GetFields(), field => Assert.Equal(field.Name, field.GetRawConstantValue()));
    }
}
