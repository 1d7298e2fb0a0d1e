using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Protocol;

/// <summary>An answer on the wire.</summary>
/// <param name="StatusCode">The HTTP status: 200, 400, 500.</param>
/// <param name="Body">JSON in UTF-8.</param>
/// <param name="ErrorCode">AWS's code of an error, which also goes into a header; null for success.</param>
public sealed record ProtocolAnswer(int StatusCode, ReadOnlyMemory<byte> Body, string? ErrorCode);

/// <summary>
/// The AWS JSON 1.0 protocol of Step Functions without its transport: the name of an operation and a JSON body in, a JSON body
/// out.
/// </summary>
public sealed class StepFunctionsProtocol
{
    private readonly Dictionary<string, Operation> _operations;

    /// <summary>Creates the protocol of a service.</summary>
    public StepFunctionsProtocol(StepFunctionsService service)
    {
        _operations = new Dictionary<string, Operation>(StringComparer.Ordinal)
        {
            ["CreateActivity"] = Of<CreateActivityRequest, CreateActivityResult>(service.CreateActivity),
            ["CreateStateMachine"] = Of<CreateStateMachineRequest, CreateStateMachineResult>(service.CreateStateMachine),
            ["CreateStateMachineAlias"] = Of<CreateAliasRequest, CreateAliasResult>(service.CreateStateMachineAlias),
            ["DeleteActivity"] = Of<ActivityRequest, EmptyResult>(service.DeleteActivity),
            ["DeleteStateMachine"] = Of<StateMachineRequest, EmptyResult>(service.DeleteStateMachine),
            ["DeleteStateMachineAlias"] = Of<AliasRequest, EmptyResult>(service.DeleteStateMachineAlias),
            ["DeleteStateMachineVersion"] = Of<VersionRequest, EmptyResult>(service.DeleteStateMachineVersion),
            ["DescribeActivity"] = Of<ActivityRequest, DescribeActivityResult>(service.DescribeActivity),
            ["DescribeExecution"] = Of<ExecutionRequest, DescribeExecutionResult>(service.DescribeExecution),
            ["DescribeMapRun"] = Of<MapRunRequest, DescribeMapRunResult>(service.DescribeMapRun),
            ["DescribeStateMachine"] = Of<StateMachineRequest, DescribeStateMachineResult>(service.DescribeStateMachine),
            ["DescribeStateMachineAlias"] = Of<AliasRequest, DescribeAliasResult>(service.DescribeStateMachineAlias),
            ["DescribeStateMachineForExecution"] = Of<ExecutionRequest, DescribeMachineForExecutionResult>(
                service.DescribeStateMachineForExecution
            ),
            ["GetActivityTask"] = async (body, stop) =>
                Serialize(await service.GetActivityTask(Deserialize<GetActivityTaskRequest>(body), stop)),
            ["GetExecutionHistory"] = (body, _) => ValueTask.FromResult(History(service, body)),
            ["ListActivities"] = Of<ListRequest, ListActivitiesResult>(service.ListActivities),
            ["ListExecutions"] = Of<ListRequest, ListExecutionsResult>(service.ListExecutions),
            ["ListMapRuns"] = Of<ListMapRunsRequest, ListMapRunsResult>(service.ListMapRuns),
            ["ListStateMachineAliases"] = Of<ListRequest, ListAliasesResult>(service.ListStateMachineAliases),
            ["ListStateMachineVersions"] = Of<ListRequest, ListVersionsResult>(service.ListStateMachineVersions),
            ["ListStateMachines"] = Of<ListRequest, ListStateMachinesResult>(service.ListStateMachines),
            ["ListTagsForResource"] = Of<ResourceRequest, ListTagsResult>(service.ListTagsForResource),
            ["PublishStateMachineVersion"] = Of<PublishVersionRequest, PublishVersionResult>(service.PublishStateMachineVersion),
            ["RedriveExecution"] = Of<RedriveExecutionRequest, RedriveExecutionResult>(service.RedriveExecution),
            ["SendTaskFailure"] = Of<SendTaskFailureRequest, EmptyResult>(service.SendTaskFailure),
            ["SendTaskHeartbeat"] = Of<SendTaskHeartbeatRequest, EmptyResult>(service.SendTaskHeartbeat),
            ["SendTaskSuccess"] = Of<SendTaskSuccessRequest, EmptyResult>(service.SendTaskSuccess),
            ["StartExecution"] = Of<StartExecutionRequest, StartExecutionResult>(service.StartExecution),
            ["StartSyncExecution"] = async (body, stop) =>
                Serialize(await service.StartSyncExecution(Deserialize<StartExecutionRequest>(body), stop)),
            ["StopExecution"] = Of<StopExecutionRequest, StopExecutionResult>(service.StopExecution),
            ["TagResource"] = Of<TagRequest, EmptyResult>(service.TagResource),
            ["TestState"] = async (body, stop) => Serialize(await service.TestState(Deserialize<TestStateRequest>(body), stop)),
            ["UntagResource"] = Of<UntagRequest, EmptyResult>(service.UntagResource),
            ["UpdateMapRun"] = Of<UpdateMapRunRequest, EmptyResult>(service.UpdateMapRun),
            ["UpdateStateMachine"] = Of<UpdateStateMachineRequest, UpdateStateMachineResult>(service.UpdateStateMachine),
            ["UpdateStateMachineAlias"] = Of<UpdateAliasRequest, UpdateAliasResult>(service.UpdateStateMachineAlias),
            ["ValidateStateMachineDefinition"] = Of<ValidateDefinitionRequest, ValidateDefinitionResult>(
                service.ValidateStateMachineDefinition
            ),
        };
    }

