using System.Text.Json;

namespace Cxf.StatesLanguage.Data;

/// <summary>Small questions about JSON values that several parts of the interpreter ask.</summary>
internal static class JsonKinds
{
    /// <summary>The JSON type's name as AWS prints it in causes.</summary>
    public static string NameOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    /// <summary>The value without insignificant white space.</summary>
    public static string Compact(JsonElement value) => CompactPayload(value).ToString();

    /// <summary>The value without insignificant white space.</summary>
    public static Payload CompactPayload(JsonElement value)
    {
        using var writer = PayloadWriter.Rent();
        value.WriteTo(writer.Json);
        return writer.ToPayload();
    }
}
