using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Tasks.DynamoDb;

namespace Cxf.Flows.Tests.Timing;

/// <summary>
/// A table as slow as the clock takes it to be; or in trouble, so that writes fail before or after they are done, or hang.
/// </summary>
internal sealed class SlowTables(IDynamoDbTasks table, Random random, VirtualDelays delays, bool isInTrouble) : IDynamoDbTasks
{
    public async ValueTask<Payload> RunAsync(string action, JsonElement parameters, CancellationToken cancellationToken)
    {
        var trouble = isInTrouble ? random.Next(6) : -1;
        await delays.After(
            trouble switch
            {
                0 => 100,
                > 0 => random.NextDouble(),
                _ => random.NextDouble() * 0.1,
            },
            cancellationToken
        );
        if (trouble == 1)
        {
            throw new TaskServiceException("DynamoDB.ProvisionedThroughputExceededException", "too much");
        }

        var answer = await table.RunAsync(action, parameters, cancellationToken);
        return trouble == 2 ? throw new TaskServiceException("DynamoDB.InternalServerErrorException", "lost") : answer;
    }
}
