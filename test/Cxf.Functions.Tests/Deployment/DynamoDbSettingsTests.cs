using Amazon.DynamoDBv2;
using Cxf.Functions.Deployment;

namespace Cxf.Functions.Tests.Deployment;

public sealed class DynamoDbSettingsTests
{
    // Connect's 8 seconds, less what the function itself needs.
    private const double CallerSeconds = 6.5;

    [Theory]
    [InlineData("ExecuteFlow")]
    [InlineData("GetFlowResult")]
    [InlineData("CallApi")]
    [InlineData(null)]
    public void All_attempts_of_a_read_end_while_the_caller_waits(string? handler)
    {
        var config = Read(handler);
        Assert.InRange(config.Timeout!.Value.TotalSeconds * (config.MaxErrorRetry + 1), 1, CallerSeconds);
    }

    [Fact]
    public void A_publish_that_is_throttled_is_tried_longer_than_a_caller_could_wait() =>
        Assert.InRange(Read("PublishFlow").MaxErrorRetry, 4, 6);

    private static AmazonDynamoDBConfig Read(string? handler) =>
        DynamoDbSettings.Read(name => name == "ANNOTATIONS_HANDLER" ? handler : null);
}
