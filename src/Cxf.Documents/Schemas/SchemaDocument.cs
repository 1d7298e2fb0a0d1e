using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.Documents.Schemas;

/// <summary>A JSON Schema (2020-12) as a file that editors read.</summary>
public static class SchemaDocument
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The member in which a document says where its schema is.</summary>
    public static (string Name, JsonObject Schema) Member =>
        ("$schema", new JsonObject { ["description"] = "Where this schema is, for editors.", ["type"] = "string" });

    /// <summary>Writes a schema.</summary>
    /// <param name="name">The kind of document, as a part of the schema's identifier.</param>
    /// <param name="title">The title that editors show.</param>
    /// <param name="schema">The schema of the whole document; its members are taken from it.</param>
    /// <param name="definitions">The definitions that it refers to; null for none.</param>
    public static string Write(string name, string title, JsonObject schema, JsonObject? definitions = null)
    {
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"urn:cxf:{name}-document",
            ["title"] = title,
        };
        foreach (var (member, value) in schema.ToList())
        {
            schema.Remove(member);
            root[member] = value;
        }

        if (definitions is not null)
        {
            root["$defs"] = definitions;
        }

        return JsonOutput.Text(json => root.WriteTo(json), Readable) + "\n";
    }
}
