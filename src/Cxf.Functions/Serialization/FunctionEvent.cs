using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Functions.Serialization;

/// <summary>
/// The event of an invocation, exactly as received. Reading it never fails: a caller gets an answer even to an event that is not
/// JSON, and a Connect event may contain members that no model knows yet.
/// </summary>
public sealed class FunctionEvent
{
    private FunctionEvent(ReadOnlyMemory<byte> utf8, JsonElement? json) => (Utf8, Json) = (utf8, json);

    /// <summary>The text, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>The event's value; null if the text is not JSON, or contains strings that are not Unicode.</summary>
    public JsonElement? Json { get; }

    /// <summary>Reads an event. The bytes must not change afterwards.</summary>
    public static FunctionEvent Read(ReadOnlyMemory<byte> utf8)
    {
        var text = JsonUnicode.WithoutByteOrderMark(utf8);
        try
        {
            var json = JsonElement.Parse(text.Span);
            return new FunctionEvent(text, JsonUnicode.IsValid(text.Span) ? json : null);
        }
        catch (JsonException)
        {
            return new FunctionEvent(text, null);
        }
    }
}
