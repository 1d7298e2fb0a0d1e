using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Local.ConnectExport;

/// <summary>What a contact flow is to be written for.</summary>
/// <param name="TenantId">The tenant, as the contact flow sends it.</param>
/// <param name="FlowId">The flow, as the contact flow sends it.</param>
/// <param name="Flow">The flow's definition.</param>
/// <param name="Key">The key of the menu: 0 to 9, * or #.</param>
/// <param name="ExecuteFlowArn">ExecuteFlow's alias.</param>
/// <param name="GetFlowResultArn">GetFlowResult's alias.</param>
internal sealed record ExportRequest(
    string TenantId,
    string FlowId,
    FlowDefinition Flow,
    string Key,
    string ExecuteFlowArn,
    string GetFlowResultArn
)
{
    /// <summary>A payload that is sent as it is, as JSON, instead of asking the caller for it. Default: null.</summary>
    public string? Payload { get; init; }

    /// <summary>For the functions of a deployment.</summary>
    public static ExportRequest For(
        TenantId tenant,
        FlowDefinition flow,
        string key,
        string executeFlowArn,
        string getFlowResultArn
    ) => new(tenant.Value, flow.Id.Value, flow, key, executeFlowArn, getFlowResultArn);

    /// <summary>For CloudFormation's Fn::Sub, which fills in the placeholders.</summary>
    public static ExportRequest ForTemplate(FlowDefinition flow, string key) =>
        new("${TenantId}", "${FlowId}", flow, key, "${ExecuteFlowArn}", "${GetFlowResultArn}");
}
