using System.Text.Json;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// Tasks that write a run's answer into its record. Only the execution that holds the claim may write; writing twice writes
/// the same. What goes on is what was written, so that no expression is evaluated a second time.
/// </summary>
internal static class RecordTask
{
    /// <summary>DynamoDB's error for a condition that does not hold.</summary>
    public const string ConditionFailed = "DynamoDB.ConditionalCheckFailedException";

    /// <summary>JSONata for this execution.</summary>
    public const string Me = "$states.context.Execution.Id";

    private const string BadExpression = "States.QueryEvaluationError";
    private const string Written = "$states.result.Attributes";

    // What the states that an unwritten answer leads to get.
    private const string Answer = "$states.input." + RunRecord.Output;

    /// <summary>
    /// Records the answer of a <c>respond</c> step, and ends the run with it. The work is done by then: an answer that cannot be
    /// written is given all the same.
    /// </summary>
    public static void WriteAnswer(StateWriter state, RespondStep step)
    {
        state.Begin("Task");
        var answer = JsonataText.OfObject(state, ("message", step.Message), ("outputs", step.Outputs));
        WriteUpdate(state.Machine, RunRecord.Succeeded, (RunRecord.Output, ExpressionText.Wrap($" {answer} ")));
        state.Expression("Output", $"$parse({Written}.{RunRecord.Output}.S)");
        WriteLimits(state.Json, TaskRetry.Write, ConditionFailed, BadExpression);
        WriteCatch(state, RunClaim.AnswerNotRecorded, (RunRecord.Output, ExpressionText.Wrap($" {answer} ")));
        state.Json.WriteBoolean("End", true);
        state.End();
    }

    /// <summary>
    /// The states for an answer that could not be written. While a caller waits, the machine ends with it at once, and who waits
    /// writes it (<see cref="RunRecord.Unrecorded"/>). Afterwards nobody would, so the machine tries longer.
    /// </summary>
    public static void WriteUnrecordedAnswer(MachineWriter machine)
    {
        var json = machine.Json;
        json.WriteStartObject(RunClaim.AnswerNotRecorded);
        json.WriteString("Type", "Choice");
        json.WriteStartArray("Choices");
        json.WriteStartObject();
        json.WriteString(
            "Condition",
            ExpressionText.Wrap(
                " $millis() < $toMillis($states.context.Execution.StartTime) + "
                    + $"{(long)machine.Plan.CallerBudget.TotalMilliseconds} "
            )
        );
        json.WriteString("Next", RunClaim.RunAnswered);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("Default", RunClaim.RecordAnswer);
        json.WriteEndObject();

        json.WriteStartObject(RunClaim.RecordAnswer);
        json.WriteString("Type", "Task");
        WriteUpdate(machine, RunRecord.Succeeded, (RunRecord.Output, ExpressionText.Wrap($" {Answer} ")));
        json.WriteString("Output", ExpressionText.Wrap($" $parse({Answer}) "));
        WriteLimits(json, TaskRetry.Rewrite, ConditionFailed);
        ErrorCatch.WriteOnly(json, "$states.input", RunClaim.RunAnswered);
        json.WriteBoolean("End", true);
        json.WriteEndObject();

        json.WriteStartObject(RunClaim.RunAnswered);
        json.WriteString("Type", "Succeed");
        json.WriteString("Output", ExpressionText.Wrap($" $merge([$parse({Answer}), {{\"{RunRecord.Unrecorded}\": true}}]) "));
        json.WriteEndObject();
    }

    /// <summary>
    /// Records the failure of a <c>fail</c> step. Where that cannot be written, the run fails with it all the same.
    /// </summary>
    public static void WriteFailure(StateWriter state, FailStep step)
    {
        state.Begin("Task");
        var message = state.Resolve(step.Message.Json.GetString()!);
        var error = FailState.ErrorOf(state, step);
        WriteUpdate(state.Machine, RunRecord.Failed, (RunRecord.Error, error), (RunRecord.Cause, message));
        state.Json.WriteStartObject("Output");
        WriteOutput(state.Json, "error", RunRecord.Error);
        WriteOutput(state.Json, "message", RunRecord.Cause);
        state.Json.WriteEndObject();
        WriteLimits(state.Json, TaskRetry.Write, ConditionFailed, BadExpression);
        WriteCatch(state, RunClaim.RecordFailure, ("error", error), ("message", message));
        state.Json.WriteString("Next", state.Machine.Reach(RunClaim.RunFailed));
        state.End();
    }

