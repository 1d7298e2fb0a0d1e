using System.Runtime.InteropServices;
using System.Text.Json;

namespace Cxf.Functions.Serialization;

/// <summary>
/// What a function answers with: JSON that was written once and leaves as it is, as its <see cref="FunctionEvent"/> came.
/// </summary>
/// <param name="utf8">The text, which is right as JSON and does not change afterwards.</param>
public sealed class FunctionResponse(ReadOnlyMemory<byte> utf8)
{
    /// <summary>The text.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    /// <summary>The answer's value, read anew each time.</summary>
    public JsonElement ToJson() => JsonElement.Parse(Utf8.Span);

    /// <summary>An answer of a JSON value.</summary>
    public static FunctionResponse Of(JsonElement json) => new(JsonMarshal.GetRawUtf8Value(json).ToArray());
}
