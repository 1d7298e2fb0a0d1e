using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>An execution that a Task state starts.</summary>
internal static class ChildExecution
{
    /// <summary>Starts it; the service's refusals become errors of the task with <paramref name="errorPrefix"/>.</summary>
    public static ExecutionRun Start(StepFunctionsService service, TaskCall call, bool synchronous, string errorPrefix)
    {
        var parameters = call.Parameters.Tree;
        var request = new StartExecutionRequest(Text(parameters, "StateMachineArn"), Text(parameters, "Name"), Input(parameters));
        var loss = service.LossOf(request.Name);
        try
        {
            var child = loss == StartLoss.Request ? null : service.Start(request, synchronous);
            return loss == StartLoss.None ? child! : throw new TaskServiceException($"{errorPrefix}.SdkClientException", "Unable to execute HTTP request");
        }
        catch (StepFunctionsException refusal)
        {
            throw ServiceRefusal.Of(
                $"{errorPrefix}.{refusal.Code}Exception", "AWSStepFunctions", status: 400, refusal.Code, refusal.Message, call.RequestId);
        }
    }

    /// <summary>The ended execution as the waiting integrations answer it.</summary>
    public static Payload Describe(ExecutionRun child, bool parsed)
    {
        using var writer = PayloadWriter.Rent();
        var json = writer.Json;
        json.WriteStartObject();
        WriteMembers(json, child, parsed);
        json.WriteNumber("RedriveCount", 0);
        json.WriteString("RedriveStatus", "NOT_REDRIVABLE");
        json.WriteString("RedriveStatusReason", $"Execution is {StatusNames.Of(child.Status)} and cannot be redriven");
        json.WriteNumber("StartDate", child.StartDate.ToUnixTimeMilliseconds());
        json.WriteNumber("StopDate", child.StopDate!.Value.ToUnixTimeMilliseconds());
        json.WriteEndObject();
        return writer.ToPayload();
    }

    /// <summary>The members that all answers have; input and output as values or as text.</summary>
    public static void WriteMembers(Utf8JsonWriter json, ExecutionRun child, bool parsed)
    {
        if (child.Error?.Cause is { } cause)
        {
            json.WriteString("Cause", cause);
        }

        if (child.Error?.Error is { } error)
        {
            json.WriteString("Error", error);
        }

        json.WriteString("ExecutionArn", child.Arn);
        WriteData(json, "Input", child.Input, parsed);
        json.WriteString("Name", child.Name);
        if (child.Output is not null)
        {
            WriteData(json, "Output", child.Output, parsed);
        }

        json.WriteString("StateMachineArn", child.Machine.Arn);
        json.WriteString("Status", StatusNames.Of(child.Status));
    }

    private static void WriteData(Utf8JsonWriter json, string name, Payload value, bool parsed)
    {
        if (parsed)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
        }
        else
        {
            json.WriteString(name, value.Utf8.Span);
        }

        json.WriteStartObject($"{name}Details");
        json.WriteBoolean("Included", true);
        json.WriteEndObject();
    }

    private static string? Text(JsonElement parameters, string name) =>
        parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>The input: a text is taken as it is, everything else as its JSON; nothing and null are an empty object.</summary>
    private static string? Input(JsonElement parameters) => parameters.TryGetProperty("Input", out var input)
        ? input.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => input.GetString(),
            _ => JsonKinds.Compact(input),
        }
        : null;
}
