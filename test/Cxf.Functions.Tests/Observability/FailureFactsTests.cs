using System.Net;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Cxf.Functions.Observability;

namespace Cxf.Functions.Tests.Observability;

public sealed class FailureFactsTests
{
    private static readonly Exception Refused = new AmazonDynamoDBException(
        "a message with data",
        ErrorType.Sender,
        "AccessDeniedException",
        "id-1",
        HttpStatusCode.BadRequest
    );

    [Fact]
    public void A_rejection_by_AWS_is_described_by_its_code_and_request_id() =>
        Assert.Equal(
            new FailureFacts("Amazon.DynamoDBv2.AmazonDynamoDBException", "AccessDeniedException", "id-1"),
            FailureFacts.Of(Refused)
        );

    [Fact]
    public void A_refusal_is_found_within_another_exception() =>
        Assert.Equal(
            new FailureFacts("System.InvalidOperationException", "AccessDeniedException", "id-1"),
            FailureFacts.Of(new InvalidOperationException("x", Refused))
        );

    [Fact]
    public void A_rejection_without_a_code_is_described_by_its_status() =>
        Assert.Equal(
            "HTTP 503",
            FailureFacts.Of(new AmazonServiceException("x") { StatusCode = HttpStatusCode.ServiceUnavailable }).AwsErrorCode
        );

    [Fact]
    public void An_exception_that_is_not_from_AWS_has_only_a_type() =>
        Assert.Equal(
            new FailureFacts("System.Net.Http.HttpRequestException", "", ""),
            FailureFacts.Of(new HttpRequestException("data", new IOException("data")))
        );

    [Fact]
    public void No_exception_has_no_facts() => Assert.Equal(new FailureFacts("", "", ""), FailureFacts.Of(null));
}
