using System.Diagnostics;
using System.Text.Json;
using Cxf.Testing;

namespace Cxf.Architecture.Tests;

/// <summary>AWS's own specification of resource types (npm @aws-cdk/aws-service-spec).</summary>
internal static class ServiceSpecification
{
    /// <summary>
    /// SAM's part of the specification is an older one: what these properties of a function hold is specified elsewhere,
    /// or said here.
    /// </summary>
    private const string NewerFunctionProperties = """
        { "AutoPublishAliasAllProperties": { "required": false, "type": "boolean" } }
        """;

    private const string Function = "AWS::Lambda::Function";

    public static async Task<Dictionary<string, ResourceSpecification>> ReadAsync(IEnumerable<string> types)
    {
        var start = new ProcessStartInfo("node", ["specification.js", .. types.Append(Function).Distinct()])
        {
            WorkingDirectory = NpmTool.Require("aws-service-spec"),
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        var json = JsonElement.Parse(await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        var found = json.EnumerateObject().ToDictionary(type => type.Name, type => Read(type.Value));
        if (found.TryGetValue("AWS::Serverless::Function", out var function))
        {
            Add(
                function,
                JsonElement
                    .Parse(NewerFunctionProperties)
                    .EnumerateObject()
                    .ToDictionary(property => property.Name, property => property.Value)
            );
            Add(function, found[Function].Properties.Where(property => property.Key == "LoggingConfig"));
        }

        return found;
    }

    private static ResourceSpecification Read(JsonElement type) =>
        new(
            type.GetProperty("properties").EnumerateObject().ToDictionary(property => property.Name, property => property.Value),
            [.. type.GetProperty("attributes").EnumerateArray().Select(name => name.GetString()!)]
        );

    private static void Add(ResourceSpecification function, IEnumerable<KeyValuePair<string, JsonElement>> properties)
    {
        foreach (var (name, property) in properties)
        {
            function.Properties.Add(name, property);
        }
    }
}
