using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Local.Tables;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Tasks.DynamoDb;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>The local tables for state machines in this process, so that virtual time stands still while they are asked.</summary>
internal sealed class TablesInProcess(LocalTables tables) : IDynamoDbTasks
{
    /// <summary>The writes of answers that fail, one after the other as long as it says so. Default: none.</summary>
    public Func<bool> FailsToRecord { get; set; } = () => false;

    public ValueTask<Payload> RunAsync(string action, JsonElement parameters, CancellationToken cancellationToken)
    {
        if (action == "updateItem" && FailsToRecord())
        {
            throw new TaskServiceException("DynamoDB.InternalServerErrorException", "Not now.");
        }

        try
        {
            var answer = tables.CarryOut(
                char.ToUpperInvariant(action[0]) + action[1..],
                JsonNode.Parse(parameters.GetRawText())!.AsObject()
            );
            return ValueTask.FromResult(Payload.Parse(answer.ToJsonString()));
        }
        catch (TableException exception)
        {
            throw new TaskServiceException("DynamoDB." + exception.Error, exception.Message);
        }
    }
}
