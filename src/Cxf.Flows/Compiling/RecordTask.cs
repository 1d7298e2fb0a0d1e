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

    private const string Written = "$states.result.Attributes";

    /// <summary>Records the answer of a <c>respond</c> step, and ends the run with it.</summary>
    public static void WriteAnswer(StateWriter state, RespondStep step)
    {
        state.Begin("Task");
        var answer = JsonataText.OfObject(state, ("message", step.Message), ("outputs", step.Outputs));
        WriteUpdate(state.Machine, RunRecord.Succeeded, (RunRecord.Output, ExpressionText.Wrap($" {answer} ")));
        state.Expression("Output", $"$parse({Written}.{RunRecord.Output}.S)");
        WriteLimits(state.Json, ConditionFailed, "States.QueryEvaluationError");
        WriteCatch(state);
        state.Json.WriteBoolean("End", true);
        state.End();
    }

    /// <summary>Records the failure of a <c>fail</c> step.</summary>
    public static void WriteFailure(StateWriter state, FailStep step)
    {
        state.Begin("Task");
        WriteUpdate(
            state.Machine, RunRecord.Failed,
            (RunRecord.Error, FlowErrorWords.FlowFailed), (RunRecord.Cause, state.Resolve(step.Message.Json.GetString()!)));
        state.Json.WriteStartObject("Output");
        WriteOutput(state.Json, "error", RunRecord.Error);
        WriteOutput(state.Json, "message", RunRecord.Cause);
        state.Json.WriteEndObject();
        WriteLimits(state.Json, ConditionFailed, "States.QueryEvaluationError");
        WriteCatch(state);
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
            machine, RunRecord.Failed,
            (RunRecord.Error, ExpressionText.Wrap($" {AwsErrors.WordOfRun("$states.input.error")} ")), (RunRecord.Cause, "{% $states.input.message %}"));
        json.WriteStartObject("Output");
        WriteOutput(json, "error", RunRecord.Error);
        WriteOutput(json, "message", RunRecord.Cause);
        json.WriteEndObject();
        WriteLimits(json, ConditionFailed);
        json.WriteStartArray("Catch");
        json.WriteStartObject();
        ErrorCatch.WriteErrors(json, ["States.ALL"]);
        json.WriteString("Output", "{% $states.input %}");
        json.WriteString("Next", machine.Reach(RunClaim.RunFailed));
        json.WriteEndObject();
        json.WriteEndArray();
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

    public static void WriteText(Utf8JsonWriter json, string name, string jsonata) => WriteValue(json, name, "S", ExpressionText.Wrap($" {jsonata} "));

    public static void WriteNumber(Utf8JsonWriter json, string name, string jsonata) => WriteValue(json, name, "N", ExpressionText.Wrap($" {jsonata} "));

    /// <summary>How long a write may take and how often it is tried; errors that trying again cannot help are not retried.</summary>
    public static void WriteLimits(Utf8JsonWriter json, params IEnumerable<string> hopeless)
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

        CallRetry.WriteRule(json, ["States.ALL"], TaskRetry.Write);
        json.WriteEndArray();
    }

    private static void WriteOutput(Utf8JsonWriter json, string member, string attribute) =>
        json.WriteString(member, ExpressionText.Wrap($" {Written}.{attribute}.S "));

    private static void WriteCatch(StateWriter state)
    {
        state.Json.WriteStartArray("Catch");
        ErrorCatch.WriteRecord(state);
        state.Json.WriteEndArray();
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
        json.WriteString("UpdateExpression", "SET " + string.Join(", ", all.Select(one => $"#{one.Attribute} = :{one.Attribute}")));

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
