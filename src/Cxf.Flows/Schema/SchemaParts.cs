using System.Text.Json.Nodes;

namespace Cxf.Flows.Schema;

/// <summary>The parts that JSON Schemas are put together from (draft 2020-12).</summary>
internal static class SchemaParts
{
    /// <summary>An object with these members and no others.</summary>
    public static JsonObject Members(string description, string[] required, params (string Name, JsonObject Schema)[] members) =>
        new()
        {
            ["description"] = description,
            ["type"] = "object",
            ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Schema))),
            ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
            ["additionalProperties"] = false,
        };

    /// <summary>An object from names to values of one schema; at least one.</summary>
    public static JsonObject Map(string description, JsonObject values, JsonObject? names = null)
    {
        var map = new JsonObject
        {
            ["description"] = description,
            ["type"] = "object",
            ["minProperties"] = 1,
            ["additionalProperties"] = values,
        };
        if (names is not null)
        {
            map["propertyNames"] = names;
        }

        return map;
    }

    public static JsonObject List(string description, JsonObject items, int atLeast = 0)
    {
        var list = new JsonObject
        {
            ["description"] = description,
            ["type"] = "array",
            ["items"] = items,
        };
        if (atLeast > 0)
        {
            list["minItems"] = atLeast;
        }

        return list;
    }

    public static JsonObject Text(string description, int? atMost = null)
    {
        var text = new JsonObject
        {
            ["description"] = description,
            ["type"] = "string",
            ["minLength"] = 1,
        };
        if (atMost is { } length)
        {
            text["maxLength"] = length;
        }

        return text;
    }

    public static JsonObject Pattern(string description, string pattern) =>
        new()
        {
            ["description"] = description,
            ["type"] = "string",
            ["pattern"] = pattern,
        };

    public static JsonObject Integer(string description, int least, int most) =>
        new()
        {
            ["description"] = description,
            ["type"] = "integer",
            ["minimum"] = least,
            ["maximum"] = most,
        };

    public static JsonObject Words(string description, IEnumerable<string> words) =>
        new() { ["description"] = description, ["enum"] = Array(words) };

    public static JsonObject Flag(string description) => new() { ["description"] = description, ["type"] = "boolean" };

    public static JsonObject Anything(string description) => new() { ["description"] = description };

    public static JsonObject Either(string description, params JsonObject[] schemas) =>
        new() { ["description"] = description, ["anyOf"] = new JsonArray([.. schemas]) };

    /// <summary>A reference to a definition of the document; a description given here replaces the definition's.</summary>
    public static JsonObject Ref(string definition, string? description = null) =>
        description is null
            ? new() { ["$ref"] = $"#/$defs/{definition}" }
            : new() { ["description"] = description, ["$ref"] = $"#/$defs/{definition}" };

    public static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];
}
