using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.Runs;

/// <summary>
/// Writes answers as Connect takes them: one flat object, whose values are never empty, in all under 32 KB (Amazon Connect
/// administrator guide, "Invoke Lambda functions").
/// </summary>
public static class AnswerWriter
{
    /// <summary>Connect's 32 KB, counted in UTF-8 with the JSON punctuation; an answer has fewer bytes.</summary>
    public const int MaxBytes = 32_768;

    /// <summary>
    /// The answer that can be delivered in a mode, and its JSON: an answer that Connect would refuse becomes a failure that says
    /// why.
    /// </summary>
    public static (FlowAnswer Delivered, ReadOnlyMemory<byte> Utf8) Write(FlowAnswer answer, ResponseMode mode)
    {
        if (mode == ResponseMode.StringMap && FirstWithoutText(answer.Outputs) is { } name)
        {
            return Write(RunAnswer.Unreadable(answer.RunId, name), mode);
        }

        // What is counted is what is sent.
        var json = JsonOutput.Utf8(writer => Write(writer, answer, mode), JsonOutput.Relaxed);
        return json.Length < MaxBytes ? (answer, json) : Write(TooLarge(answer), mode);
    }

    /// <summary>The texts that a contact flow gets of an answer, by name.</summary>
    public static Dictionary<string, string> Texts(FlowAnswer answer) =>
        JsonElement
            .Parse(Write(answer, ResponseMode.StringMap).Utf8.Span)
            .EnumerateObject()
            .ToDictionary(member => member.Name, member => member.Value.GetString()!);

    private static void Write(Utf8JsonWriter writer, FlowAnswer answer, ResponseMode mode)
    {
        writer.WriteStartObject();
        writer.WriteString("status", answer.Status);
        writer.WriteString("runId", FlowAnswer.OrNone(answer.RunId));
        writer.WriteString("errorCode", FlowAnswer.OrNone(answer.ErrorCode));
        writer.WriteString("message", FlowAnswer.OrNone(answer.Message));
        foreach (var output in Outputs(answer.Outputs))
        {
            writer.WritePropertyName(output.Name);
            if (FlowAnswer.TextOf(output.Value) is { } text && (mode == ResponseMode.StringMap || text.Length == 0))
            {
                writer.WriteStringValue(FlowAnswer.OrNone(text));
            }
            else
            {
                output.Value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private static string? FirstWithoutText(JsonElement outputs) =>
        Outputs(outputs).Where(output => FlowAnswer.TextOf(output.Value) is null).Select(output => output.Name).FirstOrDefault();

    // Publishing refuses outputs of these names; a flow that was published otherwise must not change them either.
    private static IEnumerable<JsonProperty> Outputs(JsonElement outputs) =>
        outputs.ValueKind == JsonValueKind.Object
            ? outputs.EnumerateObject().Where(output => !FlowAnswer.OwnNames.Contains(output.Name))
            : [];

    private static FlowAnswer TooLarge(FlowAnswer answer) =>
        new(
            AnswerStatus.Failed,
            answer.RunId,
            answer.Status == AnswerStatus.Rejected ? answer.ErrorCode : FlowErrorCodes.FlowExpression,
            "The flow's answer is larger than the 32 KB that Amazon Connect accepts."
        );
}
