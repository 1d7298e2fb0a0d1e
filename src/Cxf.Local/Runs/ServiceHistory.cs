using System.Text.Json.Nodes;
using ServiceEvent = Amazon.StepFunctions.Model.HistoryEvent;

namespace Cxf.Local.Runs;

/// <summary>Events of GetExecutionHistory, as the client reads them, with all their details.</summary>
internal static class ServiceHistory
{
    public static HistoryEvent Of(ServiceEvent happened) =>
        HistoryEvent.Of(
            happened.Id ?? 0,
            happened.PreviousEventId ?? 0,
            happened.Type.Value,
            new DateTimeOffset((happened.Timestamp ?? DateTime.UnixEpoch).ToUniversalTime()),
            StateDetails(happened)
                ?? TaskDetails(happened)
                ?? FunctionDetails(happened)
                ?? MapDetails(happened)
                ?? ExecutionDetails(happened)
        );

    private static JsonObject? StateDetails(ServiceEvent happened) =>
        happened switch
        {
            { StateEnteredEventDetails: { } entered } => Json(
                ("name", entered.Name),
                ("input", entered.Input),
                ("inputDetails", Cut(entered.InputDetails?.Truncated))
            ),
            { StateExitedEventDetails: { } exited } => Json(
                ("name", exited.Name),
                ("output", exited.Output),
                ("outputDetails", Cut(exited.OutputDetails?.Truncated)),
                (
                    "assignedVariables",
                    exited.AssignedVariables is { Count: > 0 } variables
                        ? new JsonObject(variables.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)))
                        : null
                ),
                ("assignedVariablesDetails", Cut(exited.AssignedVariablesDetails?.Truncated))
            ),
            { EvaluationFailedEventDetails: { } failed } => Json(
                ("error", failed.Error),
                ("cause", failed.Cause),
                ("location", failed.Location),
                ("state", failed.State)
            ),
            _ => null,
        };

    private static JsonObject? TaskDetails(ServiceEvent happened) =>
        happened switch
        {
            { TaskScheduledEventDetails: { } task } => Json(
                ("resourceType", task.ResourceType),
                ("resource", task.Resource),
                ("region", task.Region),
                ("parameters", task.Parameters),
                ("timeoutInSeconds", task.TimeoutInSeconds),
                ("heartbeatInSeconds", task.HeartbeatInSeconds),
                ("taskCredentials", Role(task.TaskCredentials?.RoleArn))
            ),
            { TaskStartedEventDetails: { } task } => Json(("resourceType", task.ResourceType), ("resource", task.Resource)),
            { TaskSubmittedEventDetails: { } task } => Result(
                task.ResourceType,
                task.Resource,
                task.Output,
                task.OutputDetails?.Truncated
            ),
            { TaskSucceededEventDetails: { } task } => Result(
                task.ResourceType,
                task.Resource,
                task.Output,
                task.OutputDetails?.Truncated
            ),
            { TaskFailedEventDetails: { } task } => Failure(task.Error, task.Cause, task.ResourceType, task.Resource),
            { TaskTimedOutEventDetails: { } task } => Failure(task.Error, task.Cause, task.ResourceType, task.Resource),
            { TaskStartFailedEventDetails: { } task } => Failure(task.Error, task.Cause, task.ResourceType, task.Resource),
            { TaskSubmitFailedEventDetails: { } task } => Failure(task.Error, task.Cause, task.ResourceType, task.Resource),
            _ => null,
        };

    private static JsonObject? FunctionDetails(ServiceEvent happened) =>
        happened switch
        {
            { LambdaFunctionScheduledEventDetails: { } call } => Json(
                ("resource", call.Resource),
                ("input", call.Input),
                ("inputDetails", Cut(call.InputDetails?.Truncated)),
                ("timeoutInSeconds", call.TimeoutInSeconds),
                ("taskCredentials", Role(call.TaskCredentials?.RoleArn))
            ),
            { LambdaFunctionSucceededEventDetails: { } call } => Json(
                ("output", call.Output),
                ("outputDetails", Cut(call.OutputDetails?.Truncated))
            ),
            { LambdaFunctionFailedEventDetails: { } call } => Failure(call.Error, call.Cause),
            { LambdaFunctionTimedOutEventDetails: { } call } => Failure(call.Error, call.Cause),
            { LambdaFunctionScheduleFailedEventDetails: { } call } => Failure(call.Error, call.Cause),
            { LambdaFunctionStartFailedEventDetails: { } call } => Failure(call.Error, call.Cause),
            { ActivityScheduledEventDetails: { } work } => Json(
                ("resource", work.Resource),
                ("input", work.Input),
                ("inputDetails", Cut(work.InputDetails?.Truncated)),
                ("timeoutInSeconds", work.TimeoutInSeconds),
                ("heartbeatInSeconds", work.HeartbeatInSeconds)
            ),
            { ActivityStartedEventDetails: { } work } => Json(("workerName", work.WorkerName)),
            { ActivitySucceededEventDetails: { } work } => Json(
                ("output", work.Output),
                ("outputDetails", Cut(work.OutputDetails?.Truncated))
            ),
            { ActivityFailedEventDetails: { } work } => Failure(work.Error, work.Cause),
            { ActivityTimedOutEventDetails: { } work } => Failure(work.Error, work.Cause),
            { ActivityScheduleFailedEventDetails: { } work } => Failure(work.Error, work.Cause),
            _ => null,
        };

    private static JsonObject? MapDetails(ServiceEvent happened)
    {
        var iteration =
            happened.MapIterationStartedEventDetails
            ?? happened.MapIterationSucceededEventDetails
            ?? happened.MapIterationFailedEventDetails
            ?? happened.MapIterationAbortedEventDetails;
        return happened switch
        {
            _ when iteration is not null => Json(("name", iteration.Name), ("index", iteration.Index)),
            { MapStateStartedEventDetails: { } map } => Json(("length", map.Length)),
            { MapRunStartedEventDetails: { } run } => Json(("mapRunArn", run.MapRunArn)),
            { MapRunRedrivenEventDetails: { } run } => Json(("mapRunArn", run.MapRunArn), ("redriveCount", run.RedriveCount)),
            { MapRunFailedEventDetails: { } run } => Failure(run.Error, run.Cause),
            _ => null,
        };
    }

    private static JsonObject? ExecutionDetails(ServiceEvent happened) =>
        happened switch
        {
            { ExecutionStartedEventDetails: { } started } => Json(
                ("input", started.Input),
                ("inputDetails", Cut(started.InputDetails?.Truncated)),
                ("roleArn", started.RoleArn),
                ("stateMachineAliasArn", started.StateMachineAliasArn),
                ("stateMachineVersionArn", started.StateMachineVersionArn)
            ),
            { ExecutionSucceededEventDetails: { } ended } => Json(
                ("output", ended.Output),
                ("outputDetails", Cut(ended.OutputDetails?.Truncated))
            ),
            { ExecutionFailedEventDetails: { } ended } => Failure(ended.Error, ended.Cause),
            { ExecutionAbortedEventDetails: { } ended } => Failure(ended.Error, ended.Cause),
            { ExecutionTimedOutEventDetails: { } ended } => Failure(ended.Error, ended.Cause),
            { ExecutionRedrivenEventDetails: { } redriven } => Json(("redriveCount", redriven.RedriveCount)),
            _ => null,
        };

    private static JsonObject Result(string type, string resource, string? output, bool? isCut) =>
        Json(("resourceType", type), ("resource", resource), ("output", output), ("outputDetails", Cut(isCut)));

    private static JsonObject Failure(string? error, string? cause, string? type = null, string? resource = null) =>
        Json(("resourceType", type), ("resource", resource), ("error", error), ("cause", cause));

    private static JsonObject? Cut(bool? isTruncated) =>
        isTruncated is { } value ? new JsonObject { ["truncated"] = value } : null;

    private static JsonObject? Role(string? arn) => arn is null ? null : new JsonObject { ["roleArn"] = arn };

    private static JsonObject Json(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var json = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }

        return json;
    }
}
