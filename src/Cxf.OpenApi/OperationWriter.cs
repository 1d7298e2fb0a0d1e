using System.Text.Json;
using Cxf.Flows.ApiDescriptions;
using Microsoft.OpenApi;

namespace Cxf.OpenApi;

/// <summary>Writes operations into a description.</summary>
internal sealed class OperationWriter(Utf8JsonWriter json, SchemaWriter schemas, UnsupportedParts unsupported, bool withSummaries)
{
    /// <summary>The longest summary, in characters.</summary>
    private const int MaxSummary = 160;

    // OpenAPI says that parameters of these names are ignored: other members describe them.
    private static readonly string[] NotParameters = ["accept", "content-type", "authorization"];

    /// <summary>Writes one operation as a member.</summary>
    public void Write(FoundOperation found, IOpenApiPathItem item, OpenApiOperation operation)
    {
        json.WriteStartObject(found.Id);
        json.WriteString("method", found.Method);
        json.WriteString("path", found.Path);
        if (withSummaries && Summary(operation) is { Length: > 0 } summary)
        {
            json.WriteString("summary", summary);
        }

        if (operation.Deprecated)
        {
            json.WriteBoolean("deprecated", true);
        }

        WriteParameters(item, operation);
        WriteBody(operation.RequestBody);
        WriteAnswers(operation);
        json.WriteEndObject();
    }

    private static string Summary(OpenApiOperation operation)
    {
        var text = (operation.Summary ?? "").ReplaceLineEndings(" ").Trim();
        return text.Length <= MaxSummary ? text : text[..MaxSummary].TrimEnd() + "…";
    }

    private void WriteParameters(IOpenApiPathItem item, OpenApiOperation operation)
    {
        if ((operation.Parameters ?? []).Concat(item.Parameters ?? []).Any(one => one.Name is null))
        {
            // Which they are is not known.
            json.WriteBoolean("otherParameters", true);
            unsupported.Add("references to what is not there");
        }

        // What an operation says of a parameter replaces what its path says of it.
        var parameters = (operation.Parameters ?? [])
            .Concat(item.Parameters ?? [])
            .Where(one => one.Name is not null && one.In is not null)
            .DistinctBy(one => (one.Name, one.In))
            .ToList();
        if (parameters.Count == 0)
        {
            return;
        }

        json.WriteStartArray("parameters");
        foreach (var parameter in parameters)
        {
            var place = parameter.In switch
            {
                ParameterLocation.Path => "path",
                ParameterLocation.Query => "query",
                ParameterLocation.Header => "header",
                _ => null,
            };
            if (place is null)
            {
                unsupported.Add("parameters in cookies");
            }
            else if (place != "header" || !NotParameters.Contains(parameter.Name!.ToLowerInvariant()))
            {
                WriteParameter(parameter, place);
            }
        }

        json.WriteEndArray();
    }

    private void WriteParameter(IOpenApiParameter parameter, string place)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("in", place);
        if (parameter.Required)
        {
            json.WriteBoolean("required", true);
        }

        if (StyleOf(parameter, place) is { } style)
        {
            json.WriteString("style", style);
            if (style is not ("deepObject" or "exploded"))
            {
                unsupported.Add($"parameters of style {style}");
            }
        }

        json.WritePropertyName("schema");
        schemas.Write(parameter.Schema ?? parameter.Content?.Values.FirstOrDefault()?.Schema);
        json.WriteEndObject();
    }

    // A call repeats a query parameter for each item of a list, and joins the items of a header with commas.
    private static string? StyleOf(IOpenApiParameter parameter, string place)
    {
        if (parameter.Content is { Count: > 0 })
        {
            return "content";
        }

        if (parameter.Extensions?.ContainsKey(LocalReferences.JoinedList) == true)
        {
            return "commas";
        }

        if (place == "query" && parameter.Style == ParameterStyle.DeepObject)
        {
            return "deepObject";
        }

        var type = parameter.Schema?.Type ?? JsonSchemaType.String;
        if (!type.HasFlag(JsonSchemaType.Array) && !type.HasFlag(JsonSchemaType.Object))
        {
            return null;
        }

        return (place, parameter.Style) switch
        {
            ("query", null or ParameterStyle.Form) when !parameter.Explode => "commas",
            ("query", null or ParameterStyle.Form) => type.HasFlag(JsonSchemaType.Object) ? "exploded" : null,
            ("query", ParameterStyle.SpaceDelimited) => "spaceDelimited",
            ("query", ParameterStyle.PipeDelimited) => "pipeDelimited",
            ("path", ParameterStyle.Label) => "label",
            ("path", ParameterStyle.Matrix) => "matrix",
            ("path", _) => "commas",
            _ => null,
        };
    }

    private void WriteBody(IOpenApiRequestBody? body)
    {
        if (body?.Content is not { Count: > 0 } content)
        {
            return;
        }

        json.WriteStartObject("body");
        if (body.Required)
        {
            json.WriteBoolean("required", true);
        }

        json.WriteStartObject("content");
        foreach (var (type, media) in content.Where(one => one.Key.Contains('/')).OrderBy(one => Preference(one.Key)))
        {
            if (Preference(type) == NotSent)
            {
                unsupported.Add($"request bodies of {type}");
            }

            json.WritePropertyName(type);
            schemas.Write(media.Schema);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private const int NotSent = 3;

    private static int Preference(string type) =>
        ApiBody.IsJson(type) ? 0
        : ApiBody.IsForm(type) ? 1
        : ApiBody.IsText(type) ? 2
        : NotSent;

    private void WriteAnswers(OpenApiOperation operation)
    {
        json.WriteStartObject("answers");
        schemas.IsInAnswer = true;
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            json.WriteStartObject(status);
            if (answer.Content is { Count: > 0 } content)
            {
                var (type, media) = content.MinBy(one => Preference(one.Key));
                json.WriteString("type", type);
                if (media.Schema is { } schema)
                {
                    json.WritePropertyName("schema");
                    schemas.Write(schema);
                }
            }

            json.WriteEndObject();
        }

        schemas.IsInAnswer = false;
        json.WriteEndObject();
    }
}
