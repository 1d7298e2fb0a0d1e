using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Flows.Compiling;

/// <summary>
/// Where the start of an EXPRESS child was repeated although the first one had reached Step Functions (its answer was lost on the
/// way), the second execution finds the run claimed and fails. The child's answer is then in its record: these states read it
/// there, once a second, until it is there or the child's machine has given up. A run with another payload is another
/// request.
/// </summary>
internal sealed class ExistingChildRun(StateWriter state, RunFlowStep step)
{
    // What DynamoDB's answer is called in an expression.
    private const string Record = "$_record";

    private readonly string _waitName = StateNames.Beside(state.Name, "claimed");
    private readonly string _readName = StateNames.Beside(state.Name, "record");

    /// <summary>JSONata that tells of the claimed run in <c>$_run</c>, to be told from its failure.</summary>
    public static string Told =>
        $"{{\"error\": '{RunRecord.ClaimedAlready}', \"name\": $_run.Name, \"hash\": "
        + $"$parse($_run.Input).{ExecutionInput.ReceivedHash}}}";

    /// <summary>JSONata that is true where a state's input tells so.</summary>
    public static string Condition => $"$states.input.error = '{RunRecord.ClaimedAlready}'";

    /// <summary>The state that such a run leads to.</summary>
    public string First => _waitName;

    private string NeverEnded =>
        $"{{\"error\": '{FlowErrorCodes.FlowTimeout}', \"message\": 'The flow {step.Flow} has left no answer.'}}";

    private string OtherPayload =>
        $"{{\"error\": '{FlowErrorCodes.RequestKeyConflict}', \"message\": 'The flow {step.Flow} was run under this "
        + $"name with another payload.'}}";

    /// <summary>The states; what they come to goes where the child's own answer would have gone.</summary>
    public void Write(string next)
    {
        var json = state.Json;
        state.Begin(_waitName, "Wait");
        json.WriteNumber("Seconds", 1);
        json.WriteString("Next", _readName);
        state.End();

        state.Begin(_readName, "Task");
        json.WriteString("Resource", "arn:aws:states:::dynamodb:getItem");
        json.WriteStartObject("Arguments");
        json.WriteString("TableName", state.Machine.Target.RunsTable);
        json.WriteStartObject("Key");
        RecordTask.WriteKey(state.Machine, "$states.input.name");
        json.WriteEndObject();
        json.WriteBoolean("ConsistentRead", true);
        json.WriteEndObject();
        state.Expression("Output", $"({Record} := $states.result.Item; {Outcome})");
        RecordTask.WriteLimits(json, TaskRetry.Write);
        ErrorCatch.WriteOnly(json, NeverEnded, next);
        json.WriteString("Next", next);
        state.End();
    }

    // What was told goes round again while the child runs.
    private static string Running => $"$number({Record}.{RunRecord.EndsBy}.N) * 1000 > $millis()";

    private static string ErrorCode => FailedRun.WithoutCode($"{Record}.{RunRecord.Error}.S");

    private string Outcome =>
        $"{Record}.{RunRecord.ReceivedHash}.S != $states.input.hash ? {OtherPayload} : "
        + $"{Record}.{RunRecord.Status}.S = '{RunRecord.Succeeded}' ? $parse({Record}.{RunRecord.Output}.S) : "
        + $"{Record}.{RunRecord.Status}.S = '{RunRecord.Failed}' ? {{\"error\": {ErrorCode}, "
        + $"\"message\": {Record}.{RunRecord.Cause}.S}} : "
        + $"{Running} ? $states.input : {NeverEnded}";
}
