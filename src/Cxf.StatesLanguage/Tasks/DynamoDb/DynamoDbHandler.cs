using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>The integrations <c>dynamodb:putItem</c>, <c>updateItem</c>, <c>getItem</c> and <c>deleteItem</c>.</summary>
internal sealed class DynamoDbHandler(IDynamoDbTasks tables) : ITaskHandler
{
    public static IReadOnlyList<string> Actions { get; } = ["putItem", "updateItem", "getItem", "deleteItem"];

    public async ValueTask<Payload> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var answer = await tables.RunAsync(call.Resource.Action, call.Parameters.Tree, cancellationToken);
        using var writer = PayloadWriter.Rent();
        var json = writer.Json;
        json.WriteStartObject();
        foreach (var member in answer.Tree.EnumerateObject())
        {
            member.WriteTo(json);
        }

        SdkMetadata.Write(
            json,
            call,
            "application/x-amz-json-1.0",
            answer.Length,
            [new("Server", "Server"), new("Connection", "keep-alive")]
        );
        json.WriteEndObject();
        return writer.ToPayload();
    }
}