    private delegate ValueTask<byte[]> Operation(ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    /// <summary>Names of the operations.</summary>
    public IReadOnlyCollection<string> Operations => _operations.Keys;

    /// <summary>Runs one operation; every error becomes an answer.</summary>
    public async ValueTask<ProtocolAnswer> InvokeAsync(
        string operation,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return _operations.TryGetValue(operation, out var run)
                ? new ProtocolAnswer(200, await run(body, cancellationToken), null)
                : Error("UnknownOperationException", $"The local Step Functions service has no operation '{operation}'.");
        }
        catch (StepFunctionsException error)
        {
            return Error(error.Code, error.Message);
        }
        catch (JsonException error) when (error.Path == "$.type")
        {
            var wrongType = ApiErrors.NotOneOf(
                "type",
                JsonElement.Parse(body.Span).GetProperty("type").ToString(),
                ["STANDARD", "EXPRESS"]
            );
            return Error(wrongType.Code, wrongType.Message);
        }
        catch (JsonException error)
        {
            // The reader's own message names types of this program.
            return Error("SerializationException", $"The request is not valid at {error.Path ?? "$"}.");
        }
    }

    /// <summary>An error answer.</summary>
    public static ProtocolAnswer Error(string code, string message)
    {
        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartObject();
        writer.Json.WriteString("__type", $"com.amazonaws.swf.service.v2.model#{code}");
        writer.Json.WriteString("message", message);
        writer.Json.WriteEndObject();
        return new ProtocolAnswer(400, writer.ToPayload().Utf8, code);
    }

    private static Operation Of<TRequest, TResult>(Func<TRequest, TResult> run) =>
        (body, _) => ValueTask.FromResult(Serialize(run(Deserialize<TRequest>(body))));

    private static byte[] History(StepFunctionsService service, ReadOnlyMemory<byte> body)
    {
        var result = service.GetExecutionHistory(Deserialize<GetExecutionHistoryRequest>(body));
        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartObject();
        writer.Json.WriteStartArray("events");
        foreach (var entry in result.Events)
        {
            HistoryEventJson.Write(writer.Json, entry, result.IncludeExecutionData);
        }

        writer.Json.WriteEndArray();
        if (result.NextToken is not null)
        {
            writer.Json.WriteString("nextToken", result.NextToken);
        }

        writer.Json.WriteEndObject();
        return writer.ToPayload().Utf8.ToArray();
    }

    private static T Deserialize<T>(ReadOnlyMemory<byte> body) =>
        JsonSerializer.Deserialize(body.IsEmpty ? "{}"u8 : body.Span, Type<T>())
        ?? throw new JsonException("The body must be a JSON object.");

    private static byte[] Serialize<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Type<T>());

    // Made when an operation is first used: those of all operations would be a tenth of the start of a local deployment.
    private static JsonTypeInfo<T> Type<T>() => (JsonTypeInfo<T>)ProtocolJson.Default.GetTypeInfo(typeof(T))!;
}
