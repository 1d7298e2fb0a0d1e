using System.Text.Json;
using Cxf.ApiCalls.LastAnswers;
using Cxf.ApiCalls.Outcomes;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests;

/// <summary>Writes one canned call as the engine's mock: what the state's task gives, as the real one would give it.</summary>
internal static class MockedCall
{
    public static void Write(Utf8JsonWriter json, FlowStep step, StubCall call, DateTimeOffset now, CompilationTarget target)
    {
        if (step is RunFlowStep run)
        {
            MockedRun.Write(json, call, target.LiveFlows[run.Flow].Type);
        }
        else
        {
            WriteApiCall(json, (RestApiStep)step, call, now);
        }
    }

    private static void WriteApiCall(Utf8JsonWriter json, RestApiStep step, StubCall call, DateTimeOffset now)
    {
        var isLate = call.After >= step.Timeout || call is StubFault { Reason: FailureReason.StepTimedOut };
        var after = isLate ? step.Timeout : call.After;
        if (isLate)
        {
            Throw(json, FailureReason.StepTimedOut);
        }
        else if (call is StubReply reply)
        {
            WriteReply(json, Aged(step, reply, reply.Answer.ToOutcome(step.Select, after, new VirtualTime(now))));
        }
        else if (call is StubFault trouble)
        {
            Throw(json, trouble.Reason);
        }
        else if (call is StubError error)
        {
            Throw(json, error.ErrorCode, "The test says so.");
        }

        json.WriteNumber("AfterSeconds", after.TotalSeconds);
    }

    // As a call with a fallback gives it: a stored answer lacks what is not stored, and what cannot be stored does not serve.
    private static ApiCallOutcome Aged(RestApiStep step, StubReply reply, ApiCallOutcome outcome) =>
        step.Fallback is not { } fallback || !outcome.Succeeded ? outcome
        : reply.Age is not { } age ? ApiCallOutcome.Of(outcome.Answer with { Age = TimeSpan.Zero })
        : StoredAnswer.AsStored(outcome.Answer, fallback.Sensitive) is { } stored
            ? ApiCallOutcome.Of(
                stored with
                {
                    Attempts = outcome.Answer.Attempts,
                    Duration = outcome.Answer.Duration,
                    Age = age,
                    IsStale = true,
                }
            )
        : ApiCallOutcome.Of(
            new ApiCallFailure(FailureReason.ServerError, RetryIsSafe: true, null, null, 1, outcome.Answer.Duration)
        );

    private static void WriteReply(Utf8JsonWriter json, ApiCallOutcome outcome)
    {
        if (!outcome.Succeeded)
        {
            Throw(json, outcome.Failure.Error, outcome.Failure.Message);
            return;
        }

        json.WriteStartObject("Return");
        json.WriteString("ExecutedVersion", "1");
        json.WritePropertyName("Payload");
        outcome.Answer.WriteTo(json);
        json.WriteNumber("StatusCode", 200);
        json.WriteEndObject();
    }

    private static void Throw(Utf8JsonWriter json, FailureReason reason) =>
        Throw(json, FailureCatalog.WordOf(reason), FailureCatalog.SentenceOf(reason));

    /// <summary>A function's failure as Lambda tells it: the class's name is the error, its document is the cause.</summary>
    private static void Throw(Utf8JsonWriter json, string word, string sentence)
    {
        json.WriteStartObject("Throw");
        json.WriteString("Error", word);
        json.WriteString("Cause", $$"""{"errorType":"{{word}}","errorMessage":"{{JsonEncodedText.Encode(sentence)}}"}""");
        json.WriteEndObject();
    }
}
