using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cxf.Flows.Contracts;

/// <summary>The result of checking a payload: all problems, or the converted payload.</summary>
/// <param name="Problems">Every problem; empty when the payload meets the contract.</param>
/// <param name="Converted">The payload with its conversions; meaningful only without problems.</param>
public sealed record PayloadCheck(IReadOnlyList<PayloadProblem> Problems, JsonElement Converted)
{
    /// <summary>How deep a payload may nest; deeper ones are refused before they are walked.</summary>
    public const int MaxDepth = 32;

    private static readonly JsonWriterOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    internal static PayloadCheck Of(ContractSchema schema, JsonElement payload, Action<long>? spend = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var problems = new List<PayloadProblem>();
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            new PayloadWalk(writer, problems, spend).Visit(schema, payload, "payload", 0);
        }

        return new PayloadCheck(problems, problems.Count == 0 ? JsonElement.Parse(buffer.WrittenSpan) : payload);
    }
}
