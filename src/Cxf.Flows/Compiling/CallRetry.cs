using System.Text.Json;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>The Retry of a call, in ASL's own terms: our error words and AWS's names for the same failures.</summary>
internal static class CallRetry
{
    public static void Write(Utf8JsonWriter json, StepRetry? retry)
    {
        json.WriteStartArray("Retry");

        // Lambda refused to run CallApi at all, so nothing was sent to the third party: safe to try again whatever the method.
        WriteRule(json, ["Lambda.TooManyRequestsException"], attempts: 2, intervalSeconds: 1, backoffRate: 2);
        if (retry is not null)
        {
            WriteRule(json, retry.On.Contains(ErrorBranch.Any) ? ["States.ALL"] : retry.On.SelectMany(AwsErrors.For),
                retry.Attempts, retry.IntervalSeconds, retry.BackoffRate);
        }

        json.WriteEndArray();
    }

    public static void WriteRule(Utf8JsonWriter json, IEnumerable<string> errors, int attempts, int intervalSeconds, double backoffRate)
    {
        json.WriteStartObject();
        ErrorCatch.WriteErrors(json, errors);
        json.WriteNumber("IntervalSeconds", intervalSeconds);
        json.WriteNumber("MaxAttempts", attempts);
        json.WriteNumber("BackoffRate", backoffRate);
        json.WriteString("JitterStrategy", "FULL");
        json.WriteEndObject();
    }
}
