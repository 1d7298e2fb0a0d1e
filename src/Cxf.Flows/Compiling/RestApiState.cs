using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// A <c>restApi</c> step is a Task that invokes CallApi. Its result, CallApi's answer, becomes the variable of its label;
/// on an error branch that variable holds <c>{"error": word}</c> instead.
/// </summary>
internal static class RestApiState
{
    // lambda:invoke rather than the bare function ARN: AWS's recommended form, and its Payload keeps the answer apart from the
    // envelope.
    private const string LambdaInvoke = "arn:aws:states:::lambda:invoke";

    private const string Answer = "$states.result.Payload";

    public static void Write(StateWriter state, RestApiStep step)
    {
        var json = state.Json;
        WriteCall(state, step);

        // The console then shows what the third party answered, without the envelope that Lambda puts around it.
        state.Expression("Output", Answer);
        state.AssignResult(step.Next, () => state.Expression(state.Name, Answer));

        json.WriteNumber("TimeoutSeconds", TaskTimeout.SecondsOf(step));
        CallRetry.Write(state, step.Retry);
        ErrorCatch.Write(state, step.OnError);
        state.Onward(step.Next);
        state.End();
    }

    /// <summary>Begins the state, and writes what it calls.</summary>
    public static void WriteCall(StateWriter state, RestApiStep step)
    {
        var json = state.Json;
        state.Begin("Task");
        json.WriteString("Resource", LambdaInvoke);
        json.WriteStartObject("Arguments");
        json.WriteString("FunctionName", state.Machine.Target.CallApiArn);
        WritePayload(state, step);
        json.WriteEndObject();
    }

    private static void WritePayload(StateWriter state, RestApiStep step)
    {
        var json = state.Json;
        json.WriteStartObject("Payload");
        json.WriteString("tenantId", state.Machine.Target.Tenant.Value);
        if (state.Machine.Target.Generation > 0)
        {
            json.WriteNumber("generation", state.Machine.Target.Generation);
        }

        json.WriteString("connectionId", step.Connection.Value);
        json.WriteStartObject("request");
        json.WriteString("method", step.Method);
        state.Member("path", step.Path);
        if (step.PathValues is { } values)
        {
            state.Member("pathValues", values);
        }
        else if (!ExpressionText.TryRead(step.Path.Json.GetString()!, out _))
        {
            // Says that the path is the author's own text, so that CallApi's log may show it.
            json.WriteStartObject("pathValues");
            json.WriteEndObject();
        }

        state.Member("query", step.Query);
        state.Member("headers", step.Headers);
        state.Member("body", step.Body);
        state.Member("paging", step.Paging);
        json.WriteEndObject();
        if (step.Select is not null)
        {
            json.WriteString("select", step.Select);
        }

        if (!state.Scope.Flow.ReadsBody(step))
        {
            json.WriteBoolean("ignoreBody", true);
        }

        if (step.Fallback is { } fallback)
        {
            WriteFallback(state, fallback);
        }

        json.WriteNumber("timeoutMs", (long)step.Timeout.TotalMilliseconds);
        state.Expression("deadline", Deadline(state.Machine));
        state.Expression("idempotencyKey", state.WorkName());
        json.WriteEndObject();
    }

    // What the contract calls personal data is not stored, whoever sends it back.
    private static void WriteFallback(StateWriter state, StepFallback fallback)
    {
        state.Json.WriteStartObject("fallback");
        state.Json.WriteNumber("maxAgeSeconds", (long)fallback.MaxAge.TotalSeconds);
        if (fallback.NotStored(state.Scope.Flow.Flow) is { Count: > 0 } names)
        {
            state.Json.WriteStartArray("sensitive");
            foreach (var name in names)
            {
                state.Json.WriteStringValue(name);
            }

            state.Json.WriteEndArray();
        }

        state.Json.WriteEndObject();
    }

    // From the run's start, not from "now": the input stays the same over retries, and so does the end of the run.
    private static string Deadline(MachineWriter machine)
    {
        var seconds = machine.Plan.ClaimsRuns
            ? machine.Plan.TimeoutSeconds - RunRecord.WriteSeconds
            : machine.Plan.TimeoutSeconds;
        return $"$fromMillis($toMillis($states.context.Execution.StartTime) + {seconds * 1000L})";
    }
}
