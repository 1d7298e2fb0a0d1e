using System.Text.RegularExpressions;
using Amazon;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Stores;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Stores;

namespace Cxf.Local.Publishing;

/// <summary>Checks which Connect instances may act for the tenants of a folder.</summary>
/// <param name="folder">The folder.</param>
/// <param name="store">The deployment, whose existing bindings stay unless they are pruned; null for none.</param>
/// <param name="prunes">Whether bindings that the folder does not mention are removed.</param>
internal sealed partial class InstancesCheck(FolderConfigurationStore folder, IConfigurationStore? store, bool prunes)
{
    private const string Example = "arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-4333-8444-555555555555";

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
        foreach (var instance in document.Root.Members())
        {
            if (ArnProblem(instance.Name) is { } wrong)
            {
                document.ReportName(
                    instance.Pointer,
                    InstanceCodes.InstanceArn,
                    wrong,
                    $"Copy the ARN from the instance's page in the Amazon Connect console: {Example}"
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
                    $"Add it to its instance in instances.json: {{\"{Example}\": [\"{tenant}\"]}}",
                    DiagnosticSeverity.Warning
                );
            }
        }

        return new CheckedDocument(FolderConfigurationStore.InstancesFileName, file?.Text ?? "", document.Diagnostics);
    }

    private async Task<bool> KeepsBindingAsync(TenantId tenant, CancellationToken cancellationToken) =>
        !prunes && store is not null && await store.FindTenantAsync(tenant, cancellationToken) is { Instances.Count: > 0 };

    private static string? ArnProblem(string text) =>
        InstanceArn().Match(text) is not { Success: true } match
            ? "The name is not the ARN of an Amazon Connect instance in lower case, as events contain it."
        : RegionEndpoint.EnumerableAllRegions.Any(region => region.SystemName == match.Groups["region"].Value) ? null
        : $"There is no AWS region \"{match.Groups["region"].Value}\".";

    // Amazon Connect API reference, "Instance": the id is a UUID.
    [GeneratedRegex(
        @"^arn:aws(-[a-z]+)*:connect:(?<region>[a-z0-9-]+):[0-9]{12}:instance/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex InstanceArn();
}
