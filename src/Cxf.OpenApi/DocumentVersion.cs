using System.Text.Json;

namespace Cxf.OpenApi;

/// <summary>Which version of OpenAPI a document is written in.</summary>
internal static class DocumentVersion
{
    /// <summary>The version as written.</summary>
    /// <exception cref="ImportException">It is none that can be read.</exception>
    public static string Of(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw NotOpenApi(reader.TokenType == JsonTokenType.StartArray ? "it is a list." : "it is only one value.");
        }

        var members = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name is "openapi" or "swagger")
            {
                var version = reader.TokenType is JsonTokenType.String or JsonTokenType.Number
                    ? System.Text.Encoding.UTF8.GetString(reader.ValueSpan)
                    : "";
                return IsKnown(name, version)
                    ? version
                    : throw new ImportException(
                        $"The document has {name} \"{version}\", which cannot be read.",
                        "Import a document of OpenAPI 3.0, 3.1 or Swagger 2.0."
                    );
            }

            members.Add(name);
            reader.Skip();
        }

        throw NotOpenApi(
            members.Contains("item") && members.Contains("info") ? "it is a Postman collection."
            : members.Contains("resources") && members.Contains("rootUrl") ? "it is a Google API discovery document."
            : members.Contains("asyncapi") ? "it is an AsyncAPI document."
            : "it has neither \"openapi\" nor \"swagger\"."
        );
    }

    private static bool IsKnown(string name, string version) =>
        name == "swagger"
            ? version is "2.0" or "2"
            : version.StartsWith("3.0", StringComparison.Ordinal) || version.StartsWith("3.1", StringComparison.Ordinal);

    private static ImportException NotOpenApi(string why) =>
        new(
            $"The document is not an OpenAPI document: {why}",
            "Name a document of OpenAPI 3.0, 3.1 or Swagger 2.0; tools of the third party or others convert other forms."
        );
}
