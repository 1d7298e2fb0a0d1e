using Cxf.Functions.Deployment;

namespace Cxf.Functions.Tests.Deployment;

public sealed class StepFunctionsSettingsTests
{
    [Theory]
    [InlineData("ExecuteFlow")]
    [InlineData("GetFlowResult")]
    [InlineData("CallApi")]
    [InlineData(null)]
    public void A_start_is_never_sent_twice_while_a_caller_waits(string? handler) => Assert.Equal(0, Retries(handler));

    // AWSSDK.Core's own repeats for closed connections come on top of MaxErrorRetry.
    [Theory]
    [InlineData("ExecuteFlow")]
    [InlineData("PublishFlow")]
    public void A_closed_connection_is_one_attempt(string handler)
    {
        Assert.Equal(
            0,
            StepFunctionsSettings.Read(name => name == "ANNOTATIONS_HANDLER" ? handler : null).MaxStaleConnectionRetries
        );
        Assert.Equal(0, DynamoDbSettings.Read(name => name == "ANNOTATIONS_HANDLER" ? handler : null).MaxStaleConnectionRetries);
    }

    [Fact]
    public void A_publish_that_is_throttled_waits_its_turn() => Assert.InRange(Retries("PublishFlow"), 3, 6);

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("http://127.0.0.1:3003", true)]
    public void Only_an_endpoint_of_ones_own_is_asked_without_a_prefix(string? endpoint, bool expected) =>
        Assert.Equal(
            expected,
            StepFunctionsSettings.Read(name => name == "AWS_ENDPOINT_URL_SFN" ? endpoint : null).DisableHostPrefixInjection
        );

    private static int Retries(string? handler) =>
        StepFunctionsSettings.Read(name => name == "ANNOTATIONS_HANDLER" ? handler : null).MaxErrorRetry;
}
