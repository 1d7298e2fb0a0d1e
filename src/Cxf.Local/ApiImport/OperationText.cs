using System.Text.Json.Nodes;
using Cxf.Flows.ApiDescriptions;
using Cxf.Local.Output;

namespace Cxf.Local.ApiImport;

/// <summary>One operation in full: its parameters, its body and its answers.</summary>
internal static class OperationText
{
    /// <summary>How deep members are shown.</summary>
    private const int MaxDepth = 6;

    /// <summary>Prints it for a person.</summary>
    public static void Print(ApiOperation operation, Lines lines)
    {
        lines.Write($"{operation.Id}: {operation}{(operation.IsDeprecated ? " (deprecated)" : "")}");
        if (operation.Summary.Length > 0)
        {
            lines.Write(operation.Summary);
        }

        foreach (var parameter in operation.Parameters)
        {
            var required = parameter.IsRequired ? ", required" : "";
            lines.Write($"  parameter {parameter.Name} ({ApiWords.Place(parameter)}{required}): {ApiWords.Of(parameter.Schema)}");
        }

        if (operation.Body is { } body)
        {
            foreach (var (type, schema) in body.Content)
            {
                lines.Write($"  body {type}{(body.IsRequired ? ", required" : "")}: {ApiWords.Of(schema)}");
                PrintMembers(schema, lines, "    ", 0);
            }
        }

        foreach (var answer in operation.Answers)
        {
            lines.Write($"  answer {answer.Status}{(answer.Schema is { } schema ? $": {ApiWords.Of(schema)}" : "")}");
            if (answer.Schema is { } good && operation.GoodAnswers.Contains(answer))
            {
                PrintMembers(good, lines, "    ", 0);
            }
        }
    }

    /// <summary>The same for programs.</summary>
    public static JsonObject Json(ApiOperation operation) =>
        new()
        {
            ["id"] = operation.Id,
            ["method"] = operation.Method,
            ["path"] = operation.Path,
            ["summary"] = operation.Summary,
            ["parameters"] = new JsonArray([
                .. operation.Parameters.Select(parameter => new JsonObject
                {
                    ["name"] = parameter.Name,
                    ["in"] = ApiWords.Place(parameter),
                    ["required"] = parameter.IsRequired,
                    ["type"] = ApiWords.Of(parameter.Schema),
                }),
            ]),
            ["body"] = operation.Body is { } body
                ? new JsonObject(body.Content.Select(one => KeyValuePair.Create(one.Key, Members(one.Value, 0))))
                : null,
            ["answers"] = new JsonObject(
                operation.Answers.Select(answer =>
                    KeyValuePair.Create(answer.Status, answer.Schema is { } schema ? Members(schema, 0) : null)
                )
            ),
        };

    private static void PrintMembers(ApiSchema schema, Lines lines, string indent, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        var members = ObjectSchema.Of(schema);
        foreach (var (name, property) in members.Properties)
        {
            lines.Write($"{indent}{name}{(members.Required.Contains(name) ? "" : "?")}: {ApiWords.Of(property)}");

            // A type that contains itself is named only.
            if (ApiWords.NameOf(property) is null || depth < 1)
            {
                PrintMembers(
                    property.Types.Contains("array") && property.Items is { } items ? items : property,
                    lines,
                    indent + "  ",
                    depth + 1
                );
            }
        }

        if (schema.Types.Contains("array") && schema.Items is { } inner)
        {
            PrintMembers(inner, lines, indent, depth + 1);
        }
    }

    private static JsonNode? Members(ApiSchema schema, int depth)
    {
        var properties = ObjectSchema.Of(schema).Properties;
        return depth > MaxDepth || properties.Count == 0
            ? schema.Types.Contains("array") && schema.Items is { } items && depth <= MaxDepth
                ? new JsonArray(Members(items, depth + 1))
                : JsonValue.Create(ApiWords.Of(schema))
            : new JsonObject(properties.Select(one => KeyValuePair.Create(one.Key, Members(one.Value, depth + 1))));
    }
}
