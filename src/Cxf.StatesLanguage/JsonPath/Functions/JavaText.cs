using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Functions;

/// <summary>Values as Java's toString prints them, which is how States.Format prints what is not a text.</summary>
internal static class JavaText
{
    public static string Print(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Object => $"{{{string.Join(", ", value.EnumerateObject().Select(static member => $"{member.Name}={Print(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Print))}]",
        _ => value.GetRawText(),
    };
}
