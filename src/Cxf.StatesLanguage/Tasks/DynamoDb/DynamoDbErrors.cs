namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>DynamoDB's errors as Step Functions names and words them (recorded); implementations of
/// <see cref="IDynamoDbTasks"/> throw them.</summary>
public static class DynamoDbErrors
{
    // The errors that Step Functions' client has classes for; everything else has the name of the client's own.
    private static readonly string[] Named =
    [
        "ConditionalCheckFailedException",
        "InternalServerErrorException",
        "ItemCollectionSizeLimitExceededException",
        "ProvisionedThroughputExceededException",
        "ReplicatedWriteConflictException",
        "RequestLimitExceededException",
        "ResourceNotFoundException",
        "TransactionConflictException",
    ];

    /// <summary>DynamoDB refused the call.</summary>
    /// <param name="code">The error's name in DynamoDB's API.</param>
    /// <param name="message">Its message.</param>
    /// <param name="status">The answer's HTTP status.</param>
    /// <param name="requestId">The id that DynamoDB gave the call, or null.</param>
    public static TaskServiceException Refused(string code, string message, int status = 400, string? requestId = null) =>
        ServiceRefusal.Of($"DynamoDB.{Name(code)}", "AmazonDynamoDBv2", status, code, message, requestId);

    /// <summary>DynamoDB could not be reached.</summary>
    public static TaskServiceException Unreachable(string reason) =>
        new("DynamoDB.SdkClientException", $"Unable to execute HTTP request: {reason}");

    private static string Name(string code)
    {
        var name = code is "InternalServerError" or "RequestLimitExceeded" ? $"{code}Exception" : code;
        return Named.Contains(name) ? name : "AmazonDynamoDBException";
    }
}
