using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Tasks.DynamoDb;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>Tables for state machines in this process, so that virtual time does not advance while they are asked.</summary>
internal sealed class TablesInProcess(InMemoryDynamoDb tables) : IDynamoDbTasks
{
    /// <summary>Whether the next write of an answer fails. Default: none fails.</summary>
    public Func<bool> FailsToRecord { get; set; } = () => false;

    public ValueTask<Payload> RunAsync(string action, JsonElement parameters, CancellationToken cancellationToken) =>
        action == "updateItem" && FailsToRecord()
            ? throw new TaskServiceException("DynamoDB.InternalServerErrorException", "Not now.")
            : tables.RunAsync(action, parameters, cancellationToken);
}
