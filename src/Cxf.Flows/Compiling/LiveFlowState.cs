using Cxf.Flows.Model;
using Cxf.Flows.Runs;
using Cxf.Flows.Timing;

namespace Cxf.Flows.Compiling;

/// <summary>
/// A <c>runFlow</c> step of the live version is a Task that starts the other flow's machine and waits for its end: a
/// STANDARD one by the service integration, an EXPRESS one by StartSyncExecution, which answers well even for a run that
/// failed, so that a Choice must look. A start that was repeated may find the run claimed by the first one; then the run's
/// record has the answer (<see cref="ExistingChildRun"/>), and by the payload's hash in the input it is known to be of the same
/// request. A failure is <c>{"error": word, "message": …}</c>, whichever way it came.
/// </summary>
internal static class LiveFlowState
{
    public static void Write(StateWriter state, RunFlowStep step)
    {
        var child = state.Machine.Target.LiveFlows[step.Flow];
        if (child.Type == StateMachineType.Express)
        {
            WriteExpress(state, step, child);
        }
        else if (state.Machine.Plan.Type == StateMachineType.Standard)
        {
            WriteStandard(state, step, child);
        }
        else
        {
            throw new ArgumentException(
                $"An EXPRESS flow cannot wait for the STANDARD flow {step.Flow}; its checks would have said so."
            );
        }
    }

    private static void WriteExpress(StateWriter state, RunFlowStep step, LiveChild child)
    {
        var outcome = new ChildOutcome(state, step);
        WriteHead(state, "arn:aws:states:::aws-sdk:sfn:startSyncExecution", child);
        state.Expression("Input", Input(state, step));
        state.Json.WriteEndObject();
        state.Expression(
            "Output",
            "($_run := $states.result; $_run.Status = 'SUCCEEDED' ? $parse($_run.Output) : $_run.Error = "
                + $"'{RunRecord.ClaimedAlready}' ? {ExistingChildRun.Told} : {outcome.Failure})"
        );
        state.Assign(next: null);
        WriteRetry(
            state,
            "Sfn.ExecutionLimitExceededException",
            "Sfn.ThrottlingException",
            "Sfn.SfnException",
            "Sfn.SdkClientException"
        );
        outcome.WriteCatch(outcome.ChoiceName);
        state.Json.WriteString("Next", outcome.ChoiceName);
        state.End();
        outcome.WriteChoice(tellsSuccess: true);
    }

    private static void WriteStandard(StateWriter state, RunFlowStep step, LiveChild child)
    {
        const string answer = "$states.result.Output";
        var outcome = new ChildOutcome(state, step);
        WriteHead(state, "arn:aws:states:::states:startExecution.sync:2", child);
        state.Json.WriteStartObject("Input");
        state.Expression("contact", Contact);
        if (step.Payload is { } payload)
        {
            state.Member("payload", payload);
        }
        else
        {
            state.Json.WriteStartObject("payload");
            state.Json.WriteEndObject();
        }

        state.Json.WriteEndObject();
        state.Json.WriteEndObject();
        state.Expression("Output", answer);
        state.AssignResult(step.Next, () => state.Expression(state.Name, answer));
        WriteRetry(
            state,
            "StepFunctions.ExecutionLimitExceededException",
            "StepFunctions.ThrottlingException",
            "StepFunctions.AWSStepFunctionsException",
            "StepFunctions.SdkClientException"
        );
        outcome.WriteCatch(outcome.TellsWords ? outcome.ChoiceName : outcome.OtherFailures());
        state.Onward(step.Next);
        state.End();
        if (outcome.TellsWords)
        {
            outcome.WriteChoice(tellsSuccess: false);
        }
        else
        {
            outcome.WriteFail();
        }
    }

    // $hash takes 10,000 characters ("Intrinsic functions", States.Hash), and the hash of the parts before is among them.
    private const int HashedCharacters = 8_000;

    private const string Contact = "$states.context.Execution.Input.contact";

    private static string Input(StateWriter state, RunFlowStep step)
    {
        var payload = step.Payload is { } given ? JsonataText.Of(given.Json, state) : "{}";
        return JsonataText.AsText(
            $"($_payload := {payload}; $_text := $string($_payload); "
                + $"{{\"contact\": {Contact}, \"payload\": $_payload, \"{ExecutionInput.ReceivedHash}\": {PayloadHash(state)}}})"
        );
    }

    // Of the text in $_text, part by part. It holds the run's name, so that two runs with the same payload do not show it by
    // their hashes.
    private static string PayloadHash(StateWriter state) =>
        $"$reduce([0..$floor($length($_text) / {HashedCharacters})], "
        + $"function($_hash, $_part) {{ $hash($_hash & $substring($_text, $_part * {HashedCharacters}, "
        + $"{HashedCharacters}), 'SHA-256') }}, {state.WorkName()})";

    private static void WriteHead(StateWriter state, string resource, LiveChild child)
    {
        state.Begin("Task");
        state.Json.WriteString("Resource", resource);

        // The child's own timeout ends it; this is the net under it, and below it there is room for a child that repeats its
        // writes.
        var repeated = child.Type == StateMachineType.Express ? ClaimTimes.Repeated : 0;
        state.Json.WriteNumber("TimeoutSeconds", (int)Math.Ceiling(child.Bound.TotalSeconds + repeated) + 1);
        state.Json.WriteStartObject("Arguments");
        state.Json.WriteString("StateMachineArn", child.AliasArn);
        state.Expression("Name", $"{Contact}.contactId & '-' & $substring($hash({state.WorkName()}, 'SHA-256'), 0, 32)");
    }

    // Nothing was started, or the child's name keeps it from being started twice.
    private static void WriteRetry(StateWriter state, params IEnumerable<string> errors)
    {
        state.Json.WriteStartArray("Retry");
        CallRetry.WriteRule(state.Json, errors, TaskRetry.Throttled(state.Machine.Plan.Type));
        state.Json.WriteEndArray();
    }
}
