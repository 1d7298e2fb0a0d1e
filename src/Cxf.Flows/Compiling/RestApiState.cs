using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// A <c>restApi</c> step is a Task that invokes CallApi. Its result, CallApi's answer, becomes the variable of its label;
/// on an error branch that variable holds <c>{"error": word}</c> instead.
/// </summary>
internal static class RestApiState
{
    // lambda:invoke rather than the bare function ARN: AWS's recommended form, and its Payload keeps the answer apart from the envelope.
    private const string LambdaInvoke = "arn:aws:states:::lambda:invoke";

    public static void Write(StateWriter states, RestApiStep step)
    {
        var json = states.Json;
        states.Head(step, "Task");
        json.WriteString("Resource", LambdaInvoke);
        json.WriteStartObject("Arguments");
        json.WriteString("FunctionName", states.Target.CallApiArn);
        WritePayload(states, step);
        json.WriteEndObject();

        // The console then shows what the third party answered, without the envelope that Lambda puts around it.
        json.WriteString("Output", "{% $states.result.Payload %}");
        json.WriteStartObject("Assign");
        json.WriteString(step.Label, "{% $states.result.Payload %}");
        json.WriteEndObject();

        // CallApi keeps the step's timeout itself; the state's is the net under it, one second wider, rounded up.
        json.WriteNumber("TimeoutSeconds", (int)Math.Ceiling(step.Timeout.TotalSeconds) + 1);
        RetryAndCatch.Write(json, step);
        json.WriteString("Next", step.Next!.Value.Target);
    }

    private static void WritePayload(StateWriter states, RestApiStep step)
    {
        var json = states.Json;
        json.WriteStartObject("Payload");
        json.WriteString("tenantId", states.Target.Tenant.Value);
        json.WriteString("connectionId", step.Connection.Value);
        json.WriteStartObject("request");
        json.WriteString("method", step.Method);
        states.Member("path", step.Path);
        if (!ExpressionText.TryRead(step.Path.Json.GetString()!, out _))
        {
            // Says that the path is the author's own text, so that CallApi's log may show it.
            json.WriteStartObject("pathValues");
            json.WriteEndObject();
        }

        states.Member("query", step.Query);
        states.Member("headers", step.Headers);
        states.Member("body", step.Body);
        json.WriteEndObject();
        if (step.Select is not null)
        {
            json.WriteString("select", step.Select);
        }

        json.WriteNumber("timeoutMs", (long)step.Timeout.TotalMilliseconds);
        json.WriteString("deadline", Deadline(MachineTimeouts.For(states.Flow.Caller)));
        json.WriteString("idempotencyKey", $"{{% $states.context.Execution.Name & '/{step.Label}' %}}");
        json.WriteEndObject();
    }

    // From the run's start, not from "now": the input stays the same over retries, and so does the end of the run.
    private static string Deadline(int seconds) =>
        $"{{% $fromMillis($toMillis($states.context.Execution.StartTime) + {seconds * 1000L}) %}}";
}
