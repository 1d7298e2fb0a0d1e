using System.Text.Json;

namespace Cxf.ContactFlows.Simulation;

/// <summary>A value of a call as a contact flow sees it: a text, or an object of a function's JSON answer.</summary>
internal sealed record CallValue(string Text, JsonElement? Json)
{
    public static CallValue Of(string text) => new(text, null);

    /// <summary>The value of a JSON element; null for what a flow cannot read: null and lists.</summary>
    public static CallValue? Of(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String => Of(element.GetString()!),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => Of(element.GetRawText()),
            JsonValueKind.Object => new(element.GetRawText(), element),
            _ => null,
        };

    public bool HasKey(string name) => Json is { } json && ContactFlowJson.Member(json, name) is not null;
}
