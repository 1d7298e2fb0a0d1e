using System.Text.Json;
using Cxf.ApiCalls.Outcomes;
using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests;

/// <summary>Writes one canned call as the engine's mock: what the state's task gives, as the real one would give it.</summary>
internal static class MockedCall
{
    public static void Write(Utf8JsonWriter json, FlowStep step, CannedCall call, DateTimeOffset now)
    {
        switch (step)
        {
            case RestApiStep api:
                WriteApiCall(json, api, call, now);
                break;
            default:
                throw new ArgumentException($"A step of type {step.GetType().Name} calls nothing.", nameof(step));
        }
    }

    private static void WriteApiCall(Utf8JsonWriter json, RestApiStep step, CannedCall call, DateTimeOffset now)
    {
        var isLate = call.After >= step.Timeout || call is CannedTrouble { Reason: FailureReason.StepTimedOut };
        var after = isLate ? step.Timeout : call.After;
        if (isLate)
        {
            Throw(json, FailureCatalog.WordOf(FailureReason.StepTimedOut), FailureCatalog.SentenceOf(FailureReason.StepTimedOut));
        }
        else if (call is CannedReply reply)
        {
            var outcome = reply.Answer.ToOutcome(step.Select, after, new VirtualTime(now));
            if (outcome.Succeeded)
            {
                json.WriteStartObject("Return");
                json.WriteString("ExecutedVersion", "1");
                json.WritePropertyName("Payload");
                outcome.Answer.WriteTo(json);
                json.WriteNumber("StatusCode", 200);
                json.WriteEndObject();
            }
            else
            {
                Throw(json, outcome.Failure.Error, outcome.Failure.Message);
            }
        }
        else if (call is CannedTrouble trouble)
        {
            Throw(json, FailureCatalog.WordOf(trouble.Reason), FailureCatalog.SentenceOf(trouble.Reason));
        }
        else if (call is CannedError error)
        {
            Throw(json, error.Word, "The test says so.");
        }

        json.WriteNumber("AfterSeconds", after.TotalSeconds);
    }

    /// <summary>A function's failure as Lambda tells it: the class's name is the error, its document is the cause.</summary>
    private static void Throw(Utf8JsonWriter json, string word, string sentence)
    {
        json.WriteStartObject("Throw");
        json.WriteString("Error", word);
        json.WriteString("Cause", $$"""{"errorType":"{{word}}","errorMessage":"{{JsonEncodedText.Encode(sentence)}}"}""");
        json.WriteEndObject();
    }
}
