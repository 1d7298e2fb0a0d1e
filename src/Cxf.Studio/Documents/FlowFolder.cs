using Cxf.Documents.Identifiers;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Schemas;
using Cxf.Studio.Forms;

namespace Cxf.Studio.Documents;

/// <summary>The deployment folder that the studio works on.</summary>
internal sealed class FlowFolder(string path, bool isSample, TimeProvider time)
{
    /// <summary>The JSON Schema of flows, from which the editor completes.</summary>
    public static string FlowSchema { get; } = DocumentSchema.Flow.Write();

    /// <summary>Where it is.</summary>
    public string Path => path;

    /// <summary>Whether it is a copy of the samples, which ends with the studio.</summary>
    public bool IsSample => isSample;

    private string Tenants => System.IO.Path.Combine(Path, "tenants");

    /// <summary>The flow documents in it, by tenant and name.</summary>
    public IReadOnlyList<FlowFile> Flows() =>
        Directory.Exists(Tenants)
            ?
            [
                .. FlowFile
                    .Find(new DirectoryInfo(Path))
                    .Where(file => file.TenantFolder is not null && !ContactFlowDocument.IsContactFlow(file.Path)),
            ]
            : [];

    /// <summary>The folders beside those of tenants whose names are no tenant's. Their flows cannot be published.</summary>
    public IReadOnlyList<string> NotTenants() =>
        Directory.Exists(Tenants)
            ?
            [
                .. Directory
                    .EnumerateDirectories(Tenants)
                    .Select(System.IO.Path.GetFileName)
                    .OfType<string>()
                    .Where(name => !TenantId.TryParse(name, out _))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Opens a flow to edit it; null if the folder does not have it.</summary>
    public async Task<OpenFlow?> OpenAsync(string tenant, string flow, CancellationToken cancellationToken) =>
        TenantId.TryParse(tenant, out var id)
        && Flows().FirstOrDefault(file => file.Tenant == id && NameOf(file) == flow) is { } found
            ? await OpenFlow.ReadAsync(found, time, cancellationToken)
            : null;

    /// <summary>What the forms of a tenant's flow offer to choose from.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="document">The flow.</param>
    public FormNames NamesFor(string tenant, FlowDocument document) =>
        new(
            NamesIn(System.IO.Path.Combine(Tenants, tenant, "connections")),
            NamesIn(System.IO.Path.Combine(Tenants, tenant, "flows")),
            document.Descriptions
        );

    /// <summary>The JSON Schema of a tenant's flows, from which the editor completes what its connections offer.</summary>
    public async Task<string> SchemaOfAsync(string tenant, CancellationToken cancellationToken) =>
        TenantId.TryParse(tenant, out var id)
        && System.IO.Path.Combine(Tenants, id.Value) is var folder
        && Directory.Exists(folder)
            ? DocumentSchema.Flow.For(id, await TenantConnections.ReadAsync(folder, id, cancellationToken)).Write()
            : FlowSchema;

    private static IReadOnlyList<string> NamesIn(string folder) =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*.json")
                    .Select(System.IO.Path.GetFileNameWithoutExtension)
                    .OfType<string>()
                    .Order(),
            ]
            : [];

    /// <summary>The name under which a file is published.</summary>
    public static string NameOf(FlowFile file) => System.IO.Path.GetFileNameWithoutExtension(file.Path);
}
