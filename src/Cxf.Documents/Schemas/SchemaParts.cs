using System.Text.Json.Nodes;

namespace Cxf.Documents.Schemas;

/// <summary>The parts that JSON Schemas are put together from (draft 2020-12).</summary>
public static class SchemaParts
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

    /// <summary>An array of items of one schema.</summary>
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

    /// <summary>A text that is not empty.</summary>
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

    /// <summary>A text that matches a regular expression.</summary>
    public static JsonObject Pattern(string description, string pattern) =>
        new()
        {
            ["description"] = description,
            ["type"] = "string",
            ["pattern"] = pattern,
        };

    /// <summary>A whole number within bounds.</summary>
    public static JsonObject Integer(string description, int least, int most) =>
        new()
        {
            ["description"] = description,
            ["type"] = "integer",
            ["minimum"] = least,
            ["maximum"] = most,
        };

    /// <summary>One of a closed list of words.</summary>
    public static JsonObject Words(string description, IEnumerable<string> words) =>
        new() { ["description"] = description, ["enum"] = Array(words) };

    /// <summary>True or false.</summary>
    public static JsonObject Flag(string description) => new() { ["description"] = description, ["type"] = "boolean" };

    /// <summary>Any JSON value.</summary>
    public static JsonObject Anything(string description) => new() { ["description"] = description };

    /// <summary>A value that at least one of the schemas accepts.</summary>
    public static JsonObject Either(string description, params JsonObject[] schemas) =>
        new() { ["description"] = description, ["anyOf"] = new JsonArray([.. schemas]) };

    /// <summary>A reference to a definition of the document; a description given here replaces the definition's.</summary>
    public static JsonObject Ref(string definition, string? description = null) =>
        description is null
            ? new() { ["$ref"] = $"#/$defs/{definition}" }
            : new() { ["description"] = description, ["$ref"] = $"#/$defs/{definition}" };

    /// <summary>An array of texts.</summary>
    public static JsonArray Array(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)JsonValue.Create(text))];
}
