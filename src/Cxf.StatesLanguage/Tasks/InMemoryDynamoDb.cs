using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>Tables in memory.</summary>
public sealed class InMemoryDynamoDb : IDynamoDbTasks
{
    /// <inheritdoc/>
    public ValueTask<Payload> RunAsync(string action, JsonElement parameters, CancellationToken cancellationToken) =>
        throw new TaskServiceException("DynamoDB.ResourceNotFoundException", "Requested resource not found");
}
