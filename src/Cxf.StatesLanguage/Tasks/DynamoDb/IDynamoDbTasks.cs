using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>Does the <c>dynamodb:</c> tasks: an in-memory table or a DynamoDB endpoint.</summary>
public interface IDynamoDbTasks
{
    /// <summary>Does one operation.</summary>
    /// <param name="action">The action of the resource ARN: <c>putItem</c>, <c>updateItem</c>, <c>getItem</c> or
    /// <c>deleteItem</c>.</param>
    /// <param name="parameters">The request in DynamoDB's JSON.</param>
    /// <param name="cancellationToken">Cancelled when the state timed out or its execution ended.</param>
    /// <returns>DynamoDB's answer in its JSON, without HTTP metadata.</returns>
    /// <exception cref="TaskServiceException">DynamoDB refused it, such as
    /// <c>DynamoDB.ConditionalCheckFailedException</c>.</exception>
    ValueTask<Payload> RunAsync(string action, JsonElement parameters, CancellationToken cancellationToken);
}
