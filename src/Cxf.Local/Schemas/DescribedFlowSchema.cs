using System.Text.Json.Nodes;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Schema;
using Cxf.Local.ApiImport;
using Cxf.Local.ConnectExport;

namespace Cxf.Local.Schemas;

/// <summary>
/// The schema of a tenant's flows: the one of all flows, and for each described connection its operations, their parameters and
/// the members of their bodies, so that an editor completes them. It only names: what a value must be is for the checks, because
/// any value may be an expression.
/// </summary>
internal static class DescribedFlowSchema
{
    /// <summary>How far into a body an editor completes.</summary>
    private const int MaxDepth = 4;

    /// <summary>
    /// How many operations of one connection have parameters and bodies. An API with more (a few have thousands) has its
    /// operations and paths only, or editors would become slow.
    /// </summary>
    private const int MaxDetailed = 400;

    /// <summary>Writes the schema.</summary>
    /// <param name="descriptions">What is known of the tenant's connections.</param>
    public static string Write(IReadOnlyDictionary<ConnectionId, ApiDescription> descriptions)
    {
        var schema = JsonNode.Parse(FlowSchema.Write())!;
        schema["$defs"]!["restApi"]!["allOf"] = new JsonArray([
            .. descriptions
                .OrderBy(one => one.Key.Value, StringComparer.Ordinal)
                .Select(one => If("connection", one.Key.Value, OfConnection(one.Value))),
        ]);
        return CompactJson.Write(schema) + "\n";
    }

    private static JsonObject OfConnection(ApiDescription description)
    {
        var operations = description.Operations.Values.ToList();
        var paths = operations.Select(operation => operation.Path).Distinct();
        var then = new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["operation"] = new JsonObject
                {
                    ["anyOf"] = new JsonArray(
                        new JsonObject
                        {
                            ["enum"] = new JsonArray([.. operations.Select(operation => (JsonNode)operation.Id)]),
                            ["enumDescriptions"] = new JsonArray([
                                .. operations.Select(operation => (JsonNode)ApiWords.Of(operation)),
                            ]),
                        },
                        new JsonObject { ["pattern"] = "^[A-Z]+ /" }
                    ),
                },
                ["path"] = new JsonObject { ["examples"] = new JsonArray([.. paths.Select(path => (JsonNode)path)]) },
            },
        };
        if (operations.Count <= MaxDetailed)
        {
            then["allOf"] = new JsonArray([
                .. operations.Select(operation => If("operation", operation.Id, OfOperation(operation))),
            ]);
        }

        return then;
    }

    private static JsonObject OfOperation(ApiOperation operation)
    {
        var properties = new JsonObject
        {
            ["parameters"] = new JsonObject
            {
                ["properties"] = new JsonObject(
                    operation
                        .Parameters.DistinctBy(parameter => parameter.Name)
                        .Select(parameter =>
                            KeyValuePair.Create<string, JsonNode?>(
                                parameter.Name,
                                new JsonObject { ["description"] = ApiWords.Of(parameter) }
                            )
                        )
                ),
            },
        };
        if (operation.Body?.Content is [var content, ..])
        {
            properties["body"] = OfBody(content.Value, MaxDepth);
        }

        return new JsonObject { ["properties"] = properties };
    }

    private static JsonObject OfBody(ApiSchema schema, int depth)
    {
        var written = new JsonObject { ["description"] = ApiWords.Of(schema) };
        if (depth > 0 && ObjectSchema.Of(schema).Sent.ToList() is { Count: > 0 } members)
        {
            written["properties"] = new JsonObject(
                members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, OfBody(member.Value, depth - 1)))
            );
        }

        if (depth > 0 && schema.Items is { } items)
        {
            written["items"] = OfBody(items, depth - 1);
        }

        return written;
    }

    private static JsonObject If(string member, string value, JsonObject then) =>
        new()
        {
            ["if"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { [member] = new JsonObject { ["const"] = value } },
                ["required"] = new JsonArray(member),
            },
            ["then"] = then,
        };
}
