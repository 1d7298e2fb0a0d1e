using Cxf.Flows.Runs;

namespace Cxf.Flows.Compiling;

/// <summary>
/// The states by which a machine claims its run before it does anything, and records how it failed. EXPRESS machines can be
/// started twice under one name; the conditional write lets one of them go on. The same execution that tries again keeps its
/// claim. The names have spaces, so that no step's label can equal them.
/// </summary>
internal sealed class RunClaim(MachineWriter machine)
{
    /// <summary>The machine's first state.</summary>
    public const string First = "Claim run";

    /// <summary>The state that records a failure; its input is <c>{"error": …, "message": …}</c>.</summary>
    public const string RecordFailure = "Record failure";

    /// <summary>The state that ends a failed run; its input is <c>{"error": …, "message": …}</c>.</summary>
    public const string RunFailed = "Run failed";

    /// <summary>
    /// The state that looks whether a caller waits for an answer that could not be written; its input is <c>{"output": …}</c>.
    /// </summary>
    public const string AnswerNotRecorded = "Answer not recorded";

    /// <summary>The state that tries longer to write an answer; the same input.</summary>
    public const string RecordAnswer = "Record answer";

    /// <summary>The state that ends a run whose answer is not in its record; the same input.</summary>
    public const string RunAnswered = "Run answered";

    private const string Taken = "Run claimed already";
    private const string ReceivedHash = $"$states.context.Execution.Input.{ExecutionInput.ReceivedHash}";
    private const string Start = "$floor($toMillis($states.context.Execution.StartTime) / 1000)";

    public void WriteFirst(string next)
    {
        var json = machine.Json;
        json.WriteStartObject(First);
        json.WriteString("Type", "Task");
        json.WriteString("Resource", "arn:aws:states:::dynamodb:putItem");
        json.WriteStartObject("Arguments");
        json.WriteString("TableName", machine.Target.RunsTable);
        json.WriteStartObject("Item");
        RecordTask.WriteKey(machine);
        RecordTask.WriteText(json, RunRecord.ClaimedBy, RecordTask.Me);
        RecordTask.WriteText(json, RunRecord.ReceivedHash, $"{ReceivedHash} ? {ReceivedHash} : '{RunRecord.NoHash}'");
        RecordTask.WriteText(json, RunRecord.StartedAt, "$states.context.Execution.StartTime");
        RecordTask.WriteNumber(json, RunRecord.EndsBy, $"$string({Start} + {machine.Plan.TimeoutSeconds})");
        RecordTask.WriteNumber(json, RunRecord.ExpiresAt, $"$string({Start} + {RunRecord.KeptSeconds})");
        json.WriteEndObject();
        json.WriteString("ConditionExpression", $"attribute_not_exists({RunRecord.PartitionKey}) OR {RunRecord.ClaimedBy} = :me");
        json.WriteStartObject("ExpressionAttributeValues");
        RecordTask.WriteText(json, ":me", RecordTask.Me);
        json.WriteEndObject();
        json.WriteEndObject();

        // What follows sees the run's input, not DynamoDB's answer.
        json.WriteString("Output", "{% $states.input %}");
        RecordTask.WriteLimits(json, TaskRetry.Write, RecordTask.ConditionFailed);
        json.WriteStartArray("Catch");
        json.WriteStartObject();
        ErrorCatch.WriteErrors(json, [RecordTask.ConditionFailed]);
        json.WriteString("Next", Taken);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("Next", next);
        json.WriteEndObject();

        json.WriteStartObject(Taken);
        json.WriteString("Type", "Fail");
        json.WriteString("Error", RunRecord.ClaimedAlready);
        json.WriteString("Cause", "Another execution does this run.");
        json.WriteEndObject();
    }

    /// <summary>The states for what no step's own state ends.</summary>
    public void WriteLast()
    {
        var json = machine.Json;
        if (machine.IsReached(RecordFailure))
        {
            RecordTask.WriteCaughtFailure(machine);
        }

        if (machine.IsReached(AnswerNotRecorded))
        {
            RecordTask.WriteUnrecordedAnswer(machine);
        }

        if (!machine.IsReached(RunFailed))
        {
            return;
        }

        json.WriteStartObject(RunFailed);
        json.WriteString("Type", "Fail");
        json.WriteString("Error", "{% $states.input.error %}");
        json.WriteString("Cause", "{% $states.input.message %}");
        json.WriteEndObject();
    }
}
