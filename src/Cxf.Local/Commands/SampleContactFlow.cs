using Cxf.ContactFlows;

namespace Cxf.Local.Commands;

/// <summary>The contact flow that template.yaml deploys, with its placeholders filled in for a local run.</summary>
internal static class SampleContactFlow
{
    private static string File => Path.Combine(AppContext.BaseDirectory, "Samples", "contact-flows", "press-5.json");

    /// <summary>Reads the flow.</summary>
    /// <exception cref="InvalidOperationException">The flow is not valid; the message contains every diagnostic.</exception>
    public static ContactFlow Read(string executeFlowArn, string getFlowResultArn, string tenantId, string flowId)
    {
        var reading = ContactFlowTemplate.Read(
            System.IO.File.ReadAllText(File),
            new Dictionary<string, string>
            {
                ["ExecuteFlowArn"] = executeFlowArn,
                ["GetFlowResultArn"] = getFlowResultArn,
                ["TenantId"] = tenantId,
                ["FlowId"] = flowId,
            }
        );
        return reading.Flow ?? throw new InvalidOperationException(string.Join(Environment.NewLine, reading.Diagnostics));
    }
}
