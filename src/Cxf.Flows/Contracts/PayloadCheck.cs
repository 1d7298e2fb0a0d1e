using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.Contracts;

/// <summary>The result of checking a payload: all problems, or the converted payload.</summary>
/// <param name="Problems">Every problem; empty when the payload meets the contract.</param>
/// <param name="Converted">The payload with its conversions; meaningful only without problems.</param>
public sealed record PayloadCheck(IReadOnlyList<PayloadProblem> Problems, JsonElement Converted)
{
    /// <summary>How deep a payload may nest; deeper ones are refused before they are walked.</summary>
    public const int MaxDepth = 32;

    private static readonly JsonWriterOptions Relaxed = JsonOutput.Relaxed with { SkipValidation = true };

    internal static PayloadCheck Of(ContractSchema schema, JsonElement payload, Action<long>? spend = null)
    {
        var problems = new List<PayloadProblem>();
        var converted = JsonOutput.Utf8(
            json => new PayloadWalk(json, problems, spend).Visit(schema, payload, "payload", 0),
            Relaxed
        );
        return new PayloadCheck(problems, problems.Count == 0 ? JsonElement.Parse(converted.Span) : payload);
    }
}

/// <summary>One way in which a payload breaks the contract.</summary>
/// <param name="Field">The field as a person would name it: <c>payload.userInput</c>, <c>payload.items[2]</c>.</param>
/// <param name="Message">What it must be. It never holds the value, which may be personal.</param>
public sealed record PayloadProblem(string Field, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"{Field} {Message}";
}
