using System.Text.Json;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>The Retry of a call, in ASL's own terms: our error codes and AWS's names for the same failures.</summary>
internal static class CallRetry
{
    public static void Write(StateWriter state, StepRetry? retry)
    {
        var json = state.Json;
        json.WriteStartArray("Retry");
        WriteRule(json, ["Lambda.TooManyRequestsException"], TaskRetry.Throttled(state.Machine.Plan.Type));
        if (retry is not null)
        {
            WriteRule(
                json,
                retry.On.Contains(ErrorBranch.Any) ? ["States.ALL"] : retry.On.SelectMany(AwsErrors.For),
                TaskRetry.Of(retry)
            );
        }

        json.WriteEndArray();
    }

    public static void WriteRule(Utf8JsonWriter json, IEnumerable<string> errors, TaskRetry retry)
    {
        json.WriteStartObject();
        ErrorCatch.WriteErrors(json, errors);
        json.WriteNumber("IntervalSeconds", retry.IntervalSeconds);
        json.WriteNumber("MaxAttempts", retry.Attempts);
        json.WriteNumber("BackoffRate", retry.BackoffRate);
        json.WriteString("JitterStrategy", "FULL");
        json.WriteEndObject();
    }
}
