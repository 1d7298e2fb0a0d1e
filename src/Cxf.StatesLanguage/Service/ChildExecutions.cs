using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.StatesLanguage.Service;

/// <summary>An execution that a Task state starts.</summary>
internal static class ChildExecution
{
    /// <summary>
    /// Starts the execution; the service's errors become errors of the task with <paramref name="errorPrefix"/>.
    /// </summary>
    public static ExecutionRun Start(StepFunctionsService service, TaskCall call, bool synchronous, string errorPrefix)
    {
        var parameters = call.Parameters.Tree;
        var request = new StartExecutionRequest(Text(parameters, "StateMachineArn"), Text(parameters, "Name"), Input(parameters));
        var loss = service.StartLosses(request.Name);
        try
        {
            var child = loss == StartLoss.Request ? null : service.Start(request, synchronous);
            return loss == StartLoss.None
                ? child!
                : throw new TaskServiceException($"{errorPrefix}.SdkClientException", "Unable to execute HTTP request");
        }
        catch (StepFunctionsException error)
        {
            throw ServiceRefusal.Of(
                $"{errorPrefix}.{error.Code}Exception",
                "AWSStepFunctions",
                status: 400,
                error.Code,
                error.Message,
                call.RequestId
            );
        }
    }

    /// <summary>The ended execution as the integrations that wait for it return it.</summary>
    public static Payload Describe(ExecutionRun child, bool parsed)
    {
        using var writer = PayloadWriter.Rent();
        var json = writer.Json;
        json.WriteStartObject();
        WriteMembers(json, child, parsed);
        json.WriteNumber("RedriveCount", child.RedriveCount);
        json.WriteString("RedriveStatus", child.RedriveRefusal is null ? "REDRIVABLE" : "NOT_REDRIVABLE");
        if (child.RedriveRefusal is { } refusal)
        {
            json.WriteString("RedriveStatusReason", refusal);
        }

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
            value.WriteTo(json);
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
        parameters.ValueKind == JsonValueKind.Object
        && parameters.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>
    /// The input: a string is used as it is, any other value as its JSON; a missing or null input is an empty object.
    /// </summary>
    private static string? Input(JsonElement parameters) =>
        parameters.TryGetProperty("Input", out var input)
            ? input.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => input.GetString(),
                _ => Payload.Compact(input).ToString(),
            }
            : null;
}

/// <summary>
/// The integrations that start executions: <c>states:startExecution</c>, which does not wait, and with <c>.sync</c> or
/// <c>.sync:2</c>, which wait for the end (<c>:2</c> parses input and output).
/// </summary>
internal sealed class ExecutionHandler(StepFunctionsService service) : ITaskHandler
{
    public static IReadOnlyList<string> Actions { get; } = ["startExecution", "startExecution.sync", "startExecution.sync:2"];

    public async ValueTask<Payload> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var started = ChildExecution.Start(service, call, synchronous: false, "StepFunctions");
        var answer = Started(call, started);
        if (!call.Resource.IsSync)
        {
            return answer;
        }

        call.Submitted(answer);
        try
        {
            await started.WaitForEnd(cancellationToken);
        }
        catch (OperationCanceledException) when (call.State.Stop.IsCancellationRequested)
        {
            // An aborted task stops the execution that it waits for (developer guide, "Run a Job (.sync)").
            started.Abort(null, null);
            throw;
        }

        var described = ChildExecution.Describe(started, parsed: call.Resource.Action.EndsWith(":2", StringComparison.Ordinal));
        return started.Status == ExecutionStatus.Succeeded
            ? described
            : throw new TaskServiceException(ErrorNames.TaskFailed, described.ToString());
    }

    /// <summary>
    /// Length of the service's own answer, <c>{"executionArn":"…","startDate":1.69E9}</c>, with its milliseconds.
    /// </summary>
    private static int AnswerLength(ExecutionRun started) => started.Arn.Length + 46;

    private static Payload Started(TaskCall call, ExecutionRun started)
    {
        using var writer = PayloadWriter.Rent();
        var json = writer.Json;
        json.WriteStartObject();
        json.WriteString("ExecutionArn", started.Arn);
        SdkMetadata.Write(json, call, "application/x-amz-json-1.0", AnswerLength(started), [new("connection", "keep-alive")]);
        json.WriteNumber("StartDate", started.StartDate.ToUnixTimeMilliseconds());
        json.WriteEndObject();
        return writer.ToPayload();
    }
}

/// <summary>The integration <c>aws-sdk:sfn:startExecution</c>: the API's answer with capitalized member names.</summary>
internal sealed class SdkExecutionHandler(StepFunctionsService service) : ITaskHandler
{
    public ValueTask<Payload> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var child = ChildExecution.Start(service, call, synchronous: false, "Sfn");
        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartObject();
        writer.Json.WriteString("ExecutionArn", child.Arn);
        writer.Json.WriteString("StartDate", Timestamp.Print(child.StartDate));
        writer.Json.WriteEndObject();
        return ValueTask.FromResult(writer.ToPayload());
    }
}

/// <summary>
/// The integration <c>aws-sdk:sfn:startSyncExecution</c>: the API's answer with capitalized member names, input and output as
/// text. The call succeeds even if the child failed.
/// </summary>
internal sealed class SyncExecutionHandler(StepFunctionsService service) : ITaskHandler
{
    public async ValueTask<Payload> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var child = ChildExecution.Start(service, call, synchronous: true, "Sfn");
        await child.WaitForEnd(cancellationToken);
        var billing = Billing.Of(child.StopDate!.Value - child.StartDate);
        using var writer = PayloadWriter.Rent();
        var json = writer.Json;
        json.WriteStartObject();
        json.WriteStartObject("BillingDetails");
        json.WriteNumber("BilledDurationInMilliseconds", billing.BilledDurationInMilliseconds);
        json.WriteNumber("BilledMemoryUsedInMB", billing.BilledMemoryUsedInMB);
        json.WriteEndObject();
        ChildExecution.WriteMembers(json, child, parsed: false);
        json.WriteString("StartDate", Timestamp.Print(child.StartDate));
        json.WriteString("StopDate", Timestamp.Print(child.StopDate!.Value));
        json.WriteEndObject();
        return writer.ToPayload();
    }
}
