using Cxf.ContactFlows;
using Cxf.Flows.Model;
using Cxf.Local.ConnectExport;
using Cxf.Local.Deployment;
using Cxf.Local.Output;

namespace Cxf.Local.Commands;

/// <summary>The contact flow that <c>cxf connect export</c> writes for a flow of a folder, on key 5.</summary>
/// <param name="ContactFlow">The contact flow.</param>
/// <param name="Flow">The flow that it runs.</param>
/// <param name="Payload">The payload that it sends instead of asking the caller; null if it asks.</param>
internal sealed record ExportedContactFlow(ContactFlow ContactFlow, FlowDefinition Flow, CalledPayload? Payload)
{
    private const string Key = "5";

    /// <summary>Reads the flow and exports it; null with the problems printed if it does not exist or has errors.</summary>
    /// <param name="reference">The flow.</param>
    /// <param name="folder">The configuration folder.</param>
    /// <param name="payload">The payload to send. Null asks the caller, or sends an example.</param>
    /// <param name="asks">Whether the caller is asked where there is no payload.</param>
    /// <param name="lines">For the problems.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ExportedContactFlow?> ReadAsync(
        FlowReference reference,
        string folder,
        CalledPayload? payload,
        bool asks,
        Lines lines,
        CancellationToken cancellationToken
    )
    {
        if (await FlowOfFolder.ReadAsync(reference, folder, lines, cancellationToken) is not { Reading.Flow: { } flow })
        {
            return null;
        }

        if (payload is null && !asks && CalledPayload.IsNeeded(flow))
        {
            payload = CalledPayload.ExampleOf(flow);
            if (payload is null)
            {
                lines.Write(
                    $"There is no example payload for {reference}: it has no test with a valid payload, and its contract is too "
                        + "special to make one. Use --payload, or add a test."
                );
                return null;
            }
        }

        var request = ExportRequest.For(
            reference.Tenant,
            flow,
            Key,
            LocalDeployment.ExecuteFlowArn,
            LocalDeployment.FunctionArn("GetFlowResult")
        ) with
        {
            Payload = payload?.Json.GetRawText(),
        };
        return new ExportedContactFlow(ContactFlowReader.Read(ConnectExporter.ContactFlow(request)).Flow!, flow, payload);
    }
}
