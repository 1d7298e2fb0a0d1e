using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Flows.Contracts;

namespace Cxf.Local.ConnectExport;

/// <summary>
/// The parameters that a contact flow sends: the reserved ones, and the payload that the flow's contract requires.
/// </summary>
internal static class FlowParameters
{
    /// <summary>The longest synchronous wait of Amazon Connect (administrator guide, "AWS Lambda function block").</summary>
    public const int LongestCallerLimitSeconds = 8;

    // A key that the caller pressed is what a property of this name is for.
    private const string KeyPressed = "userInput";

    /// <summary>The parameters of the invocation that starts the run.</summary>
    /// <param name="request">The flow to export.</param>
    /// <param name="isModule">Whether the module's input holds the payload; if not, attributes of the contact do.</param>
    /// <param name="callerLimitSeconds">How long the contact flow waits.</param>
    /// <param name="step">The parameters that tell this contact step from the contact's other ones.</param>
    public static JsonObject ToExecute(
        ExportRequest request,
        bool isModule,
        int callerLimitSeconds,
        params ReadOnlySpan<(string Name, string Value)> step
    )
    {
        var parameters = new JsonObject { ["tenantId"] = request.TenantId, ["flowId"] = request.FlowId };
        var contract = request.Flow.Input.Schema;
        foreach (var (name, schema) in contract.Properties)
        {
            if (name == KeyPressed && !isModule)
            {
                parameters[name] = request.Key;
            }
            else if (contract.Required.Contains(name))
            {
                parameters[name] = OnlyValue(schema) ?? (isModule ? ModuleContract.Input(name) : $"$.Attributes.{name}");
            }
        }

        foreach (var (name, value) in step)
        {
            parameters[name] = value;
        }

        parameters["callerLimitSeconds"] = callerLimitSeconds.ToString();
        return parameters;
    }

    /// <summary>The parameters of the invocation that requests the run's answer.</summary>
    public static JsonObject ToAsk(ExportRequest request, int callerLimitSeconds) =>
        new()
        {
            ["tenantId"] = request.TenantId,
            ["flowId"] = request.FlowId,
            ["runId"] = "$.Attributes.cxfRunId",
            ["callerLimitSeconds"] = callerLimitSeconds.ToString(),
        };

    /// <summary>
    /// The contact attribute with the flow's latest successful run. It contains the flow's own ID in a template too, because a
    /// reference with a dot cannot read a name with a placeholder.
    /// </summary>
    public static string LastSuccess(ExportRequest request) => "cxfDone_" + request.Flow.Id.Value.Replace('-', '_');

    // Contact flows send only texts; the contract converts them.
    private static string? OnlyValue(ContractSchema schema) =>
        schema.Allowed is [var only]
            ? only.ValueKind == JsonValueKind.String
                ? only.GetString()
                : only.GetRawText()
            : null;
}
