using Cxf.ContactFlows;
using Cxf.Documents;
using Cxf.Flows.Reading;
using Cxf.Local.ConnectExport;
using Cxf.Local.Deployment;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary>The contact flow that <c>cxf connect export</c> writes for a flow of a folder, on key 5.</summary>
internal static class ExportedContactFlow
{
    private const string Key = "5";

    /// <summary>Reads the flow and exports it; null with the problems printed if it does not exist or has errors.</summary>
    public static async Task<ContactFlow?> ReadAsync(
        FlowReference reference,
        string folder,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        using var store = new FolderConfigurationStore(folder);
        if (await store.FindDraftAsync(reference.Tenant, reference.Flow!.Value, cancellationToken) is not { } draft)
        {
            await output.WriteLineAsync($"There is no flow {reference} in {folder}.");
            return null;
        }

        var reading = FlowReader.Read(JsonSource.Parse(draft.Document));
        if (reading.Flow is not { } flow)
        {
            foreach (var diagnostic in reading.Diagnostics)
            {
                await output.WriteLineAsync($"{reference}:{diagnostic}");
            }

            return null;
        }

        var request = ExportRequest.For(
            reference.Tenant,
            flow,
            Key,
            LocalDeployment.ExecuteFlowArn,
            LocalDeployment.FunctionArn("GetFlowResult")
        );
        return ContactFlowReader.Read(ConnectExporter.ContactFlow(request)).Flow;
    }
}