    /// <summary>Records what a step did not catch. The run fails with it even if that cannot be written.</summary>
    public static void WriteCaughtFailure(MachineWriter machine)
    {
        var json = machine.Json;
        json.WriteStartObject(RunClaim.RecordFailure);
        json.WriteString("Type", "Task");
        WriteUpdate(
            machine,
            RunRecord.Failed,
            (RunRecord.Error, ExpressionText.Wrap($" {AwsErrors.CodeOfRun("$states.input.error")} ")),
            (RunRecord.Cause, "{% $states.input.message %}")
        );
        json.WriteStartObject("Output");
        WriteOutput(json, "error", RunRecord.Error);
        WriteOutput(json, "message", RunRecord.Cause);
        json.WriteEndObject();
        WriteLimits(json, TaskRetry.Write, ConditionFailed);
        ErrorCatch.WriteOnly(json, "$states.input", machine.Reach(RunClaim.RunFailed));
        json.WriteString("Next", RunClaim.RunFailed);
        json.WriteEndObject();
    }

    /// <summary>The key of a run's record.</summary>
    /// <param name="machine">Writes.</param>
    /// <param name="name">JSONata for the run's name.</param>
    public static void WriteKey(MachineWriter machine, string name = "$states.context.Execution.Name")
    {
        machine.Json.WriteStartObject(RunRecord.PartitionKey);
        machine.Json.WriteString("S", RunRecord.PartitionOf(machine.Target.Tenant, machine.Target.Generation));
        machine.Json.WriteEndObject();
        WriteText(machine.Json, RunRecord.SortKey, $"'{RunRecord.RunPrefix}' & {name}");
    }

    public static void WriteText(Utf8JsonWriter json, string name, string jsonata) =>
        WriteValue(json, name, "S", ExpressionText.Wrap($" {jsonata} "));

    public static void WriteNumber(Utf8JsonWriter json, string name, string jsonata) =>
        WriteValue(json, name, "N", ExpressionText.Wrap($" {jsonata} "));

    /// <summary>
    /// How long a write may take and how often it is tried; errors that trying again cannot help are not retried.
    /// </summary>
    public static void WriteLimits(Utf8JsonWriter json, TaskRetry retry, params IEnumerable<string> hopeless)
    {
        json.WriteNumber("TimeoutSeconds", RunRecord.WriteSeconds);
        json.WriteStartArray("Retry");
        if (hopeless.Any())
        {
            json.WriteStartObject();
            ErrorCatch.WriteErrors(json, hopeless);
            json.WriteNumber("MaxAttempts", 0);
            json.WriteEndObject();
        }

        CallRetry.WriteRule(json, ["States.ALL"], retry);
        json.WriteEndArray();
    }

    private static void WriteOutput(Utf8JsonWriter json, string member, string attribute) =>
        json.WriteString(member, ExpressionText.Wrap($" {Written}.{attribute}.S "));

    // An expression that fails is the flow's own failure; whatever else fails is the write, and the run's ending goes on without
    // it.
    private static void WriteCatch(StateWriter state, string next, params (string Name, string Value)[] ending)
    {
        var json = state.Json;
        json.WriteStartArray("Catch");
        ErrorCatch.WriteFailure(state, BadExpression);
        json.WriteStartObject();
        ErrorCatch.WriteErrors(json, ["States.ALL"]);
        json.WriteStartObject("Output");
        foreach (var (name, value) in ending)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteString("Next", state.Machine.Reach(next));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteUpdate(MachineWriter machine, string status, params (string Attribute, string Value)[] answer)
    {
        var json = machine.Json;
        (string Attribute, string Value)[] all = [(RunRecord.Status, status), .. answer];
        json.WriteString("Resource", "arn:aws:states:::dynamodb:updateItem");
        json.WriteStartObject("Arguments");
        json.WriteString("TableName", machine.Target.RunsTable);
        json.WriteStartObject("Key");
        WriteKey(machine);
        json.WriteEndObject();
        json.WriteString("ConditionExpression", $"{RunRecord.ClaimedBy} = :me");
        json.WriteString(
            "UpdateExpression",
            "SET " + string.Join(", ", all.Select(one => $"#{one.Attribute} = :{one.Attribute}"))
        );

        // Several of the names are words of DynamoDB's own.
        json.WriteStartObject("ExpressionAttributeNames");
        foreach (var (attribute, _) in all)
        {
            json.WriteString($"#{attribute}", attribute);
        }

        json.WriteEndObject();
        json.WriteStartObject("ExpressionAttributeValues");
        WriteText(json, ":me", Me);
        foreach (var (attribute, value) in all)
        {
            WriteValue(json, $":{attribute}", "S", value);
        }

        json.WriteEndObject();
        json.WriteString("ReturnValues", "UPDATED_NEW");
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteStartObject(name);
        json.WriteString(type, value);
        json.WriteEndObject();
    }
}
