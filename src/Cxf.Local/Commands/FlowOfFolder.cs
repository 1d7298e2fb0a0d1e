using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary>A flow of a deployment folder, for commands that work on one flow without errors.</summary>
internal static class FlowOfFolder
{
    /// <summary>Reads the flow; null with the problems printed if it does not exist or has errors.</summary>
    public static async Task<FlowDocument?> ReadAsync(
        FlowReference reference,
        string folder,
        Lines lines,
        CancellationToken cancellationToken
    )
    {
        using var store = new FolderConfigurationStore(folder);
        if (await store.FindDraftAsync(reference.Tenant, reference.Flow!.Value, cancellationToken) is null)
        {
            var flows = store.Drafts().Select(one => $"{one.Tenant}/{one.Flow}").Order(StringComparer.Ordinal);
            lines.Write($"There is no flow {reference} in the folder \"{folder}\". Its flows are: {string.Join(", ", flows)}.");
            return null;
        }

        var file = Path.Combine(folder, "tenants", reference.Tenant.Value, "flows", $"{reference.Flow}.json");
        var document = await FlowDocument.ReadAsync(FlowFile.Find(new FileInfo(file)).Single(), cancellationToken);
        if (document.Reading.Flow is null)
        {
            new DiagnosticPrinter(lines).Print(file, document.Text, document.Reading.Diagnostics);
            return null;
        }

        return document;
    }
}
