using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Reads Task states.</summary>
internal static class TaskStateReader
{
    public static TaskState? Read(Node state, string name, FieldLanguage fields)
    {
        if (!state.Require("Resource") || state.OptionalText("Resource") is not { } text)
        {
            return null;
        }

        var resource = TaskResource.Parse(text);
        CheckResource(state.Member("Resource")!.Value, resource);
        if (state.Member("Credentials") is { } credentials && credentials.Expect(JsonValueKind.Object)
            && !credentials.Has("RoleArn") && !credentials.Has("RoleArn.$"))
        {
            credentials.Error("The field 'RoleArn' is required but was missing");
        }

        return new TaskState(name, fields.StateFlow(state, StateType.Task), resource)
        {
            Next = StateReader.Next(state),
            Retry = RetryReader.Read(state),
            Catch = CatchReader.Read(state, fields),
            TimeoutSeconds = fields.Number(state, "TimeoutSeconds", NumberRange.PositiveInteger),
            HeartbeatSeconds = fields.Number(state, "HeartbeatSeconds", NumberRange.PositiveInteger),
            Credentials = fields.Template(state, "Credentials"),
        };
    }

    private static void CheckResource(Node field, TaskResource resource)
    {
        if (field.Context.Type != StateMachineType.Express)
        {
            return;
        }

        // The messages are AWS's, with its spaces.
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
