namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>Errors of DynamoDB as Step Functions names them.</summary>
internal static class DynamoDbErrors
{
    private const string NoRequest = "Request ID: 00000000-0000-0000-0000-000000000000; Proxy: null";

    public static TaskServiceException TableNotFound() => Of("ResourceNotFoundException", "Requested resource not found");

    public static TaskServiceException ConditionFailed() =>
        Of("ConditionalCheckFailedException", "The conditional request failed");

    /// <summary>DynamoDB has no class for this one; Step Functions then names its client's.</summary>
    public static TaskServiceException Validation(string message) => new(
        "DynamoDB.AmazonDynamoDBException", $"{message} (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ValidationException; {NoRequest})");

    private static TaskServiceException Of(string code, string message) =>
        new($"DynamoDB.{code}", $"{message} (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: {code}; {NoRequest})");
}
