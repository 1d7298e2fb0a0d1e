using Cxf.StatesLanguage.Tasks.DynamoDb;

namespace Cxf.Local.Tests.Emulators.StepFunctions;

public sealed class InMemoryDynamoDbTests : DynamoDbTasksContract
{
    protected override ValueTask<(IDynamoDbTasks Tasks, string Table)> CreateAsync()
    {
        var tables = new InMemoryDynamoDb();
        tables.AddTable("runs", "pk", "sk");
        return ValueTask.FromResult<(IDynamoDbTasks, string)>((tables, "runs"));
    }
}
