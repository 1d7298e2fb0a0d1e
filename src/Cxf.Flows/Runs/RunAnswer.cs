using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Compiling;

namespace Cxf.Flows.Runs;

/// <summary>Makes the answer from how a run ended.</summary>
public static class RunAnswer
{
    /// <summary>A run that succeeded: its output is <c>{"message": …, "outputs": {…}}</c>, as compiled flows write it.</summary>
    public static FlowAnswer Succeeded(string runId, string output)
    {
        var json = JsonElement.Parse(output);
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Unreadable(runId, "message");
        }

        var message = json.TryGetProperty("message", out var spoken) ? FlowAnswer.TextOf(spoken) : "";
        return message is null
            ? Unreadable(runId, "message")
            : new FlowAnswer(AnswerStatus.Succeeded, runId, "", message)
            {
                Outputs =
                    json.TryGetProperty("outputs", out var outputs) && outputs.ValueKind == JsonValueKind.Object
                        ? outputs
                        : default,
            };
    }

    /// <summary>
    /// What the record should hold of a run that succeeded, where its machine could not write that (its output then has
    /// <see cref="RunRecord.Unrecorded"/>); null where the machine has written it, or has no record.
    /// </summary>
    public static string? Unrecorded(string output)
    {
        var json = JsonElement.Parse(output);
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(RunRecord.Unrecorded, out _))
        {
            return null;
        }

        return JsonOutput.Text(writer =>
        {
            writer.WriteStartObject();
            foreach (var member in json.EnumerateObject().Where(member => member.Name != RunRecord.Unrecorded))
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        });
    }

    /// <summary>A run that failed; AWS's own error names become our words.</summary>
    public static FlowAnswer Failed(string runId, string? error, string? cause)
    {
        // Only a fail step's cause is the author's sentence for the caller; AWS's causes are for operators.
        if (FailedRun.CodeOf(error) is { } code)
        {
            return (
                string.IsNullOrEmpty(cause)
                    ? FlowAnswer.Failed(runId, code)
                    : new FlowAnswer(AnswerStatus.Failed, runId, code, cause)
            ) with
            {
                EndedInFailStep = true,
            };
        }

        var word = error is FlowErrorCodes.FlowTimeout or FlowErrorCodes.FlowExpression
            ? error
            : AwsErrors.CodeFor(error ?? "") ?? FlowErrorCodes.Internal;
        return FlowAnswer.Failed(runId, word);
    }

    /// <summary>A flow whose value of this name is none that the answer can hold.</summary>
    public static FlowAnswer Unreadable(string runId, string name) =>
        new(AnswerStatus.Failed, runId, FlowErrorCodes.FlowExpression, $"The flow gave no single value for \"{name}\".");
}
