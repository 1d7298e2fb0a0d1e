using System.Text.Json;
using Cxf.ApiCalls.Outcomes;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.FlowTests;

/// <summary>Writes one stubbed call as the engine's mock: what the state's task gives, as the real one would give it.</summary>
internal static class MockedCall
{
    public static void Write(
        Utf8JsonWriter json,
        CompiledState state,
        StubCall call,
        DateTimeOffset now,
        CompilationTarget target
    )
    {
        if (state.Step is RunFlowStep run)
        {
            MockedRun.Write(json, call, target.LiveFlows[run.Flow].Type);
        }
        else
        {
            WriteApiCall(json, (RestApiStep)state.Step, state.Flow, call, now);
        }
    }

    private static void WriteApiCall(
        Utf8JsonWriter json,
        RestApiStep step,
        FlowDefinition flow,
        StubCall call,
        DateTimeOffset now
    )
    {
        var isLate = call.After >= step.Timeout || call is StubFault { Reason: FailureReason.StepTimedOut };
        var after = isLate ? step.Timeout : call.After;
        if (isLate)
        {
            Throw(json, FailureReason.StepTimedOut);
        }
        else if (call is StubReply reply)
        {
            WriteReply(json, Outcome(step, flow, reply, after, new VirtualTime(now)));
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

    private static ApiCallOutcome Outcome(
        RestApiStep step,
        FlowDefinition flow,
        StubReply reply,
        TimeSpan after,
        VirtualTime time
    )
    {
        var select = reply.IsSelected ? null : step.Select;
        if (step.Fallback is not { } fallback)
        {
            return reply.Answer.ToOutcome(select, after, time);
        }

        if (reply.Age is { } age)
        {
            return reply.Answer.ToOlderOutcome(select, fallback.NotStored(flow), age, after, time);
        }

        var outcome = reply.Answer.ToOutcome(select, after, time);
        return outcome.Succeeded ? ApiCallOutcome.Of(outcome.Answer with { Age = TimeSpan.Zero }) : outcome;
    }

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
