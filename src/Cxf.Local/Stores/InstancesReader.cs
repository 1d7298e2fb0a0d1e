using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Documents.Schemas;

namespace Cxf.Local.Stores;

/// <summary>
/// Reads <c>instances.json</c>: the tenants that each Connect instance may act for,
/// <c>{"arn:aws:connect:…:instance/…": ["acme"]}</c>.
/// </summary>
internal static class InstancesReader
{
    /// <summary>The instances; problems are reported, and the rest is read.</summary>
    public static IReadOnlyDictionary<string, HashSet<TenantId>> Read(JsonDocumentReader document)
    {
        var instances = new Dictionary<string, HashSet<TenantId>>();
        var root = document.Root;
        foreach (var instance in root.IsObject() ? Instances(root) : [])
        {
            var tenants = instances[instance.Name] = [];
            foreach (var item in instance.IsArray() ? instance.Items() : [])
            {
                if (item.AsText() is not { } text)
                {
                    continue;
                }

                if (TenantId.TryParse(text, out var tenant))
                {
                    tenants.Add(tenant);
                }
                else
                {
                    item.Report(
                        InstanceCodes.TenantUnknown,
                        $"A tenant's id must be {IdentifierRule.Description}.",
                        "Write the name of a folder in tenants/."
                    );
                }
            }
        }

        return instances;
    }

    /// <summary>The members that are instances, and not the document's schema.</summary>
    public static IEnumerable<JsonCursor> Instances(JsonCursor root) =>
        root.Members().Where(member => member.Name != SchemaDocument.Member.Name);
}
