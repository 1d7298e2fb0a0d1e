using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>The context object, <c>$states.context</c> or <c>$$</c>, with AWS's members in AWS's order.</summary>
internal static class ContextObject
{
    public static Payload Write(StateRun run)
    {
        var execution = run.Execution;
        using var writer = PayloadWriter.Rent();
        var json = writer.Json;
        json.WriteStartObject();

        json.WriteStartObject("Execution");
        json.WriteString("Id", execution.Arn);
        json.WritePropertyName("Input");
        execution.Input.WriteTo(json);
        json.WriteString("StartTime", Timestamp.Print(execution.StartDate));
        json.WriteString("Name", execution.Name);
        json.WriteString("RoleArn", execution.Machine.RoleArn);
        if (execution.Machine.Type == StateMachineType.Standard)
        {
            json.WriteNumber("RedriveCount", execution.RedriveCount);
            if (execution.RedriveDate is { } redriven)
            {
                json.WriteString("RedriveTime", Timestamp.Print(redriven));
            }
        }

        json.WriteEndObject();

        json.WriteStartObject("StateMachine");
        json.WriteString("Id", execution.Machine.Arn);
        json.WriteString("Name", execution.Machine.Name);
        json.WriteEndObject();

        json.WriteStartObject("State");
        json.WriteString("Name", run.State.Name);
        json.WriteString("EnteredTime", Timestamp.Print(run.EnteredTime));
        if (run.State is RetryableState)
        {
            json.WriteNumber("RetryCount", run.RetryCount);
        }

        json.WriteEndObject();

        if (run.Callback is { } callback)
        {
            json.WriteStartObject("Task");
            json.WriteString("Token", callback.Token);
            json.WriteEndObject();
        }

        if (run.Item is { } item)
        {
            json.WriteStartObject("Map");
            json.WriteStartObject("Item");
            json.WriteNumber("Index", item.Index);
            json.WritePropertyName("Value");
            item.Value.WriteTo(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        return writer.ToPayload();
    }
}
