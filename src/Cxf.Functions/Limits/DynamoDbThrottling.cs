using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Cxf.Functions.Limits;

/// <summary>DynamoDB's answers to a table, or to one item, that is written too often.</summary>
internal static class DynamoDbThrottling
{
    public static bool Is(Exception exception) =>
        exception
            is ProvisionedThroughputExceededException
                or RequestLimitExceededException
                or AmazonServiceException { ErrorCode: "ThrottlingException" };
}
