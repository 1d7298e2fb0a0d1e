using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

internal static class TaskStateReader
{
    public static TaskState? Read(Node state, string name, FieldReader fields)
    {
        if (!state.Require("Resource") || state.OptionalText("Resource") is not { } text)
        {
            return null;
        }

        var resource = TaskResource.Parse(text);
        CheckResource(state.Member("Resource")!, resource);
        if (
            state.Member("Credentials") is { } credentials
            && credentials.Expect(JsonValueKind.Object)
            && !credentials.Has("RoleArn")
            && !credentials.Has("RoleArn.$")
        )
        {
            credentials.Error("The field 'RoleArn' is required but was missing");
        }

        CheckHeartbeat(state);
        return new TaskState(name, fields.StateFlow(state, StateType.Task), resource)
        {
            Next = StateReader.Next(state),
            Retry = RetryAndCatchReader.ReadRetry(state),
            Catch = RetryAndCatchReader.ReadCatch(state, fields),
            TimeoutSeconds = fields.Number(state, "TimeoutSeconds", NumberRange.Duration),
            HeartbeatSeconds = fields.Number(state, "HeartbeatSeconds", NumberRange.Duration),
            Credentials = fields.Template(state, "Credentials"),
        };
    }

    /// <summary>A heartbeat must be shorter than the timeout (States Language specification, timeouts and heartbeats).</summary>
    private static void CheckHeartbeat(Node state)
    {
        if (
            state.Member("HeartbeatSeconds") is { Value.ValueKind: JsonValueKind.Number } heartbeat
            && state.Member("TimeoutSeconds") is { Value.ValueKind: JsonValueKind.Number } timeout
            && heartbeat.Value.GetDouble() >= timeout.Value.GetDouble()
        )
        {
            heartbeat.Error("HeartbeatSeconds must be smaller than TimeoutSeconds");
        }
    }

    private static void CheckResource(Node field, TaskResource resource)
    {
        // CloudFormation and SAM replace ${…} before AWS sees the definition.
        if (
            !resource.Text.StartsWith("arn:", StringComparison.Ordinal)
            && !resource.Text.StartsWith("${", StringComparison.Ordinal)
        )
        {
            field.Error("Value is not a valid resource ARN");
            return;
        }

        if (resource.Kind == TaskResourceKind.Integration && !OptimizedIntegrations.Has(resource))
        {
            field.Error(
                $"The resource provided {resource.Text} is not recognized. The value is not a valid resource ARN, "
                    + "or the resource is not available in this region."
            );
        }

        if (field.Context.Type != StateMachineType.Express)
        {
            return;
        }

        // The messages are AWS's, including the space at the end.
        if (resource.Kind == TaskResourceKind.Activity)
        {
            field.Error("Express state machine does not support Activity ARN");
        }
        else if (resource.IsSync)
        {
            field.Error("Express state machine does not support '.sync' service integration");
        }
        else if (resource.WaitsForToken)
        {
            field.Error("Express state machine does not support '.waitForTaskToken' service integration ");
        }
    }
}
