using System.Text.Json;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>The Retry and Catch of a call, in ASL's own terms: our error words and AWS's names for the same failures.</summary>
internal static class RetryAndCatch
{
    public static void Write(Utf8JsonWriter json, RestApiStep step)
    {
        json.WriteStartArray("Retry");
        WriteThrottledInvocation(json);
        if (step.Retry is { } retry)
        {
            WriteRetry(json, retry);
        }

        json.WriteEndArray();
        if (step.OnError.Count > 0)
        {
            json.WriteStartArray("Catch");
            foreach (var branch in step.OnError.OrderBy(branch => branch.Word == ErrorBranch.Any))
            {
                WriteCatch(json, step.Label, branch);
            }

            json.WriteEndArray();
        }
    }

    // Lambda refused to run CallApi at all, so nothing was sent to the third party: safe to try again whatever the method.
    private static void WriteThrottledInvocation(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteErrors(json, ["Lambda.TooManyRequestsException"]);
        json.WriteNumber("IntervalSeconds", 1);
        json.WriteNumber("MaxAttempts", 2);
        json.WriteNumber("BackoffRate", 2);
        json.WriteString("JitterStrategy", "FULL");
        json.WriteEndObject();
    }

    private static void WriteRetry(Utf8JsonWriter json, StepRetry retry)
    {
        json.WriteStartObject();
        WriteErrors(json, retry.On.Contains(ErrorBranch.Any) ? ["States.ALL"] : retry.On.SelectMany(AwsErrors.For));
        json.WriteNumber("IntervalSeconds", retry.IntervalSeconds);
        json.WriteNumber("MaxAttempts", retry.Attempts);
        json.WriteNumber("BackoffRate", retry.BackoffRate);
        json.WriteString("JitterStrategy", "FULL");
        json.WriteEndObject();
    }

    private static void WriteCatch(Utf8JsonWriter json, string label, ErrorBranch branch)
    {
        json.WriteStartObject();
        WriteErrors(json, branch.Word == ErrorBranch.Any ? ["States.ALL"] : AwsErrors.For(branch.Word));
        json.WriteStartObject("Assign");
        json.WriteStartObject(label);
        json.WriteString("error", branch.Word == ErrorBranch.Any ? "{% $states.errorOutput.Error %}" : branch.Word);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("Next", branch.Next.Target);
        json.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter json, IEnumerable<string> errors)
    {
        json.WriteStartArray("ErrorEquals");
        foreach (var error in errors)
        {
            json.WriteStringValue(error);
        }

        json.WriteEndArray();
    }
}
