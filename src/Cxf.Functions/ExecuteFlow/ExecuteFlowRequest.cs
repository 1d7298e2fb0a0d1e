using System.Text.Json;
using Cxf.Flows.Runs;
using Cxf.Functions.Requests;
using Cxf.Functions.Serialization;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>What a contact flow, or a direct caller, asks ExecuteFlow for.</summary>
/// <param name="Head">What every request says.</param>
/// <param name="Payload">The payload as received, an object.</param>
/// <param name="RequestKey">What tells two requests of one contact apart; null leaves that to the payload.</param>
/// <param name="AfterRunId">
/// A run of the contact that the request follows. The same request after another run is a new request. Null for none.
/// </param>
public sealed record ExecuteFlowRequest(RequestHead Head, JsonElement Payload, string? RequestKey, string? AfterRunId)
    : FlowRequest(Head);

/// <summary>
/// Reads a request to run a flow, in Connect's form or directly (<c>{tenantId, flowId, payload, requestKey}</c>).
/// </summary>
internal static class ExecuteFlowRequestReader
{
    private const int MaxKeyLength = 256;

    public static (ExecuteFlowRequest? Request, Rejection? Rejection) Read(FunctionEvent received)
    {
        var (parameters, rejection) = RequestEvent.Open(received);
        if (parameters is null)
        {
            return (null, rejection);
        }

        var head = RequestHeadReader.Read(parameters);
        var requestKey = parameters.IsDirect ? parameters.Required("requestKey") : parameters.Optional("requestKey");
        var afterRunId = parameters.Optional("afterRunId");
        foreach (var (name, text) in (ReadOnlySpan<(string, string?)>)[("requestKey", requestKey), ("afterRunId", afterRunId)])
        {
            if (text?.Length > MaxKeyLength)
            {
                parameters.Problems.Add($"{name} must have at most {MaxKeyLength} characters");
            }
        }

        var payload = parameters.Payload();
        return parameters.Problems.Count == 0
            ? (new ExecuteFlowRequest(head, payload!.Value, requestKey, afterRunId), null)
            : (null, RequestEvent.Invalid(string.Join("; ", parameters.Problems.Distinct()) + "."));
    }
}
