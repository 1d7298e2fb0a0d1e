using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Flows.Contracts;

namespace Cxf.Local.ConnectExport;

/// <summary>The parameters that a contact flow sends: the reserved ones, and what the flow's contract asks of its payload.</summary>
internal static class FlowParameters
{
    /// <summary>The longest synchronous wait of Amazon Connect (administrator guide, "AWS Lambda function block").</summary>
    public const int LongestCallerLimitSeconds = 8;

    // A key that the caller pressed is what a property of this name is for.
    private const string KeyPressed = "userInput";

    /// <summary>The parameters of the invocation that starts the run.</summary>
    public static JsonObject ToExecute(ExportRequest request, int callerLimitSeconds)
    {
        var parameters = new JsonObject { ["tenantId"] = request.TenantId, ["flowId"] = request.FlowId };
        var contract = request.Flow.Input.Schema;
        foreach (var (name, schema) in contract.Properties)
        {
            if (name == KeyPressed)
            {
                parameters[name] = request.Key;
            }
            else if (contract.Required.Contains(name))
            {
                parameters[name] = OnlyValue(schema) ?? $"$.Attributes.{name}";
            }
        }

        parameters["requestKey"] = "press-" + request.Key;
        parameters["callerLimitSeconds"] = callerLimitSeconds.ToString();
        return parameters;
    }

    /// <summary>The parameters of the invocation that asks for the run's answer.</summary>
    public static JsonObject ToAsk(ExportRequest request, int callerLimitSeconds) => new()
    {
        ["tenantId"] = request.TenantId,
        ["flowId"] = request.FlowId,
        ["runId"] = "$.Attributes.cxfRunId",
        ["callerLimitSeconds"] = callerLimitSeconds.ToString(),
    };

    // Contact flows send texts only; the contract makes of them what they say.
    private static string? OnlyValue(ContractSchema schema) =>
        schema.Allowed is [var only] ? only.ValueKind == JsonValueKind.String ? only.GetString() : only.GetRawText() : null;
}
