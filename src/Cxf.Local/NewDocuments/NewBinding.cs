using System.Text.Json.Nodes;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Documents.Schemas;
using Cxf.Local.ConnectExport;
using Cxf.Local.Stores;

namespace Cxf.Local.NewDocuments;

/// <summary>A tenant's place in <c>instances.json</c>.</summary>
internal static class NewBinding
{
    /// <summary>Why the document cannot be changed; null if it can, or does not exist yet.</summary>
    public static string? Problem(string? text)
    {
        var reader = new JsonDocumentReader(JsonSource.Parse(text ?? "{}"), InstanceCodes.Shape);
        InstancesReader.Read(reader);
        return reader.Diagnostics.FirstOrDefault(one => one.Severity == DiagnosticSeverity.Error) is { } problem
            ? $"{problem.Message} {problem.Fix}"
            : null;
    }

    /// <summary>The instance that may act for the tenant; null if it has to be named, because there are several.</summary>
    public static string? InstanceFor(string? text, string? named)
    {
        var instances = Parse(text).Select(member => member.Key).Where(name => name != SchemaDocument.Member.Name).ToList();
        return named
            ?? instances.Count switch
            {
                0 => InstanceArn.Example,
                1 => instances[0],
                _ => null,
            };
    }

    /// <summary>The document with the tenant.</summary>
    public static string Add(string? text, string instance, TenantId tenant, string schema)
    {
        var document = Parse(text);
        if (text is null)
        {
            document[SchemaDocument.Member.Name] = schema;
        }

        if (document[instance] is not JsonArray tenants)
        {
            document[instance] = tenants = [];
        }

        if (!tenants.Any(one => one?.GetValue<string>() == tenant.Value))
        {
            tenants.Add((JsonNode)tenant.Value);
        }

        return CompactJson.Write(document) + "\n";
    }

    private static JsonObject Parse(string? text) => text is null ? [] : JsonNode.Parse(text)!.AsObject();
}
