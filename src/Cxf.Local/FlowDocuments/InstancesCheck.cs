using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Stores;
using Cxf.Local.Stores;

namespace Cxf.Local.FlowDocuments;

/// <summary>Checks which Connect instances may act for the tenants of a folder.</summary>
/// <param name="folder">The folder.</param>
/// <param name="store">The deployment, whose existing bindings stay unless they are pruned; null for none.</param>
/// <param name="prunes">Whether bindings that the folder does not mention are removed.</param>
internal sealed class InstancesCheck(FolderConfigurationStore folder, IConfigurationStore? store, bool prunes)
{
    /// <summary>The problems of <c>instances.json</c>, and the tenants that no instance may act for.</summary>
    public async Task<CheckedDocument> RunAsync(CancellationToken cancellationToken)
    {
        var file = folder.HasInstances ? await DocumentFile.ReadAsync(folder.InstancesFile, cancellationToken) : null;
        if (file?.Problem is { } problem)
        {
            return new CheckedDocument(FolderConfigurationStore.InstancesFileName, "", [problem]);
        }

        var document = new JsonDocumentReader(JsonSource.Parse(file?.Bytes ?? "{}"u8.ToArray()), InstanceCodes.Shape);
        var instances = InstancesReader.Read(document);
        var tenants = folder.Tenants().ToList();
        foreach (var instance in InstancesReader.Instances(document.Root))
        {
            if (InstanceArn.ProblemOf(instance.Name) is { } wrong)
            {
                document.ReportName(
                    instance.Pointer,
                    InstanceCodes.InstanceArn,
                    wrong,
                    $"Copy the ARN from the instance's page in the Amazon Connect console: {InstanceArn.Example}"
                );
            }

            foreach (var tenant in instance.Items().Where(item => item.Kind == System.Text.Json.JsonValueKind.String))
            {
                if (TenantId.TryParse(tenant.Element.GetString(), out var id) && !tenants.Contains(id))
                {
                    tenant.Report(
                        InstanceCodes.TenantUnknown,
                        $"The folder has no tenant \"{id}\".",
                        $"{document.Suggest(id.Value, [.. tenants.Select(one => one.Value)])} Or add the folder tenants/{id}."
                    );
                }
            }
        }

        foreach (var tenant in document.HasErrors ? [] : tenants)
        {
            if (!instances.Values.Any(bound => bound.Contains(tenant)) && !await KeepsBindingAsync(tenant, cancellationToken))
            {
                document.Report(
                    JsonPointer.Root,
                    InstanceCodes.TenantUnbound,
                    $"No Connect instance may act for the tenant \"{tenant}\": contact flows that name it are "
                        + "rejected (TenantNotAllowed).",
                    $"Add it to its instance in instances.json: {{\"{InstanceArn.Example}\": [\"{tenant}\"]}}",
                    DiagnosticSeverity.Warning
                );
            }
        }

        return new CheckedDocument(FolderConfigurationStore.InstancesFileName, file?.Text ?? "", document.Diagnostics);
    }

    private async Task<bool> KeepsBindingAsync(TenantId tenant, CancellationToken cancellationToken) =>
        !prunes && store is not null && await store.FindTenantAsync(tenant, cancellationToken) is { Instances.Count: > 0 };
}
