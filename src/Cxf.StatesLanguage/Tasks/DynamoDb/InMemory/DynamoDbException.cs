using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

/// <summary>DynamoDB rejects a request.</summary>
/// <param name="code">The error's name in DynamoDB's API, such as <c>ConditionalCheckFailedException</c>.</param>
/// <param name="message">The message in DynamoDB's words.</param>
public sealed class DynamoDbException(string code, string message) : Exception(message)
{
    /// <summary>The error's name in DynamoDB's API.</summary>
    public string Code { get; } = code;

    /// <summary>
    /// The item that failed the condition, if the request asks for it (ReturnValuesOnConditionCheckFailure); otherwise null.
    /// </summary>
    public JsonObject? Item { get; private init; }

    internal static DynamoDbException Validation(string message) => new("ValidationException", message);

    internal static DynamoDbException Serialization(string message) => new("SerializationException", message);

    internal static DynamoDbException ConditionFailed(JsonObject? item) =>
        new("ConditionalCheckFailedException", "The conditional request failed") { Item = item };

    internal static DynamoDbException TableNotFound() => new("ResourceNotFoundException", "Requested resource not found");

    /// <summary>DynamoDB may accept the request, but the tables in memory do not.</summary>
    /// <param name="feature">What the request uses, in its own words.</param>
    internal static DynamoDbException NotSupported(string feature) =>
        Validation($"The tables in memory do not support {feature}.");
}
