using System.Text.Json.Nodes;
using Cxf.Documents.Identifiers;
using Cxf.Documents.Schemas;
using static Cxf.Documents.Schemas.SchemaParts;

namespace Cxf.Local.Stores;

/// <summary>The JSON Schema (2020-12) of <c>instances.json</c>, for editors.</summary>
internal static class InstancesSchema
{
    /// <summary>Writes the schema.</summary>
    public static string Write()
    {
        var instances = Members(
            "The tenants that each Amazon Connect instance may act for, by the instance's ARN.",
            [],
            SchemaDocument.Member
        );
        instances["patternProperties"] = new JsonObject
        {
            [InstanceArn.Pattern] = List(
                "The tenants that the instance may act for.",
                Pattern("The name of a folder in tenants/.", IdentifierRule.Pattern)
            ),
        };
        return SchemaDocument.Write("instances", "CXF instances", instances);
    }
}
