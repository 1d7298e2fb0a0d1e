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
        var json = ProtocolJson.Default;
        _operations = new Dictionary<string, Operation>(StringComparer.Ordinal)
        {
            ["CreateActivity"] = Of(json.CreateActivityRequest, service.CreateActivity, json.CreateActivityResult),
            ["CreateStateMachine"] = Of(
                json.CreateStateMachineRequest,
                service.CreateStateMachine,
                json.CreateStateMachineResult
            ),
            ["CreateStateMachineAlias"] = Of(json.CreateAliasRequest, service.CreateStateMachineAlias, json.CreateAliasResult),
            ["DeleteActivity"] = Of(json.ActivityRequest, service.DeleteActivity, json.EmptyResult),
            ["DeleteStateMachine"] = Of(json.StateMachineRequest, service.DeleteStateMachine, json.EmptyResult),
            ["DeleteStateMachineAlias"] = Of(json.AliasRequest, service.DeleteStateMachineAlias, json.EmptyResult),
            ["DeleteStateMachineVersion"] = Of(json.VersionRequest, service.DeleteStateMachineVersion, json.EmptyResult),
            ["DescribeActivity"] = Of(json.ActivityRequest, service.DescribeActivity, json.DescribeActivityResult),
            ["DescribeExecution"] = Of(json.ExecutionRequest, service.DescribeExecution, json.DescribeExecutionResult),
            ["DescribeMapRun"] = Of(json.MapRunRequest, service.DescribeMapRun, json.DescribeMapRunResult),
            ["DescribeStateMachine"] = Of(
                json.StateMachineRequest,
                service.DescribeStateMachine,
                json.DescribeStateMachineResult
            ),
            ["DescribeStateMachineAlias"] = Of(json.AliasRequest, service.DescribeStateMachineAlias, json.DescribeAliasResult),
            ["DescribeStateMachineForExecution"] = Of(
                json.ExecutionRequest,
                service.DescribeStateMachineForExecution,
                json.DescribeMachineForExecutionResult
            ),
            ["GetActivityTask"] = async (body, stop) =>
                Serialize(
                    await service.GetActivityTask(Deserialize(body, json.GetActivityTaskRequest), stop),
                    json.GetActivityTaskResult
                ),
            ["GetExecutionHistory"] = (body, _) => ValueTask.FromResult(History(service, body)),
            ["ListActivities"] = Of(json.ListRequest, service.ListActivities, json.ListActivitiesResult),
            ["ListExecutions"] = Of(json.ListRequest, service.ListExecutions, json.ListExecutionsResult),
            ["ListMapRuns"] = Of(json.ListMapRunsRequest, service.ListMapRuns, json.ListMapRunsResult),
            ["ListStateMachineAliases"] = Of(json.ListRequest, service.ListStateMachineAliases, json.ListAliasesResult),
            ["ListStateMachineVersions"] = Of(json.ListRequest, service.ListStateMachineVersions, json.ListVersionsResult),
            ["ListStateMachines"] = Of(json.ListRequest, service.ListStateMachines, json.ListStateMachinesResult),
            ["ListTagsForResource"] = Of(json.ResourceRequest, service.ListTagsForResource, json.ListTagsResult),
            ["PublishStateMachineVersion"] = Of(
                json.PublishVersionRequest,
                service.PublishStateMachineVersion,
                json.PublishVersionResult
            ),
            ["RedriveExecution"] = Of(json.RedriveExecutionRequest, service.RedriveExecution, json.RedriveExecutionResult),
            ["SendTaskFailure"] = Of(json.SendTaskFailureRequest, service.SendTaskFailure, json.EmptyResult),
            ["SendTaskHeartbeat"] = Of(json.SendTaskHeartbeatRequest, service.SendTaskHeartbeat, json.EmptyResult),
            ["SendTaskSuccess"] = Of(json.SendTaskSuccessRequest, service.SendTaskSuccess, json.EmptyResult),
            ["StartExecution"] = Of(json.StartExecutionRequest, service.StartExecution, json.StartExecutionResult),
            ["StartSyncExecution"] = async (body, stop) =>
                Serialize(
                    await service.StartSyncExecution(Deserialize(body, json.StartExecutionRequest), stop),
                    json.StartSyncExecutionResult
                ),
            ["StopExecution"] = Of(json.StopExecutionRequest, service.StopExecution, json.StopExecutionResult),
            ["TagResource"] = Of(json.TagRequest, service.TagResource, json.EmptyResult),
            ["TestState"] = async (body, stop) =>
                Serialize(await service.TestState(Deserialize(body, json.TestStateRequest), stop), json.TestStateResult),
            ["UntagResource"] = Of(json.UntagRequest, service.UntagResource, json.EmptyResult),
            ["UpdateMapRun"] = Of(json.UpdateMapRunRequest, service.UpdateMapRun, json.EmptyResult),
            ["UpdateStateMachine"] = Of(
                json.UpdateStateMachineRequest,
                service.UpdateStateMachine,
                json.UpdateStateMachineResult
            ),
            ["UpdateStateMachineAlias"] = Of(json.UpdateAliasRequest, service.UpdateStateMachineAlias, json.UpdateAliasResult),
            ["ValidateStateMachineDefinition"] = Of(
                json.ValidateDefinitionRequest,
                service.ValidateStateMachineDefinition,
                json.ValidateDefinitionResult
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

    private static Operation Of<TRequest, TResult>(
        JsonTypeInfo<TRequest> request,
        Func<TRequest, TResult> run,
        JsonTypeInfo<TResult> result
    ) => (body, _) => ValueTask.FromResult(Serialize(run(Deserialize(body, request)), result));

    private static byte[] History(StepFunctionsService service, ReadOnlyMemory<byte> body)
    {
        var result = service.GetExecutionHistory(Deserialize(body, ProtocolJson.Default.GetExecutionHistoryRequest));
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

    private static T Deserialize<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(body.IsEmpty ? "{}"u8 : body.Span, type)
        ?? throw new JsonException("The body must be a JSON object.");

    private static byte[] Serialize<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);
}
