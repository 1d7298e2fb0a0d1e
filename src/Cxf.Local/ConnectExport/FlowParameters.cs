using System.Text.Json.Nodes;

namespace Cxf.Local.ConnectExport;

/// <summary>
/// The parameters that a contact flow sends: the reserved ones, and the payload that the flow's contract requires.
/// </summary>
internal static class FlowParameters
{
    /// <summary>The longest synchronous wait of Amazon Connect (administrator guide, "AWS Lambda function block").</summary>
    public const int LongestCallerLimitSeconds = 8;

    /// <summary>How long an invocation of the flow waits.</summary>
    public static int LimitSeconds(ExportRequest request) =>
        Math.Clamp((int)request.Flow.CallerLimit.TotalSeconds, 1, LongestCallerLimitSeconds);

    /// <summary>The parameters of the invocation that starts the run.</summary>
    /// <param name="request">The flow to export.</param>
    /// <param name="asks">Whether the caller was asked for the fields; if not, the module's input holds them.</param>
    /// <param name="callerLimitSeconds">How long the contact flow waits.</param>
    /// <param name="step">The parameters that tell this contact step from the contact's other ones.</param>
    public static JsonObject ToExecute(
        ExportRequest request,
        bool asks,
        int callerLimitSeconds,
        params ReadOnlySpan<(string Name, string Value)> step
    )
    {
        var parameters = new JsonObject { ["tenantId"] = request.TenantId, ["flowId"] = request.FlowId };
        if (request.Payload is { } payload)
        {
            parameters["payload"] = payload;
        }
        else
        {
            AddFields(parameters, request, asks);
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

    private static void AddFields(JsonObject parameters, ExportRequest request, bool asks)
    {
        var contract = request.Flow.Input.Schema;
        foreach (var field in RequiredField.Of(contract))
        {
            parameters[field.Name] =
                field.OnlyValue
                ?? (
                    !asks ? ExportedContract.Input(field.Name)
                    : field.Input is not null ? field.Entered
                    : field.ContactAttribute
                );
        }

        if (contract.Properties.ContainsKey(RequiredField.KeyPressed) && asks)
        {
            parameters[RequiredField.KeyPressed] = request.Key;
        }
        else if (contract.Required.Contains(RequiredField.KeyPressed))
        {
            parameters[RequiredField.KeyPressed] = ExportedContract.Input(RequiredField.KeyPressed);
        }
    }
}
